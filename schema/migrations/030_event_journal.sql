-- What happened, in the order of the commits: each change of state adds its row in its own transaction.
CREATE TABLE events (
  -- The order of the commits; never used again, so that a reader can go on after the last one it has seen.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z'),
  -- Dotted and open to new ones, such as session.started or worker.failed.
  kind TEXT NOT NULL CHECK (length(kind) <= 64 AND kind GLOB '?*.?*' AND kind NOT GLOB '*[^a-z0-9_.]*'),
  conversation_id TEXT CHECK (length(conversation_id) BETWEEN 1 AND 64),
  -- No foreign keys: the journal tells also of what is gone.
  session_id TEXT CHECK (length(session_id) = 8),
  entity_kind TEXT CHECK (length(entity_kind) BETWEEN 1 AND 32),
  entity_id TEXT CHECK (length(entity_id) BETWEEN 1 AND 128),
  actor TEXT NOT NULL CHECK (actor IN ('hook', 'cli', 'http', 'mcp', 'engine')),
  data TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(data) AND json_type(data) = 'object'),
  CHECK ((entity_kind IS NULL) = (entity_id IS NULL))
) STRICT;

CREATE INDEX events_by_session ON events (session_id, id) WHERE session_id IS NOT NULL;
CREATE INDEX events_by_conversation ON events (conversation_id, id) WHERE conversation_id IS NOT NULL;
CREATE INDEX events_by_entity ON events (entity_kind, entity_id, id) WHERE entity_kind IS NOT NULL;
CREATE INDEX events_by_time ON events (at);

PRAGMA user_version = 30;
