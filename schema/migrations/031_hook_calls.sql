-- Every call of a hook: what makes its event count once, and how long it took.
CREATE TABLE hook_calls (
  -- Drawn where the hook is called. Whichever ways an event comes in, it is handled once.
  event_id TEXT NOT NULL PRIMARY KEY CHECK (length(event_id) = 32 AND event_id NOT GLOB '*[^0-9a-f]*'),
  event TEXT NOT NULL CHECK (length(event) BETWEEN 1 AND 64),
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z'),
  -- From the call of the hook until its event was stored.
  microseconds INTEGER NOT NULL CHECK (microseconds >= 0),
  door TEXT NOT NULL CHECK (door IN ('engine', 'one-shot', 'spool')),
  outcome TEXT NOT NULL CHECK (outcome IN ('stored', 'unchanged', 'refused'))
) STRICT, WITHOUT ROWID;

CREATE INDEX hook_calls_by_time ON hook_calls (at, event_id);

PRAGMA user_version = 31;
