-- Addresses notifications to a conversation instead of a session, so that they survive a context reset.
CREATE TABLE conversation_notifications (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 8 AND id NOT GLOB '*[^0-9a-f]*'),
  conversation_id TEXT NOT NULL CHECK (length(conversation_id) BETWEEN 1 AND 64),
  -- Open to new ones.
  notification_type TEXT NOT NULL CHECK (
    length(notification_type) BETWEEN 1 AND 64 AND notification_type NOT GLOB '*[^a-z0-9_]*'
  ),
  -- What it is about. With conversation and type it names the notification, so that none is stored twice.
  entity_id TEXT NOT NULL CHECK (length(entity_id) BETWEEN 1 AND 128),
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  body TEXT NOT NULL DEFAULT '' CHECK (length(body) <= 100000),
  created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
  notified_at TEXT CHECK (notified_at GLOB '????-??-??T??:??:??.???Z'),
  session_id TEXT REFERENCES sessions (id),
  UNIQUE (conversation_id, notification_type, entity_id)
) STRICT;

CREATE INDEX conversation_notifications_waiting
  ON conversation_notifications (conversation_id, created_at) WHERE notified_at IS NULL;
CREATE INDEX conversation_notifications_by_creation ON conversation_notifications (created_at);
CREATE INDEX conversation_notifications_by_conversation ON conversation_notifications (conversation_id, created_at);

-- Carries over what was not delivered yet, while the old rows stay until 029. The old columns were looser: a type that
-- cannot be spelled in the new way becomes a message that has it in its title, and an entity that is missing, does not
-- fit or came with such a type becomes the id of the old row. Of two rows that say the same the oldest is taken.
WITH
  undelivered AS (
    SELECT
      session_notifications.id,
      sessions.conversation_id,
      session_notifications.notification_type AS old_type,
      lower(replace(session_notifications.notification_type, '-', '_')) AS new_type,
      nullif(session_notifications.entity_id, '') AS entity_id,
      session_notifications.created_at
    FROM session_notifications
    JOIN sessions ON sessions.id = session_notifications.session_id
    WHERE session_notifications.notified_at IS NULL
  ),
  fitted AS (
    SELECT
      id,
      conversation_id,
      CASE WHEN new_type GLOB '*[^a-z0-9_]*' THEN 'message' ELSE new_type END AS notification_type,
      CASE
        WHEN new_type GLOB '*[^a-z0-9_]*' OR entity_id IS NULL OR length(entity_id) > 128 THEN id
        ELSE entity_id
      END AS entity_id,
      substr(old_type || coalesce(' ' || entity_id, ''), 1, 200) AS title,
      created_at
    FROM undelivered
  ),
  ranked AS (
    SELECT
      id, conversation_id, notification_type, entity_id, title, created_at,
      row_number() OVER (
        PARTITION BY conversation_id, notification_type, entity_id ORDER BY created_at, id
      ) AS place
    FROM fitted
  )
INSERT INTO conversation_notifications (id, conversation_id, notification_type, entity_id, title, created_at)
SELECT id, conversation_id, notification_type, entity_id, title, created_at
FROM ranked
WHERE place = 1
ORDER BY created_at, id;

PRAGMA user_version = 27;
