-- Keeps what the person has seen of what waits, and how far they have looked; finds notices by what they are about.
-- What the person has seen of what waits for them, or put off. A wait is named by when it began: the same again is shown again.
CREATE TABLE attention_marks (
  -- Open to new ones; worker_failed and session_waiting are some of ours.
  kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 32 AND kind NOT GLOB '*[^a-z_]*'),
  -- The id of what it is about, or a word where that has none.
  subject TEXT NOT NULL CHECK (length(subject) BETWEEN 1 AND 64),
  since TEXT NOT NULL CHECK (since GLOB '????-??-??T??:??:??.???Z'),
  marked_at TEXT NOT NULL CHECK (marked_at GLOB '????-??-??T??:??:??.???Z'),
  -- When it may be shown again; NULL for never.
  hidden_until TEXT CHECK (hidden_until GLOB '????-??-??T??:??:??.???Z'),
  PRIMARY KEY (kind, subject)
) STRICT, WITHOUT ROWID;

CREATE INDEX attention_marks_by_time ON attention_marks (marked_at, kind, subject);

-- How far in the journal somebody has looked, so that they can be told what is new.
CREATE TABLE look_marks (
  reader TEXT NOT NULL PRIMARY KEY CHECK (length(reader) BETWEEN 1 AND 64 AND reader NOT GLOB '*[^a-z0-9-]*'),
  -- The last event they have seen; 0 if there was none.
  position INTEGER NOT NULL CHECK (position >= 0),
  looked_at TEXT NOT NULL CHECK (looked_at GLOB '????-??-??T??:??:??.???Z')
) STRICT, WITHOUT ROWID;

CREATE INDEX conversation_notifications_by_entity ON conversation_notifications (entity_id, created_at, id);

PRAGMA user_version = 39;
