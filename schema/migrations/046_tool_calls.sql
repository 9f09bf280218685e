-- Tells which session made a call of a tool: the id in a client's environment is stale after /clear.
CREATE TABLE tool_calls (
  tool_use_id TEXT NOT NULL PRIMARY KEY CHECK (length(tool_use_id) BETWEEN 1 AND 128),
  session_id TEXT NOT NULL REFERENCES sessions (id),
  tool_name TEXT NOT NULL CHECK (length(tool_name) BETWEEN 1 AND 200),
  -- When the first event told of it.
  started_at TEXT NOT NULL CHECK (started_at GLOB '????-??-??T??:??:??.???Z'),
  finished_at TEXT CHECK (finished_at GLOB '????-??-??T??:??:??.???Z'),
  outcome TEXT CHECK (outcome IN ('done', 'failed')),
  CHECK ((finished_at IS NULL) = (outcome IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX tool_calls_by_time ON tool_calls (started_at, tool_use_id);

PRAGMA user_version = 46;
