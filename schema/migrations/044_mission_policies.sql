-- Lets a scheduled mission say what becomes of slots that cannot run just when they are due. Those that are there get what
-- somebody means who says nothing.
ALTER TABLE scheduled_missions ADD COLUMN missed_run TEXT NOT NULL DEFAULT 'once'
  CHECK (missed_run IN ('skip', 'once', 'all'));
ALTER TABLE scheduled_missions ADD COLUMN max_catch_up INTEGER NOT NULL DEFAULT 10
  CHECK (max_catch_up BETWEEN 1 AND 1000);
ALTER TABLE scheduled_missions ADD COLUMN max_lateness_seconds INTEGER NOT NULL DEFAULT 86400
  CHECK (max_lateness_seconds BETWEEN 60 AND 31622400);
ALTER TABLE scheduled_missions ADD COLUMN overlap TEXT NOT NULL DEFAULT 'skip'
  CHECK (overlap IN ('skip', 'queue', 'parallel'));
ALTER TABLE scheduled_missions ADD COLUMN timeout_seconds INTEGER
  CHECK (timeout_seconds BETWEEN 1 AND 2592000);

PRAGMA user_version = 44;
