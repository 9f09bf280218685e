-- Tells who staged an item and from which file, so that the person can judge it and the verdict finds its way back.
ALTER TABLE staged_content ADD COLUMN conversation_id TEXT CHECK (length(conversation_id) BETWEEN 1 AND 64);
ALTER TABLE staged_content ADD COLUMN session_id TEXT REFERENCES sessions (id);
ALTER TABLE staged_content ADD COLUMN source_path TEXT;
ALTER TABLE staged_content
  ADD COLUMN source_hash TEXT CHECK (length(source_hash) = 64 AND source_hash NOT GLOB '*[^0-9a-f]*');

PRAGMA user_version = 21;
