-- Keeps the next and the last slot with the mission, so that what is due is found without reading every schedule.
ALTER TABLE scheduled_missions ADD COLUMN next_slot_at TEXT CHECK (next_slot_at GLOB '????-??-??T??:??:??.???Z');
ALTER TABLE scheduled_missions ADD COLUMN last_slot_at TEXT CHECK (last_slot_at GLOB '????-??-??T??:??:??.???Z');

-- The last slot is known from history. The next takes a cron library: it stays empty until the scheduler plans it.
UPDATE scheduled_missions
SET last_slot_at = (
  SELECT max(missions.slot_at) FROM missions WHERE missions.scheduled_mission_id = scheduled_missions.id
);

CREATE INDEX scheduled_missions_due ON scheduled_missions (next_slot_at) WHERE enabled = 1;

PRAGMA user_version = 16;
