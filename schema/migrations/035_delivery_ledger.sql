-- Keeps a ledger of what was told: each notification is offered, confirmed or given up, and every step has its time.
--
-- Checks over several columns, and a generation in what names a notification: the table is rebuilt. Nothing refers to it.
CREATE TABLE notifications_aside AS SELECT * FROM conversation_notifications;

DROP TABLE conversation_notifications;

CREATE TABLE conversation_notifications (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 8 AND id NOT GLOB '*[^0-9a-f]*'),
  conversation_id TEXT NOT NULL CHECK (length(conversation_id) BETWEEN 1 AND 64),
  -- Open to new ones; worker_complete, worker_failed, context_warning and message are some of ours.
  notification_type TEXT NOT NULL CHECK (
    length(notification_type) BETWEEN 1 AND 64 AND notification_type NOT GLOB '*[^a-z0-9_]*'
  ),
  -- What it is about; with conversation, type and generation it names the notification, so that none is stored twice.
  entity_id TEXT NOT NULL CHECK (length(entity_id) BETWEEN 1 AND 128),
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  body TEXT NOT NULL DEFAULT '' CHECK (length(body) <= 100000),
  created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
  -- When and to which session it was sent, once that is confirmed.
  notified_at TEXT CHECK (notified_at GLOB '????-??-??T??:??:??.???Z'),
  session_id TEXT REFERENCES sessions (id),
  -- What happens to the same thing again, such as a second run of a worker, is told under the next one.
  generation INTEGER NOT NULL DEFAULT 1 CHECK (generation >= 1),
  urgency TEXT NOT NULL DEFAULT 'normal' CHECK (urgency IN ('low', 'normal', 'high', 'critical')),
  -- engine, person, conversation:ID or worker:ID.
  sender TEXT NOT NULL DEFAULT 'engine' CHECK (length(sender) BETWEEN 1 AND 100),
  -- What must still hold when it is offered.
  still_true TEXT NOT NULL DEFAULT 'always' CHECK (
    still_true IN ('always', 'worker_complete', 'worker_failed', 'ping_open', 'context_warned')
  ),
  not_before TEXT CHECK (not_before GLOB '????-??-??T??:??:??.???Z'),
  expires_at TEXT CHECK (expires_at GLOB '????-??-??T??:??:??.???Z'),
  state TEXT NOT NULL DEFAULT 'queued' CHECK (
    state IN ('queued', 'offered', 'confirmed', 'seen', 'withdrawn', 'expired', 'dead')
  ),
  attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  -- The offer that has arrived, or may: to which session, in which of its contexts, in the answer to which call.
  offered_at TEXT CHECK (offered_at GLOB '????-??-??T??:??:??.???Z'),
  offered_to TEXT REFERENCES sessions (id),
  offered_context INTEGER CHECK (offered_context >= 1),
  offered_by TEXT CHECK (length(offered_by) = 32 AND offered_by NOT GLOB '*[^0-9a-f]*'),
  confirmed_at TEXT CHECK (confirmed_at GLOB '????-??-??T??:??:??.???Z'),
  seen_at TEXT CHECK (seen_at GLOB '????-??-??T??:??:??.???Z'),
  -- When it was withdrawn, expired or given up, and why it was withdrawn.
  closed_at TEXT CHECK (closed_at GLOB '????-??-??T??:??:??.???Z'),
  closed_reason TEXT CHECK (length(closed_reason) BETWEEN 1 AND 200),
  UNIQUE (conversation_id, notification_type, entity_id, generation),
  CHECK ((offered_at IS NULL) = (offered_to IS NULL)),
  CHECK ((offered_at IS NULL) = (offered_context IS NULL)),
  CHECK ((offered_at IS NULL) = (offered_by IS NULL)),
  CHECK (state NOT IN ('offered', 'confirmed', 'seen') OR offered_at IS NOT NULL),
  CHECK ((state IN ('confirmed', 'seen')) = (confirmed_at IS NOT NULL)),
  CHECK ((state IN ('confirmed', 'seen')) = (notified_at IS NOT NULL)),
  CHECK ((notified_at IS NULL) = (session_id IS NULL)),
  CHECK ((state = 'seen') = (seen_at IS NOT NULL)),
  CHECK ((state IN ('withdrawn', 'expired', 'dead')) = (closed_at IS NOT NULL)),
  CHECK ((state = 'withdrawn') = (closed_reason IS NOT NULL))
) STRICT;

CREATE INDEX conversation_notifications_by_creation ON conversation_notifications (created_at, id);
CREATE INDEX conversation_notifications_by_conversation ON conversation_notifications (conversation_id, created_at, id);
CREATE INDEX conversation_notifications_waiting ON conversation_notifications (created_at, id)
  WHERE confirmed_at IS NULL AND closed_at IS NULL;
CREATE INDEX conversation_notifications_waiting_by_conversation
  ON conversation_notifications (conversation_id, created_at, id) WHERE confirmed_at IS NULL AND closed_at IS NULL;
CREATE INDEX conversation_notifications_told ON conversation_notifications (created_at, id) WHERE confirmed_at IS NOT NULL;
CREATE INDEX conversation_notifications_closed ON conversation_notifications (created_at, id) WHERE closed_at IS NOT NULL;
CREATE INDEX conversation_notifications_dead ON conversation_notifications (created_at, id) WHERE state = 'dead';
CREATE INDEX conversation_notifications_queued
  ON conversation_notifications (conversation_id, urgency, created_at, id) WHERE state = 'queued';
CREATE INDEX conversation_notifications_expiring ON conversation_notifications (expires_at, id)
  WHERE state = 'queued' AND expires_at IS NOT NULL;
CREATE INDEX conversation_notifications_offered ON conversation_notifications (conversation_id, offered_at) WHERE state = 'offered';
CREATE INDEX conversation_notifications_claims ON conversation_notifications (offered_at, id) WHERE state = 'offered';
CREATE INDEX conversation_notifications_by_recipient ON conversation_notifications (offered_to) WHERE offered_to IS NOT NULL;
CREATE INDEX conversation_notifications_by_call ON conversation_notifications (offered_by, created_at, id) WHERE offered_by IS NOT NULL;
CREATE INDEX conversation_notifications_by_session ON conversation_notifications (session_id) WHERE session_id IS NOT NULL;

-- What was told before counts as confirmed then, in the first context of its session and by a call that never was: neither
-- was kept. Where even the session is not known, nobody is told again.
INSERT INTO conversation_notifications (
  id, conversation_id, notification_type, entity_id, title, body, created_at, notified_at, session_id, state,
  attempts, offered_at, offered_to, offered_context, offered_by, confirmed_at
)
SELECT
  id, conversation_id, notification_type, entity_id, title, body, created_at, notified_at, session_id, 'confirmed',
  1, notified_at, session_id, 1, '00000000000000000000000000000000', notified_at
FROM notifications_aside
WHERE notified_at IS NOT NULL AND session_id IS NOT NULL;

INSERT INTO conversation_notifications (
  id, conversation_id, notification_type, entity_id, title, body, created_at, state, closed_at, closed_reason
)
SELECT
  id, conversation_id, notification_type, entity_id, title, body, created_at, 'withdrawn', notified_at,
  'told before it was kept to whom'
FROM notifications_aside
WHERE notified_at IS NOT NULL AND session_id IS NULL;

INSERT INTO conversation_notifications (id, conversation_id, notification_type, entity_id, title, body, created_at)
SELECT id, conversation_id, notification_type, entity_id, title, body, created_at
FROM notifications_aside
WHERE notified_at IS NULL;

DROP TABLE notifications_aside;

PRAGMA user_version = 35;
