-- Sorts priorities into pools, so that private ones and those of a project do not mix. So far all are in the main one.
ALTER TABLE priorities ADD COLUMN pool TEXT NOT NULL DEFAULT 'main' CHECK (length(pool) BETWEEN 1 AND 64);

PRAGMA user_version = 9;
