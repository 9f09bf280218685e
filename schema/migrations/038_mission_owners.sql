-- Lets a scheduled mission have an owner: the conversation that is told how each of its slots ends.
ALTER TABLE scheduled_missions ADD COLUMN conversation_id TEXT CHECK (length(conversation_id) BETWEEN 1 AND 64);

PRAGMA user_version = 38;
