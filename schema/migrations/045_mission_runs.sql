-- Says how each slot came to be decided on, lets one row stand for many slots, and finds what is not over.
ALTER TABLE missions ADD COLUMN triggered_by TEXT NOT NULL DEFAULT 'schedule'
  CHECK (triggered_by IN ('schedule', 'person'));
ALTER TABLE missions ADD COLUMN decided_at TEXT CHECK (decided_at GLOB '????-??-??T??:??:??.???Z');
ALTER TABLE missions ADD COLUMN first_slot_at TEXT CHECK (first_slot_at GLOB '????-??-??T??:??:??.???Z');
ALTER TABLE missions ADD COLUMN slot_count INTEGER NOT NULL DEFAULT 1 CHECK (slot_count >= 1);
ALTER TABLE missions ADD COLUMN merged_into TEXT REFERENCES missions (id);

CREATE INDEX missions_unfinished ON missions (scheduled_mission_id, slot_at, id) WHERE status IN ('pending', 'running');
CREATE INDEX missions_in_line ON missions (scheduled_mission_id, slot_at, id) WHERE status = 'pending' AND worker_id IS NULL;
CREATE INDEX missions_by_merger ON missions (merged_into) WHERE merged_into IS NOT NULL;

PRAGMA user_version = 45;
