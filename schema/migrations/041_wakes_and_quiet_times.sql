-- Limits how often a conversation is woken, and keeps when it is to be left alone.
-- When sessions that do nothing are left alone: no notice wakes them then.
CREATE TABLE quiet_times (
  -- The conversation it is for; empty for the whole fleet.
  scope TEXT NOT NULL CHECK (length(scope) <= 64),
  kind TEXT NOT NULL CHECK (kind IN ('daily', 'spell')),
  -- Of a spell: until when; NULL until somebody ends it.
  until TEXT CHECK (until GLOB '????-??-??T??:??:??.???Z'),
  -- Of daily hours: from when to when on the clock of which zone.
  starts TEXT CHECK (starts GLOB '[0-2][0-9]:[0-5][0-9]'),
  ends TEXT CHECK (ends GLOB '[0-2][0-9]:[0-5][0-9]'),
  zone TEXT CHECK (length(zone) BETWEEN 1 AND 64),
  PRIMARY KEY (scope, kind),
  CHECK (kind = 'spell' OR until IS NULL),
  CHECK ((kind = 'daily') = (starts IS NOT NULL)),
  CHECK ((kind = 'daily') = (ends IS NOT NULL)),
  CHECK ((kind = 'daily') = (zone IS NOT NULL)),
  CHECK (starts IS NULL OR starts <> ends)
) STRICT, WITHOUT ROWID;

-- The wakes of the last hour, by which they are limited. Those before are gone with the next one.
CREATE TABLE conversation_wakes (
  -- What the notices were claimed for.
  call_id TEXT NOT NULL PRIMARY KEY CHECK (length(call_id) = 32 AND call_id NOT GLOB '*[^0-9a-f]*'),
  conversation_id TEXT NOT NULL CHECK (length(conversation_id) BETWEEN 1 AND 64),
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z')
) STRICT, WITHOUT ROWID;

CREATE INDEX conversation_wakes_by_conversation ON conversation_wakes (conversation_id, at, call_id);

PRAGMA user_version = 41;
