-- Accounts for every slot of every scheduled mission, so that each runs once or is known not to, and why.
CREATE TABLE missions (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 8 AND id NOT GLOB '*[^0-9a-f]*'),
  scheduled_mission_id TEXT NOT NULL REFERENCES scheduled_missions (id) ON DELETE CASCADE,
  slot_at TEXT NOT NULL CHECK (slot_at GLOB '????-??-??T??:??:??.???Z'),
  status TEXT NOT NULL CHECK (status IN ('pending', 'running', 'complete', 'failed', 'skipped')),
  reason TEXT,
  worker_id TEXT REFERENCES workers (id),
  started_at TEXT CHECK (started_at GLOB '????-??-??T??:??:??.???Z'),
  finished_at TEXT CHECK (finished_at GLOB '????-??-??T??:??:??.???Z'),
  summary TEXT,
  UNIQUE (scheduled_mission_id, slot_at),
  CHECK (status <> 'skipped' OR reason IS NOT NULL),
  CHECK ((status IN ('complete', 'failed')) = (finished_at IS NOT NULL))
) STRICT;

CREATE INDEX missions_by_status ON missions (status, slot_at);
CREATE INDEX missions_by_worker ON missions (worker_id) WHERE worker_id IS NOT NULL;

PRAGMA user_version = 15;
