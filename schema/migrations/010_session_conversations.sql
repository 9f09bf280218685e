-- Gives sessions a conversation, the identity that outlives a context reset, and links each to the one it continues.
--
-- The new columns are NOT NULL without a default, which ADD COLUMN cannot do: the table is rebuilt. Its rows step aside
-- and come back under the same ids, which settles the deferred foreign keys of the tables that point here. The usual
-- order (copy, drop, rename) would not: a rename does not count as putting the parents back.
PRAGMA defer_foreign_keys = ON;

-- Each row is looked up in every table that points here: quick only with an index there.
CREATE INDEX pings_aside ON pings (session_id);

CREATE TABLE sessions_aside AS SELECT * FROM sessions;

DROP TABLE sessions;

CREATE TABLE sessions (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 8 AND id NOT GLOB '*[^0-9a-f]*'),
  claude_session_id TEXT NOT NULL CHECK (length(claude_session_id) BETWEEN 1 AND 128),
  role TEXT NOT NULL CHECK (role IN ('chief', 'builder', 'deep-work', 'project', 'idea')),
  mode TEXT NOT NULL CHECK (mode IN ('interactive', 'background', 'autonomous')),
  current_state TEXT NOT NULL CHECK (current_state IN ('active', 'tool_active', 'idle')),
  status_text TEXT CHECK (length(status_text) <= 500),
  tmux_window TEXT,
  tmux_pane TEXT,
  started_at TEXT NOT NULL CHECK (started_at GLOB '????-??-??T??:??:??.???Z'),
  ended_at TEXT CHECK (ended_at GLOB '????-??-??T??:??:??.???Z'),
  end_reason TEXT CHECK (
    end_reason IN ('clear', 'resume', 'logout', 'prompt_input_exit', 'other', 'lost', 'closed')
  ),
  last_seen_at TEXT NOT NULL CHECK (last_seen_at GLOB '????-??-??T??:??:??.???Z'),
  conversation_id TEXT NOT NULL CHECK (length(conversation_id) BETWEEN 1 AND 64),
  previous_session_id TEXT REFERENCES sessions (id),
  continuation TEXT NOT NULL CHECK (
    continuation IN ('startup', 'resume', 'clear', 'compact', 'fork', 'handoff')
  ),
  CHECK ((ended_at IS NULL) = (end_reason IS NULL))
) STRICT;

CREATE UNIQUE INDEX sessions_live_by_claude_session ON sessions (claude_session_id) WHERE ended_at IS NULL;
CREATE INDEX sessions_by_claude_session ON sessions (claude_session_id, started_at);
CREATE INDEX sessions_live ON sessions (started_at) WHERE ended_at IS NULL;
CREATE INDEX sessions_by_conversation ON sessions (conversation_id, started_at);
CREATE INDEX sessions_by_previous ON sessions (previous_session_id) WHERE previous_session_id IS NOT NULL;
CREATE INDEX sessions_cleared_by_pane ON sessions (tmux_pane, ended_at) WHERE end_reason = 'clear';

-- Rows of one Claude session are one conversation, each resuming the row before it. It is named after the first row:
-- chief-YYYY-MM-DD (the UTC date, for no time zone is known here) or role-id.
INSERT INTO sessions (
  id, claude_session_id, role, mode, current_state, status_text, tmux_window, tmux_pane,
  started_at, ended_at, end_reason, last_seen_at, conversation_id, previous_session_id, continuation
)
SELECT
  id, claude_session_id, role, mode, current_state, status_text, tmux_window, tmux_pane,
  started_at, ended_at, end_reason, last_seen_at,
  CASE first_value(role) OVER run
    WHEN 'chief' THEN 'chief-' || substr(first_value(started_at) OVER run, 1, 10)
    ELSE first_value(role) OVER run || '-' || first_value(id) OVER run
  END,
  lag(id) OVER run,
  CASE WHEN lag(id) OVER run IS NULL THEN 'startup' ELSE 'resume' END
FROM sessions_aside
WINDOW run AS (PARTITION BY claude_session_id ORDER BY started_at, id);

DROP TABLE sessions_aside;
DROP INDEX pings_aside;

PRAGMA user_version = 10;
