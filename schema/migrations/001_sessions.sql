-- Remembers every run of Claude Code, so that what is alive now can be told from what has ended.
PRAGMA application_id = 1162757966;

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
  CHECK ((ended_at IS NULL) = (end_reason IS NULL))
) STRICT;

CREATE UNIQUE INDEX sessions_live_by_claude_session ON sessions (claude_session_id) WHERE ended_at IS NULL;
CREATE INDEX sessions_by_claude_session ON sessions (claude_session_id, started_at);
CREATE INDEX sessions_live ON sessions (started_at) WHERE ended_at IS NULL;

PRAGMA user_version = 1;
