-- Lets the person reply to a ping, with an answer or with not now, where so far it could only be acknowledged.
--
-- An answer has a time and implies the acknowledgement. ADD COLUMN cannot add such checks: the table is rebuilt.
CREATE TABLE pings_aside AS SELECT * FROM pings;

DROP TABLE pings;

CREATE TABLE pings (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 8 AND id NOT GLOB '*[^0-9a-f]*'),
  session_id TEXT REFERENCES sessions (id),
  message TEXT NOT NULL CHECK (length(message) BETWEEN 1 AND 10000),
  urgency TEXT NOT NULL CHECK (urgency IN ('low', 'normal', 'high', 'critical')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
  acknowledged_at TEXT CHECK (acknowledged_at GLOB '????-??-??T??:??:??.???Z'),
  conversation_id TEXT CHECK (length(conversation_id) BETWEEN 1 AND 64),
  answer TEXT CHECK (length(answer) BETWEEN 1 AND 10000),
  answered_at TEXT CHECK (answered_at GLOB '????-??-??T??:??:??.???Z'),
  snoozed_until TEXT CHECK (snoozed_until GLOB '????-??-??T??:??:??.???Z'),
  CHECK ((answer IS NULL) = (answered_at IS NULL)),
  CHECK (answered_at IS NULL OR acknowledged_at IS NOT NULL)
) STRICT;

INSERT INTO pings (id, session_id, message, urgency, created_at, acknowledged_at, conversation_id)
SELECT id, session_id, message, urgency, created_at, acknowledged_at, conversation_id
FROM pings_aside;

DROP TABLE pings_aside;

CREATE INDEX pings_open ON pings (created_at) WHERE acknowledged_at IS NULL;
CREATE INDEX pings_by_conversation ON pings (conversation_id, created_at);

PRAGMA user_version = 23;
