-- Makes a conversation the owner of a worker, so that its outcome has an addressee after the parent session is gone.
ALTER TABLE workers ADD COLUMN conversation_id TEXT CHECK (length(conversation_id) BETWEEN 1 AND 64);

UPDATE workers
SET conversation_id = (SELECT sessions.conversation_id FROM sessions WHERE sessions.id = workers.session_id);

CREATE INDEX workers_by_conversation ON workers (conversation_id, created_at);

PRAGMA user_version = 11;
