-- Keeps every attempt of a worker: its process, how it ended, and what it took.
CREATE TABLE worker_attempts (
  worker_id TEXT NOT NULL REFERENCES workers (id),
  number INTEGER NOT NULL CHECK (number >= 1),
  -- What its client calls its session.
  claude_session_id TEXT NOT NULL CHECK (length(claude_session_id) BETWEEN 1 AND 128),
  -- Its process, as in sessions, once it was launched.
  pid INTEGER CHECK (pid > 0),
  pid_started_at TEXT CHECK (pid_started_at GLOB '????-??-??T??:??:??.???Z'),
  pid_boot TEXT CHECK (length(pid_boot) = 36),
  pid_namespace INTEGER CHECK (pid_namespace > 0),
  pid_start_ticks INTEGER CHECK (pid_start_ticks >= 0),
  started_at TEXT NOT NULL CHECK (started_at GLOB '????-??-??T??:??:??.???Z'),
  finished_at TEXT CHECK (finished_at GLOB '????-??-??T??:??:??.???Z'),
  outcome TEXT CHECK (outcome IN ('complete', 'failed', 'timed_out', 'cancelled', 'reclaimed', 'asked')),
  exit_code INTEGER CHECK (exit_code BETWEEN 0 AND 255),
  error TEXT CHECK (length(error) <= 2000),
  cost_usd REAL CHECK (cost_usd >= 0),
  -- All that went in and came out.
  tokens INTEGER CHECK (tokens >= 0),
  PRIMARY KEY (worker_id, number),
  CHECK ((finished_at IS NULL) = (outcome IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX worker_attempts_unfinished ON worker_attempts (started_at, worker_id, number) WHERE finished_at IS NULL;

PRAGMA user_version = 43;
