-- Queues what a session must be told, so that a worker can report to the session that spawned it.
CREATE TABLE session_notifications (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 8 AND id NOT GLOB '*[^0-9a-f]*'),
  session_id TEXT NOT NULL REFERENCES sessions (id),
  notification_type TEXT NOT NULL CHECK (length(notification_type) BETWEEN 1 AND 64),
  entity_id TEXT,
  created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
  notified_at TEXT CHECK (notified_at GLOB '????-??-??T??:??:??.???Z')
) STRICT;

CREATE INDEX session_notifications_by_session ON session_notifications (session_id, created_at);

PRAGMA user_version = 4;
