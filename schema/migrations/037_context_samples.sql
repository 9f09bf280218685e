-- Remembers how full contexts are: of each session the newest reading, and samples over time.
ALTER TABLE sessions ADD COLUMN context_percent INTEGER CHECK (context_percent BETWEEN 0 AND 100);
ALTER TABLE sessions ADD COLUMN context_read_at TEXT CHECK (context_read_at GLOB '????-??-??T??:??:??.???Z')
  CHECK ((context_percent IS NULL) = (context_read_at IS NULL));
ALTER TABLE sessions ADD COLUMN context_emptied_at TEXT CHECK (context_emptied_at GLOB '????-??-??T??:??:??.???Z');
ALTER TABLE sessions ADD COLUMN context_stale_percent INTEGER CHECK (context_stale_percent BETWEEN 0 AND 100);

CREATE TABLE context_samples (
  session_id TEXT NOT NULL REFERENCES sessions (id),
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z'),
  used_percent INTEGER CHECK (used_percent BETWEEN 0 AND 100),
  tokens INTEGER CHECK (tokens >= 0),
  -- How many tokens it can hold.
  window INTEGER CHECK (window > 0),
  source TEXT NOT NULL CHECK (source IN ('status_line', 'session_start', 'pre_compact', 'transcript', 'screen')),
  PRIMARY KEY (session_id, at),
  CHECK (used_percent IS NOT NULL OR tokens IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE INDEX context_samples_by_time ON context_samples (at, session_id);

PRAGMA user_version = 37;
