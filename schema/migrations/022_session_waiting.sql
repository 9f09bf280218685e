-- Marks a session that waits for the person, and since when, so that it can be brought to attention.
--
-- The two columns are set together or not at all. ADD COLUMN cannot add that check: the table is rebuilt as in 010, its
-- rows stepping aside and coming back under the same ids.
PRAGMA defer_foreign_keys = ON;

-- Each row is looked up in every table that points here: quick only with indexes there.
CREATE INDEX pings_aside ON pings (session_id);
CREATE INDEX staged_content_aside ON staged_content (session_id);

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
  cwd TEXT,
  transcript_path TEXT,
  pid INTEGER CHECK (pid > 0),
  pid_started_at TEXT CHECK (pid_started_at GLOB '????-??-??T??:??:??.???Z'),
  model TEXT,
  waiting_for TEXT CHECK (waiting_for IN ('permission', 'input')),
  waiting_since TEXT CHECK (waiting_since GLOB '????-??-??T??:??:??.???Z'),
  CHECK ((ended_at IS NULL) = (end_reason IS NULL)),
  CHECK ((waiting_for IS NULL) = (waiting_since IS NULL))
) STRICT;

CREATE UNIQUE INDEX sessions_live_by_claude_session ON sessions (claude_session_id) WHERE ended_at IS NULL;
CREATE INDEX sessions_by_claude_session ON sessions (claude_session_id, started_at);
CREATE INDEX sessions_live ON sessions (started_at) WHERE ended_at IS NULL;
CREATE INDEX sessions_by_conversation ON sessions (conversation_id, started_at);
CREATE INDEX sessions_by_previous ON sessions (previous_session_id) WHERE previous_session_id IS NOT NULL;
CREATE INDEX sessions_cleared_by_pane ON sessions (tmux_pane, ended_at) WHERE end_reason = 'clear';
CREATE INDEX sessions_cleared_by_cwd ON sessions (cwd, ended_at) WHERE end_reason = 'clear';
CREATE INDEX sessions_by_pid ON sessions (pid, started_at) WHERE pid IS NOT NULL;

-- Nobody is known to wait: the next event of a session tells.
INSERT INTO sessions (
  id, claude_session_id, role, mode, current_state, status_text, tmux_window, tmux_pane,
  started_at, ended_at, end_reason, last_seen_at, conversation_id, previous_session_id, continuation,
  cwd, transcript_path, pid, pid_started_at, model
)
SELECT
  id, claude_session_id, role, mode, current_state, status_text, tmux_window, tmux_pane,
  started_at, ended_at, end_reason, last_seen_at, conversation_id, previous_session_id, continuation,
  cwd, transcript_path, pid, pid_started_at, model
FROM sessions_aside;

DROP TABLE sessions_aside;
DROP INDEX pings_aside;
DROP INDEX staged_content_aside;

PRAGMA user_version = 22;
