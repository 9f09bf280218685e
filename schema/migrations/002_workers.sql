-- Records the work that a session hands to a background process, so that its outcome is not lost with the process.
CREATE TABLE workers (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 8 AND id NOT GLOB '*[^0-9a-f]*'),
  session_id TEXT REFERENCES sessions (id),
  -- Open to new ones.
  primitive TEXT NOT NULL CHECK (length(primitive) BETWEEN 1 AND 32 AND primitive NOT GLOB '*[^a-z0-9-]*'),
  status TEXT NOT NULL CHECK (status IN ('pending', 'running', 'complete', 'failed')),
  instructions TEXT NOT NULL CHECK (length(instructions) BETWEEN 1 AND 100000),
  workspace_path TEXT NOT NULL,
  created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
  started_at TEXT CHECK (started_at GLOB '????-??-??T??:??:??.???Z'),
  finished_at TEXT CHECK (finished_at GLOB '????-??-??T??:??:??.???Z'),
  CHECK ((status IN ('complete', 'failed')) = (finished_at IS NOT NULL)),
  CHECK (status <> 'pending' OR started_at IS NULL),
  CHECK (status <> 'running' OR started_at IS NOT NULL)
) STRICT;

CREATE INDEX workers_by_status ON workers (status, created_at);
CREATE INDEX workers_by_session ON workers (session_id, created_at);

PRAGMA user_version = 2;
