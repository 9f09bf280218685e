-- Counts the contexts of a session, so that what was told in one is not taken to be known in the next.
ALTER TABLE sessions ADD COLUMN context_number INTEGER NOT NULL DEFAULT 1 CHECK (context_number >= 1);

PRAGMA user_version = 34;
