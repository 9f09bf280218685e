-- Remembers each offer that may have arrived, not only the last one of a notification; and which calls of hooks came again
-- by another way, because the first answer was not used.
CREATE TABLE notification_offers (
  notification_id TEXT NOT NULL REFERENCES conversation_notifications (id),
  -- The answer to which call carried it.
  call_id TEXT NOT NULL CHECK (length(call_id) = 32 AND call_id NOT GLOB '*[^0-9a-f]*'),
  session_id TEXT NOT NULL REFERENCES sessions (id),
  context INTEGER NOT NULL CHECK (context >= 1),
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z'),
  PRIMARY KEY (notification_id, call_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX notification_offers_by_call ON notification_offers (call_id, notification_id);
CREATE INDEX notification_offers_by_session ON notification_offers (session_id, context, notification_id, call_id);

INSERT INTO notification_offers (notification_id, call_id, session_id, context, at)
SELECT id, offered_by, offered_to, offered_context, offered_at
FROM conversation_notifications
WHERE offered_to IS NOT NULL;

ALTER TABLE hook_calls ADD COLUMN again_by TEXT CHECK (again_by IN ('one-shot', 'spool'));

PRAGMA user_version = 40;
