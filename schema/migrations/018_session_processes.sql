-- Notes the client process behind a session and its model, so that it is called lost only when that is gone.
ALTER TABLE sessions ADD COLUMN pid INTEGER CHECK (pid > 0);
ALTER TABLE sessions ADD COLUMN pid_started_at TEXT CHECK (pid_started_at GLOB '????-??-??T??:??:??.???Z');
ALTER TABLE sessions ADD COLUMN model TEXT;

CREATE INDEX sessions_by_pid ON sessions (pid, started_at) WHERE pid IS NOT NULL;

PRAGMA user_version = 18;
