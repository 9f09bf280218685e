-- Defines what runs on a schedule, so that recurring work needs nobody to start it.
CREATE TABLE scheduled_missions (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 8 AND id NOT GLOB '*[^0-9a-f]*'),
  slug TEXT NOT NULL UNIQUE CHECK (length(slug) BETWEEN 1 AND 64 AND slug NOT GLOB '*[^a-z0-9-]*'),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  prompt TEXT NOT NULL CHECK (length(prompt) BETWEEN 1 AND 100000),
  primitive TEXT NOT NULL CHECK (length(primitive) BETWEEN 1 AND 32 AND primitive NOT GLOB '*[^a-z0-9-]*'),
  -- A cron expression, 'every 15m' or 'once 2026-01-05T09:00', read in the zone beside it.
  schedule TEXT NOT NULL CHECK (length(schedule) BETWEEN 1 AND 200),
  timezone TEXT NOT NULL CHECK (length(timezone) BETWEEN 1 AND 64),
  enabled INTEGER NOT NULL DEFAULT 1 CHECK (enabled IN (0, 1)),
  created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
  updated_at TEXT NOT NULL CHECK (updated_at GLOB '????-??-??T??:??:??.???Z')
) STRICT;

PRAGMA user_version = 14;
