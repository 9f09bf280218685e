-- Notes where a session works and writes its transcript, so that one cleared outside tmux is found again.
ALTER TABLE sessions ADD COLUMN cwd TEXT;
ALTER TABLE sessions ADD COLUMN transcript_path TEXT;

CREATE INDEX sessions_cleared_by_cwd ON sessions (cwd, ended_at) WHERE end_reason = 'clear';

PRAGMA user_version = 13;
