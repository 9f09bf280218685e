-- Lets every list be paged in the order of time without a sort, now that tables have grown beyond one screen.
CREATE INDEX sessions_by_start ON sessions (started_at);
CREATE INDEX sessions_by_role ON sessions (role, started_at);
CREATE INDEX workers_by_creation ON workers (created_at);
CREATE INDEX missions_by_slot ON missions (slot_at);
CREATE INDEX staged_content_by_time ON staged_content (staged_at);
CREATE INDEX pings_by_creation ON pings (created_at);

PRAGMA user_version = 24;
