-- Finds the uses of tools of one session, so that its timeline and what it does now are shown at once.
CREATE INDEX tool_calls_by_session ON tool_calls (session_id, started_at, tool_use_id);

PRAGMA user_version = 49;
