-- Ties a ping to the conversation that asked, so that it still belongs to somebody after the session was cleared.
ALTER TABLE pings ADD COLUMN conversation_id TEXT CHECK (length(conversation_id) BETWEEN 1 AND 64);

UPDATE pings
SET conversation_id = (SELECT sessions.conversation_id FROM sessions WHERE sessions.id = pings.session_id);

CREATE INDEX pings_by_conversation ON pings (conversation_id, created_at);

PRAGMA user_version = 20;
