-- Remembers the highest context warning that a session was given, so that none is given twice.
ALTER TABLE sessions
  ADD COLUMN context_warning_level INTEGER NOT NULL DEFAULT 0 CHECK (context_warning_level IN (0, 50, 70, 90));

PRAGMA user_version = 28;
