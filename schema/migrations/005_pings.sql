-- Lets a session call for the person, so that a question does not scroll away unseen.
CREATE TABLE pings (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 8 AND id NOT GLOB '*[^0-9a-f]*'),
  session_id TEXT REFERENCES sessions (id),
  message TEXT NOT NULL CHECK (length(message) BETWEEN 1 AND 10000),
  urgency TEXT NOT NULL CHECK (urgency IN ('low', 'normal', 'high', 'critical')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
  acknowledged_at TEXT CHECK (acknowledged_at GLOB '????-??-??T??:??:??.???Z')
) STRICT;

CREATE INDEX pings_open ON pings (created_at) WHERE acknowledged_at IS NULL;

PRAGMA user_version = 5;
