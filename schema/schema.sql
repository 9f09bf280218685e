-- The source of truth for system.db. Change it first, then add a migration that ends in the same
-- shape, then migrate or rebuild. A test holds the two together, column for column.
--
-- Conventions
--   ids people type   8 lower-case hex digits
--   times             UTC text of fixed width, 2026-01-05T12:00:00.000Z, so that they sort as text
--   closed sets       one wire name per value, listed in a CHECK and in one enum of the domain
--   order of columns  the order in which the migrations added them

-- 'ENGN' in ASCII.
PRAGMA application_id = 1162757966;
-- The last migration that is not held.
PRAGMA user_version = 49;

-- One run of Claude Code, from its first event to its last.
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
  -- The identity that outlives a context reset.
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
  -- What the person is waited for, until the next event.
  waiting_for TEXT CHECK (waiting_for IN ('permission', 'input')),
  waiting_since TEXT CHECK (waiting_since GLOB '????-??-??T??:??:??.???Z'),
  context_warning_level INTEGER NOT NULL DEFAULT 0 CHECK (context_warning_level IN (0, 50, 70, 90)),
  -- Counts the contexts that its model has had: each start of the client begins one, each compaction too.
  context_number INTEGER NOT NULL DEFAULT 1 CHECK (context_number >= 1),
  -- When the process started, whatever the clock says: boot id, pid namespace, hundredths of a second since the boot.
  pid_boot TEXT CHECK (length(pid_boot) = 36),
  pid_namespace INTEGER CHECK (pid_namespace > 0),
  pid_start_ticks INTEGER CHECK (pid_start_ticks >= 0),
  -- Whose pane it is: its socket, a comma, its process number.
  tmux_server TEXT CHECK (length(tmux_server) <= 256),
  -- How full its context is by the newest reading; unknown since the context was emptied.
  context_percent INTEGER CHECK (context_percent BETWEEN 0 AND 100),
  context_read_at TEXT CHECK (context_read_at GLOB '????-??-??T??:??:??.???Z')
    CHECK ((context_percent IS NULL) = (context_read_at IS NULL)),
  context_emptied_at TEXT CHECK (context_emptied_at GLOB '????-??-??T??:??:??.???Z'),
  -- What a client may go on telling for a while after that.
  context_stale_percent INTEGER CHECK (context_stale_percent BETWEEN 0 AND 100),
  CHECK ((ended_at IS NULL) = (end_reason IS NULL)),
  CHECK ((waiting_for IS NULL) = (waiting_since IS NULL))
) STRICT;

CREATE INDEX sessions_by_conversation ON sessions (conversation_id, started_at, id);
CREATE INDEX sessions_live ON sessions (started_at, id) WHERE ended_at IS NULL;
CREATE INDEX sessions_live_by_role ON sessions (role, started_at, id) WHERE ended_at IS NULL;
CREATE INDEX sessions_by_start ON sessions (started_at, id);
CREATE INDEX sessions_by_role ON sessions (role, started_at, id);
CREATE UNIQUE INDEX sessions_live_by_claude_session ON sessions (claude_session_id) WHERE ended_at IS NULL;
CREATE INDEX sessions_by_claude_session ON sessions (claude_session_id, started_at);
CREATE INDEX sessions_by_pid ON sessions (pid, started_at) WHERE pid IS NOT NULL;
CREATE INDEX sessions_cleared_by_pane ON sessions (tmux_pane, ended_at) WHERE end_reason = 'clear';
CREATE INDEX sessions_cleared_by_cwd ON sessions (cwd, ended_at) WHERE end_reason = 'clear';
CREATE INDEX sessions_by_previous ON sessions (previous_session_id) WHERE previous_session_id IS NOT NULL;

-- Work handed to a background process.
CREATE TABLE workers (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 8 AND id NOT GLOB '*[^0-9a-f]*'),
  session_id TEXT REFERENCES sessions (id),
  -- Open to new ones; research, analyze, organize, write, build, review and monitor are ours.
  primitive TEXT NOT NULL CHECK (length(primitive) BETWEEN 1 AND 32 AND primitive NOT GLOB '*[^a-z0-9-]*'),
  status TEXT NOT NULL CHECK (status IN ('pending', 'running', 'complete', 'failed')),
  instructions TEXT NOT NULL CHECK (length(instructions) BETWEEN 1 AND 100000),
  workspace_path TEXT NOT NULL,
  created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
  started_at TEXT CHECK (started_at GLOB '????-??-??T??:??:??.???Z'),
  finished_at TEXT CHECK (finished_at GLOB '????-??-??T??:??:??.???Z'),
  -- The owner, who is told of the outcome; it survives the parent session.
  conversation_id TEXT CHECK (length(conversation_id) BETWEEN 1 AND 64),
  -- Of two that could begin, the higher does.
  priority INTEGER NOT NULL DEFAULT 0 CHECK (priority BETWEEN -100 AND 100),
  dedupe_key TEXT CHECK (length(dedupe_key) BETWEEN 1 AND 200),
  -- When it may begin, as it was ordered; and when it may now, as after a failure.
  run_after TEXT CHECK (run_after GLOB '????-??-??T??:??:??.???Z'),
  not_before TEXT CHECK (not_before GLOB '????-??-??T??:??:??.???Z'),
  max_attempts INTEGER NOT NULL DEFAULT 1 CHECK (max_attempts BETWEEN 1 AND 20),
  -- How long an attempt may take; NULL if the settings say so.
  timeout_seconds INTEGER CHECK (timeout_seconds BETWEEN 1 AND 2592000),
  -- Counts the runs: after it has finished it may be run again.
  generation INTEGER NOT NULL DEFAULT 1 CHECK (generation >= 1),
  -- How many attempts of this run came to nothing.
  failed_attempts INTEGER NOT NULL DEFAULT 0 CHECK (failed_attempts >= 0),
  -- While it is pending, what it waits for: its turn, its time, other workers, an answer.
  queue TEXT NOT NULL DEFAULT 'ready' CHECK (queue IN ('ready', 'delayed', 'blocked', 'asking')),
  -- Since when somebody wants it ended, while it is running.
  cancel_requested_at TEXT CHECK (cancel_requested_at GLOB '????-??-??T??:??:??.???Z'),
  -- What came of it, or why it failed.
  summary TEXT CHECK (length(summary) <= 65536),
  failure TEXT CHECK (length(failure) <= 2000),
  -- What it said last.
  status_text TEXT CHECK (length(status_text) <= 500),
  -- What it asked last in this run, and in which of its attempts.
  question_ping_id TEXT REFERENCES pings (id),
  question_attempt INTEGER CHECK (question_attempt >= 1)
    CHECK ((question_ping_id IS NULL) = (question_attempt IS NULL)),
  -- Whether somebody did not want it any more. Its status is 'failed' then, and there is no other reason.
  is_cancelled INTEGER NOT NULL DEFAULT 0 CHECK (is_cancelled IN (0, 1))
    CHECK (is_cancelled = 0 OR (status = 'failed' AND failure IS NULL)),
  CHECK ((status IN ('complete', 'failed')) = (finished_at IS NOT NULL)),
  CHECK (status <> 'pending' OR started_at IS NULL),
  CHECK (status <> 'running' OR started_at IS NOT NULL)
) STRICT;

CREATE INDEX workers_by_status ON workers (status, created_at, id);
CREATE INDEX workers_by_creation ON workers (created_at, id);
CREATE INDEX workers_by_session ON workers (session_id, created_at, id);
CREATE INDEX workers_by_conversation ON workers (conversation_id, created_at, id);
-- Whose turn it is, of those that do the same; also, which are at work.
CREATE INDEX workers_unfinished ON workers (status, queue, primitive, priority DESC, created_at, id) WHERE finished_at IS NULL;
CREATE INDEX workers_delayed ON workers (status, queue, not_before) WHERE finished_at IS NULL AND not_before IS NOT NULL;
CREATE UNIQUE INDEX workers_by_dedupe_key ON workers (dedupe_key) WHERE finished_at IS NULL AND dedupe_key IS NOT NULL;
CREATE INDEX workers_by_question ON workers (question_ping_id) WHERE question_ping_id IS NOT NULL;

-- Which workers wait until which others are complete.
CREATE TABLE worker_dependencies (
  worker_id TEXT NOT NULL REFERENCES workers (id),
  depends_on TEXT NOT NULL REFERENCES workers (id),
  PRIMARY KEY (worker_id, depends_on),
  CHECK (worker_id <> depends_on)
) STRICT, WITHOUT ROWID;

CREATE INDEX worker_dependencies_by_other ON worker_dependencies (depends_on, worker_id);

-- Every try at the work of a worker.
CREATE TABLE worker_attempts (
  worker_id TEXT NOT NULL REFERENCES workers (id),
  number INTEGER NOT NULL CHECK (number >= 1),
  -- What its client calls its session.
  claude_session_id TEXT NOT NULL CHECK (length(claude_session_id) BETWEEN 1 AND 128),
  -- Its process, as in sessions, once it was launched.
  pid INTEGER CHECK (pid > 0),
  pid_started_at TEXT CHECK (pid_started_at GLOB '????-??-??T??:??:??.???Z'),
  pid_boot TEXT CHECK (length(pid_boot) = 36),
  pid_namespace INTEGER CHECK (pid_namespace > 0),
  pid_start_ticks INTEGER CHECK (pid_start_ticks >= 0),
  started_at TEXT NOT NULL CHECK (started_at GLOB '????-??-??T??:??:??.???Z'),
  finished_at TEXT CHECK (finished_at GLOB '????-??-??T??:??:??.???Z'),
  outcome TEXT CHECK (outcome IN ('complete', 'failed', 'timed_out', 'cancelled', 'reclaimed', 'asked')),
  exit_code INTEGER CHECK (exit_code BETWEEN 0 AND 255),
  error TEXT CHECK (length(error) <= 2000),
  cost_usd REAL CHECK (cost_usd >= 0),
  -- All that went in and came out.
  tokens INTEGER CHECK (tokens >= 0),
  PRIMARY KEY (worker_id, number),
  CHECK ((finished_at IS NULL) = (outcome IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX worker_attempts_unfinished ON worker_attempts (started_at, worker_id, number) WHERE finished_at IS NULL;

-- What runs on a schedule.
CREATE TABLE scheduled_missions (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 8 AND id NOT GLOB '*[^0-9a-f]*'),
  slug TEXT NOT NULL UNIQUE CHECK (length(slug) BETWEEN 1 AND 64 AND slug NOT GLOB '*[^a-z0-9-]*'),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  prompt TEXT NOT NULL CHECK (length(prompt) BETWEEN 1 AND 100000),
  primitive TEXT NOT NULL CHECK (length(primitive) BETWEEN 1 AND 32 AND primitive NOT GLOB '*[^a-z0-9-]*'),
  -- A cron expression, 'every 15m' or 'once 2026-01-05T09:00', read in the zone beside it.
  schedule TEXT NOT NULL CHECK (length(schedule) BETWEEN 1 AND 200),
  timezone TEXT NOT NULL CHECK (length(timezone) BETWEEN 1 AND 64),
  enabled INTEGER NOT NULL DEFAULT 1 CHECK (enabled IN (0, 1)),
  created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
  updated_at TEXT NOT NULL CHECK (updated_at GLOB '????-??-??T??:??:??.???Z'),
  next_slot_at TEXT CHECK (next_slot_at GLOB '????-??-??T??:??:??.???Z'),
  last_slot_at TEXT CHECK (last_slot_at GLOB '????-??-??T??:??:??.???Z'),
  -- The owner, who is told of each slot that ends.
  conversation_id TEXT CHECK (length(conversation_id) BETWEEN 1 AND 64),
  -- What becomes of slots that nothing ran in time, and how many and how old ones run at most.
  missed_run TEXT NOT NULL DEFAULT 'once' CHECK (missed_run IN ('skip', 'once', 'all')),
  max_catch_up INTEGER NOT NULL DEFAULT 10 CHECK (max_catch_up BETWEEN 1 AND 1000),
  max_lateness_seconds INTEGER NOT NULL DEFAULT 86400 CHECK (max_lateness_seconds BETWEEN 60 AND 31622400),
  -- What becomes of a slot that is due while an earlier run goes on.
  overlap TEXT NOT NULL DEFAULT 'skip' CHECK (overlap IN ('skip', 'queue', 'parallel')),
  -- How long a run may take; NULL for as long as workers of its kind may.
  timeout_seconds INTEGER CHECK (timeout_seconds BETWEEN 1 AND 2592000)
) STRICT;

CREATE INDEX scheduled_missions_due ON scheduled_missions (next_slot_at) WHERE enabled = 1;

-- The slots of scheduled missions that have come, and the runs that a person wanted; and what became of them.
CREATE TABLE missions (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 8 AND id NOT GLOB '*[^0-9a-f]*'),
  scheduled_mission_id TEXT NOT NULL REFERENCES scheduled_missions (id) ON DELETE CASCADE,
  slot_at TEXT NOT NULL CHECK (slot_at GLOB '????-??-??T??:??:??.???Z'),
  status TEXT NOT NULL CHECK (status IN ('pending', 'running', 'complete', 'failed', 'skipped')),
  reason TEXT,
  worker_id TEXT REFERENCES workers (id),
  started_at TEXT CHECK (started_at GLOB '????-??-??T??:??:??.???Z'),
  finished_at TEXT CHECK (finished_at GLOB '????-??-??T??:??:??.???Z'),
  summary TEXT,
  -- A run that a person wanted has no slot of the schedule, but a moment of its own: slots are whole seconds, it is none.
  triggered_by TEXT NOT NULL DEFAULT 'schedule' CHECK (triggered_by IN ('schedule', 'person')),
  -- When it was decided what becomes of it; a slot that ran was late by that. NULL for those of before.
  decided_at TEXT CHECK (decided_at GLOB '????-??-??T??:??:??.???Z'),
  -- Where a row stands for several slots that were passed over for one reason: the first of them, and how many they are.
  first_slot_at TEXT CHECK (first_slot_at GLOB '????-??-??T??:??:??.???Z'),
  slot_count INTEGER NOT NULL DEFAULT 1 CHECK (slot_count >= 1),
  -- The slot that stands for those that were skipped because of it.
  merged_into TEXT REFERENCES missions (id),
  UNIQUE (scheduled_mission_id, slot_at),
  CHECK (status <> 'skipped' OR reason IS NOT NULL),
  CHECK ((status IN ('complete', 'failed')) = (finished_at IS NOT NULL))
) STRICT;

CREATE INDEX missions_by_slot ON missions (slot_at, id);
CREATE INDEX missions_by_status ON missions (status, slot_at, id);
CREATE INDEX missions_by_outcome ON missions (scheduled_mission_id, status, slot_at, id);
CREATE INDEX missions_finished ON missions (scheduled_mission_id, slot_at) WHERE finished_at IS NOT NULL;
CREATE INDEX missions_by_worker ON missions (worker_id) WHERE worker_id IS NOT NULL;
CREATE INDEX missions_unfinished ON missions (scheduled_mission_id, slot_at, id) WHERE status IN ('pending', 'running');
CREATE INDEX missions_in_line ON missions (scheduled_mission_id, slot_at, id) WHERE status = 'pending' AND worker_id IS NULL;
CREATE INDEX missions_by_merger ON missions (merged_into) WHERE merged_into IS NOT NULL;

-- People in the user's network.
CREATE TABLE contacts (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 8 AND id NOT GLOB '*[^0-9a-f]*'),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  email TEXT CHECK (length(email) BETWEEN 1 AND 320),
  phone TEXT CHECK (length(phone) BETWEEN 1 AND 64),
  notes TEXT NOT NULL DEFAULT '' CHECK (length(notes) <= 100000),
  created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
  updated_at TEXT NOT NULL CHECK (updated_at GLOB '????-??-??T??:??:??.???Z'),
  -- What doubles are found by: two spellings of one address or number are equal here.
  email_normal TEXT,
  phone_normal TEXT
) STRICT;

CREATE INDEX contacts_by_name ON contacts (name COLLATE NOCASE, id);
CREATE INDEX contacts_by_email ON contacts (email_normal) WHERE email_normal IS NOT NULL;
CREATE INDEX contacts_by_phone ON contacts (phone_normal) WHERE phone_normal IS NOT NULL;

CREATE TABLE contact_tags (
  contact_id TEXT NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
  tag TEXT NOT NULL CHECK (length(tag) BETWEEN 1 AND 64 AND tag NOT GLOB '*[^a-z0-9_-]*'),
  PRIMARY KEY (contact_id, tag)
) STRICT, WITHOUT ROWID;

CREATE INDEX contact_tags_by_tag ON contact_tags (tag, contact_id);

-- What matters today.
CREATE TABLE priorities (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 8 AND id NOT GLOB '*[^0-9a-f]*'),
  content TEXT NOT NULL CHECK (length(content) BETWEEN 1 AND 2000),
  level TEXT NOT NULL CHECK (level IN ('critical', 'high', 'medium', 'low')),
  completed_at TEXT CHECK (completed_at GLOB '????-??-??T??:??:??.???Z'),
  created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
  pool TEXT NOT NULL DEFAULT 'main' CHECK (length(pool) BETWEEN 1 AND 64),
  -- Order within the pool, smallest first; gaps are allowed.
  position INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX priorities_done ON priorities (completed_at, id) WHERE completed_at IS NOT NULL;
CREATE INDEX priorities_done_by_pool ON priorities (pool, completed_at, id) WHERE completed_at IS NOT NULL;
CREATE INDEX priorities_open ON priorities (pool, position, id) WHERE completed_at IS NULL;

-- The portal: what an agent laid out for the person to see.
CREATE TABLE staged_content (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 8 AND id NOT GLOB '*[^0-9a-f]*'),
  kind TEXT NOT NULL CHECK (kind IN ('markdown', 'link', 'file', 'json')),
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  body TEXT NOT NULL CHECK (length(body) <= 1000000),
  position INTEGER NOT NULL DEFAULT 0,
  status TEXT NOT NULL CHECK (status IN ('staged', 'approved', 'rejected', 'dismissed', 'expired')),
  staged_at TEXT NOT NULL CHECK (staged_at GLOB '????-??-??T??:??:??.???Z'),
  expires_at TEXT CHECK (expires_at GLOB '????-??-??T??:??:??.???Z'),
  resolved_at TEXT CHECK (resolved_at GLOB '????-??-??T??:??:??.???Z'),
  resolution TEXT,
  conversation_id TEXT CHECK (length(conversation_id) BETWEEN 1 AND 64),
  session_id TEXT REFERENCES sessions (id),
  -- Provenance: the file it came from and the SHA-256 of its bytes, in hex.
  source_path TEXT,
  source_hash TEXT CHECK (length(source_hash) = 64 AND source_hash NOT GLOB '*[^0-9a-f]*'),
  CHECK ((status = 'staged') = (resolved_at IS NULL)),
  CHECK (kind <> 'json' OR json_valid(body))
) STRICT;

CREATE INDEX staged_content_waiting ON staged_content (staged_at, id) WHERE resolved_at IS NULL;
CREATE INDEX staged_content_resolved ON staged_content (staged_at, id) WHERE resolved_at IS NOT NULL;
CREATE INDEX staged_content_expiring ON staged_content (expires_at, id) WHERE status = 'staged' AND expires_at IS NOT NULL;
CREATE INDEX staged_content_by_time ON staged_content (staged_at, id);
CREATE INDEX staged_content_by_conversation ON staged_content (conversation_id, staged_at, id) WHERE conversation_id IS NOT NULL;
CREATE INDEX staged_content_by_session ON staged_content (session_id) WHERE session_id IS NOT NULL;

-- Claude asks for the person.
CREATE TABLE pings (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 8 AND id NOT GLOB '*[^0-9a-f]*'),
  session_id TEXT REFERENCES sessions (id),
  message TEXT NOT NULL CHECK (length(message) BETWEEN 1 AND 10000),
  urgency TEXT NOT NULL CHECK (urgency IN ('low', 'normal', 'high', 'critical')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
  acknowledged_at TEXT CHECK (acknowledged_at GLOB '????-??-??T??:??:??.???Z'),
  conversation_id TEXT CHECK (length(conversation_id) BETWEEN 1 AND 64),
  answer TEXT CHECK (length(answer) BETWEEN 1 AND 10000),
  answered_at TEXT CHECK (answered_at GLOB '????-??-??T??:??:??.???Z'),
  snoozed_until TEXT CHECK (snoozed_until GLOB '????-??-??T??:??:??.???Z'),
  CHECK ((answer IS NULL) = (answered_at IS NULL)),
  CHECK (answered_at IS NULL OR acknowledged_at IS NOT NULL)
) STRICT;

CREATE INDEX pings_open ON pings (created_at, id) WHERE acknowledged_at IS NULL;
CREATE INDEX pings_acknowledged ON pings (created_at, id) WHERE acknowledged_at IS NOT NULL AND answered_at IS NULL;
CREATE INDEX pings_answered ON pings (created_at, id) WHERE answered_at IS NOT NULL;
CREATE INDEX pings_by_creation ON pings (created_at, id);
CREATE INDEX pings_by_conversation ON pings (conversation_id, created_at, id);
CREATE INDEX pings_by_session ON pings (session_id) WHERE session_id IS NOT NULL;

-- Accounts that tools act for. Never a secret: only the name of where one is kept.
CREATE TABLE accounts (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 8 AND id NOT GLOB '*[^0-9a-f]*'),
  provider TEXT NOT NULL CHECK (length(provider) BETWEEN 1 AND 64),
  kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 32),
  address TEXT NOT NULL CHECK (length(address) BETWEEN 1 AND 320),
  display_name TEXT NOT NULL DEFAULT '',
  is_enabled INTEGER NOT NULL DEFAULT 1 CHECK (is_enabled IN (0, 1)),
  capabilities TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(capabilities) AND json_type(capabilities) = 'array'),
  created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
  updated_at TEXT NOT NULL CHECK (updated_at GLOB '????-??-??T??:??:??.???Z'),
  UNIQUE (provider, kind, address)
) STRICT;

-- Deprecated by 027 in favour of conversation_notifications; dropped when 029 is released.
CREATE TABLE session_notifications (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 8 AND id NOT GLOB '*[^0-9a-f]*'),
  session_id TEXT NOT NULL REFERENCES sessions (id),
  notification_type TEXT NOT NULL CHECK (length(notification_type) BETWEEN 1 AND 64),
  entity_id TEXT,
  created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
  notified_at TEXT CHECK (notified_at GLOB '????-??-??T??:??:??.???Z')
) STRICT;

CREATE INDEX session_notifications_by_session ON session_notifications (session_id, created_at);

-- What a conversation must be told, whichever of its sessions is alive then, and how far that has come.
CREATE TABLE conversation_notifications (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 8 AND id NOT GLOB '*[^0-9a-f]*'),
  conversation_id TEXT NOT NULL CHECK (length(conversation_id) BETWEEN 1 AND 64),
  -- Open to new ones; worker_complete, worker_failed, context_warning and message are some of ours.
  notification_type TEXT NOT NULL CHECK (
    length(notification_type) BETWEEN 1 AND 64 AND notification_type NOT GLOB '*[^a-z0-9_]*'
  ),
  -- What it is about; with conversation, type and generation it names the notification, so that none is stored twice.
  entity_id TEXT NOT NULL CHECK (length(entity_id) BETWEEN 1 AND 128),
  title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  body TEXT NOT NULL DEFAULT '' CHECK (length(body) <= 100000),
  created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
  -- When and to which session it was sent, once that is confirmed.
  notified_at TEXT CHECK (notified_at GLOB '????-??-??T??:??:??.???Z'),
  session_id TEXT REFERENCES sessions (id),
  -- What happens to the same thing again, such as a second run of a worker, is told under the next one.
  generation INTEGER NOT NULL DEFAULT 1 CHECK (generation >= 1),
  urgency TEXT NOT NULL DEFAULT 'normal' CHECK (urgency IN ('low', 'normal', 'high', 'critical')),
  -- engine, person, conversation:ID or worker:ID.
  sender TEXT NOT NULL DEFAULT 'engine' CHECK (length(sender) BETWEEN 1 AND 100),
  -- What must still hold when it is offered.
  still_true TEXT NOT NULL DEFAULT 'always' CHECK (
    still_true IN ('always', 'worker_complete', 'worker_failed', 'ping_open', 'context_warned')
  ),
  not_before TEXT CHECK (not_before GLOB '????-??-??T??:??:??.???Z'),
  expires_at TEXT CHECK (expires_at GLOB '????-??-??T??:??:??.???Z'),
  state TEXT NOT NULL DEFAULT 'queued' CHECK (
    state IN ('queued', 'offered', 'confirmed', 'seen', 'withdrawn', 'expired', 'dead')
  ),
  attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  -- The offer that has arrived, or may: to which session, in which of its contexts, in the answer to which call.
  offered_at TEXT CHECK (offered_at GLOB '????-??-??T??:??:??.???Z'),
  offered_to TEXT REFERENCES sessions (id),
  offered_context INTEGER CHECK (offered_context >= 1),
  offered_by TEXT CHECK (length(offered_by) = 32 AND offered_by NOT GLOB '*[^0-9a-f]*'),
  confirmed_at TEXT CHECK (confirmed_at GLOB '????-??-??T??:??:??.???Z'),
  seen_at TEXT CHECK (seen_at GLOB '????-??-??T??:??:??.???Z'),
  -- When it was withdrawn, expired or given up, and why it was withdrawn.
  closed_at TEXT CHECK (closed_at GLOB '????-??-??T??:??:??.???Z'),
  closed_reason TEXT CHECK (length(closed_reason) BETWEEN 1 AND 200),
  UNIQUE (conversation_id, notification_type, entity_id, generation),
  CHECK ((offered_at IS NULL) = (offered_to IS NULL)),
  CHECK ((offered_at IS NULL) = (offered_context IS NULL)),
  CHECK ((offered_at IS NULL) = (offered_by IS NULL)),
  CHECK (state NOT IN ('offered', 'confirmed', 'seen') OR offered_at IS NOT NULL),
  CHECK ((state IN ('confirmed', 'seen')) = (confirmed_at IS NOT NULL)),
  CHECK ((state IN ('confirmed', 'seen')) = (notified_at IS NOT NULL)),
  CHECK ((notified_at IS NULL) = (session_id IS NULL)),
  CHECK ((state = 'seen') = (seen_at IS NOT NULL)),
  CHECK ((state IN ('withdrawn', 'expired', 'dead')) = (closed_at IS NOT NULL)),
  CHECK ((state = 'withdrawn') = (closed_reason IS NOT NULL))
) STRICT;

CREATE INDEX conversation_notifications_by_creation ON conversation_notifications (created_at, id);
CREATE INDEX conversation_notifications_by_conversation ON conversation_notifications (conversation_id, created_at, id);
CREATE INDEX conversation_notifications_by_entity ON conversation_notifications (entity_id, created_at, id);
CREATE INDEX conversation_notifications_waiting ON conversation_notifications (created_at, id)
  WHERE confirmed_at IS NULL AND closed_at IS NULL;
CREATE INDEX conversation_notifications_waiting_by_conversation
  ON conversation_notifications (conversation_id, created_at, id) WHERE confirmed_at IS NULL AND closed_at IS NULL;
CREATE INDEX conversation_notifications_told ON conversation_notifications (created_at, id) WHERE confirmed_at IS NOT NULL;
CREATE INDEX conversation_notifications_closed ON conversation_notifications (created_at, id) WHERE closed_at IS NOT NULL;
CREATE INDEX conversation_notifications_dead ON conversation_notifications (created_at, id) WHERE state = 'dead';
CREATE INDEX conversation_notifications_queued
  ON conversation_notifications (conversation_id, urgency, created_at, id) WHERE state = 'queued';
CREATE INDEX conversation_notifications_expiring ON conversation_notifications (expires_at, id)
  WHERE state = 'queued' AND expires_at IS NOT NULL;
CREATE INDEX conversation_notifications_offered ON conversation_notifications (conversation_id, offered_at) WHERE state = 'offered';
CREATE INDEX conversation_notifications_claims ON conversation_notifications (offered_at, id) WHERE state = 'offered';
CREATE INDEX conversation_notifications_by_recipient ON conversation_notifications (offered_to) WHERE offered_to IS NOT NULL;
CREATE INDEX conversation_notifications_by_call ON conversation_notifications (offered_by, created_at, id) WHERE offered_by IS NOT NULL;
CREATE INDEX conversation_notifications_by_session ON conversation_notifications (session_id) WHERE session_id IS NOT NULL;

-- Every offer of a notification that may have arrived: where it does, it must not be made again.
CREATE TABLE notification_offers (
  notification_id TEXT NOT NULL REFERENCES conversation_notifications (id),
  -- The answer to which call carried it.
  call_id TEXT NOT NULL CHECK (length(call_id) = 32 AND call_id NOT GLOB '*[^0-9a-f]*'),
  session_id TEXT NOT NULL REFERENCES sessions (id),
  context INTEGER NOT NULL CHECK (context >= 1),
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z'),
  PRIMARY KEY (notification_id, call_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX notification_offers_by_call ON notification_offers (call_id, notification_id);
CREATE INDEX notification_offers_by_session ON notification_offers (session_id, context, notification_id, call_id);

-- What happened, in the order of the commits: each change of state adds its row in its own transaction.
CREATE TABLE events (
  -- The order of the commits; never used again, so that a reader can go on after the last one it has seen.
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z'),
  -- Dotted and open to new ones, such as session.started or worker.failed.
  kind TEXT NOT NULL CHECK (length(kind) <= 64 AND kind GLOB '?*.?*' AND kind NOT GLOB '*[^a-z0-9_.]*'),
  conversation_id TEXT CHECK (length(conversation_id) BETWEEN 1 AND 64),
  -- No foreign keys: the journal tells also of what is gone.
  session_id TEXT CHECK (length(session_id) = 8),
  entity_kind TEXT CHECK (length(entity_kind) BETWEEN 1 AND 32),
  entity_id TEXT CHECK (length(entity_id) BETWEEN 1 AND 128),
  actor TEXT NOT NULL CHECK (actor IN ('hook', 'cli', 'http', 'mcp', 'engine')),
  data TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(data) AND json_type(data) = 'object'),
  CHECK ((entity_kind IS NULL) = (entity_id IS NULL))
) STRICT;

CREATE INDEX events_by_session ON events (session_id, id) WHERE session_id IS NOT NULL;
CREATE INDEX events_by_conversation ON events (conversation_id, id) WHERE conversation_id IS NOT NULL;
CREATE INDEX events_by_entity ON events (entity_kind, entity_id, id) WHERE entity_kind IS NOT NULL;
CREATE INDEX events_by_time ON events (at);

-- Every call of a hook: what makes its event count once, and how long it took.
CREATE TABLE hook_calls (
  -- Drawn where the hook is called. Whichever ways an event comes in, it is handled once.
  event_id TEXT NOT NULL PRIMARY KEY CHECK (length(event_id) = 32 AND event_id NOT GLOB '*[^0-9a-f]*'),
  event TEXT NOT NULL CHECK (length(event) BETWEEN 1 AND 64),
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z'),
  -- From the call of the hook until its event was stored.
  microseconds INTEGER NOT NULL CHECK (microseconds >= 0),
  door TEXT NOT NULL CHECK (door IN ('engine', 'one-shot', 'spool')),
  outcome TEXT NOT NULL CHECK (outcome IN ('stored', 'unchanged', 'refused')),
  -- By which later way the same event came again: its hook has not used the first answer.
  again_by TEXT CHECK (again_by IN ('one-shot', 'spool'))
) STRICT, WITHOUT ROWID;

CREATE INDEX hook_calls_by_time ON hook_calls (at, event_id);

-- Uses of tools, as the hooks around them told. They say which session made a call: the id in a client's
-- environment is stale after /clear.
CREATE TABLE tool_calls (
  tool_use_id TEXT NOT NULL PRIMARY KEY CHECK (length(tool_use_id) BETWEEN 1 AND 128),
  session_id TEXT NOT NULL REFERENCES sessions (id),
  tool_name TEXT NOT NULL CHECK (length(tool_name) BETWEEN 1 AND 200),
  -- When the first event told of it.
  started_at TEXT NOT NULL CHECK (started_at GLOB '????-??-??T??:??:??.???Z'),
  finished_at TEXT CHECK (finished_at GLOB '????-??-??T??:??:??.???Z'),
  outcome TEXT CHECK (outcome IN ('done', 'failed')),
  CHECK ((finished_at IS NULL) = (outcome IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX tool_calls_by_time ON tool_calls (started_at, tool_use_id);
CREATE INDEX tool_calls_by_session ON tool_calls (session_id, started_at, tool_use_id);

-- Answers given to requests that carry an Idempotency-Key, so that a repeated one is answered and not carried out again.
CREATE TABLE idempotent_requests (
  key TEXT NOT NULL PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 128),
  -- SHA-256 of method, path and body, in hex: the same key with another request is a mistake.
  fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64 AND fingerprint NOT GLOB '*[^0-9a-f]*'),
  status INTEGER NOT NULL CHECK (status BETWEEN 200 AND 599),
  location TEXT,
  etag TEXT,
  body TEXT NOT NULL,
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z')
) STRICT, WITHOUT ROWID;

CREATE INDEX idempotent_requests_by_time ON idempotent_requests (at, key);

-- How full contexts were, as somebody told it.
CREATE TABLE context_samples (
  session_id TEXT NOT NULL REFERENCES sessions (id),
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z'),
  used_percent INTEGER CHECK (used_percent BETWEEN 0 AND 100),
  tokens INTEGER CHECK (tokens >= 0),
  -- How many tokens it can hold.
  window INTEGER CHECK (window > 0),
  source TEXT NOT NULL CHECK (source IN ('status_line', 'session_start', 'pre_compact', 'transcript', 'screen')),
  PRIMARY KEY (session_id, at),
  CHECK (used_percent IS NOT NULL OR tokens IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE INDEX context_samples_by_time ON context_samples (at, session_id);

-- What the person has seen of what waits for them, or put off. A wait is named by when it began: the same again is shown again.
CREATE TABLE attention_marks (
  -- Open to new ones; worker_failed and session_waiting are some of ours.
  kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 32 AND kind NOT GLOB '*[^a-z_]*'),
  -- The id of what it is about, or a word where that has none.
  subject TEXT NOT NULL CHECK (length(subject) BETWEEN 1 AND 64),
  since TEXT NOT NULL CHECK (since GLOB '????-??-??T??:??:??.???Z'),
  marked_at TEXT NOT NULL CHECK (marked_at GLOB '????-??-??T??:??:??.???Z'),
  -- When it may be shown again; NULL for never.
  hidden_until TEXT CHECK (hidden_until GLOB '????-??-??T??:??:??.???Z'),
  PRIMARY KEY (kind, subject)
) STRICT, WITHOUT ROWID;

CREATE INDEX attention_marks_by_time ON attention_marks (marked_at, kind, subject);

-- How far in the journal somebody has looked, so that they can be told what is new.
CREATE TABLE look_marks (
  reader TEXT NOT NULL PRIMARY KEY CHECK (length(reader) BETWEEN 1 AND 64 AND reader NOT GLOB '*[^a-z0-9-]*'),
  -- The last event they have seen; 0 if there was none.
  position INTEGER NOT NULL CHECK (position >= 0),
  looked_at TEXT NOT NULL CHECK (looked_at GLOB '????-??-??T??:??:??.???Z')
) STRICT, WITHOUT ROWID;

-- When sessions that do nothing are left alone: no notice wakes them then.
CREATE TABLE quiet_times (
  -- The conversation it is for; empty for the whole fleet.
  scope TEXT NOT NULL CHECK (length(scope) <= 64),
  kind TEXT NOT NULL CHECK (kind IN ('daily', 'spell')),
  -- Of a spell: until when; NULL until somebody ends it.
  until TEXT CHECK (until GLOB '????-??-??T??:??:??.???Z'),
  -- Of daily hours: from when to when on the clock of which zone.
  starts TEXT CHECK (starts GLOB '[0-2][0-9]:[0-5][0-9]'),
  ends TEXT CHECK (ends GLOB '[0-2][0-9]:[0-5][0-9]'),
  zone TEXT CHECK (length(zone) BETWEEN 1 AND 64),
  PRIMARY KEY (scope, kind),
  CHECK (kind = 'spell' OR until IS NULL),
  CHECK ((kind = 'daily') = (starts IS NOT NULL)),
  CHECK ((kind = 'daily') = (ends IS NOT NULL)),
  CHECK ((kind = 'daily') = (zone IS NOT NULL)),
  CHECK (starts IS NULL OR starts <> ends)
) STRICT, WITHOUT ROWID;

-- The wakes of the last hour, by which they are limited. Those before are gone with the next one.
CREATE TABLE conversation_wakes (
  -- What the notices were claimed for.
  call_id TEXT NOT NULL PRIMARY KEY CHECK (length(call_id) = 32 AND call_id NOT GLOB '*[^0-9a-f]*'),
  conversation_id TEXT NOT NULL CHECK (length(conversation_id) BETWEEN 1 AND 64),
  at TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z')
) STRICT, WITHOUT ROWID;

CREATE INDEX conversation_wakes_by_conversation ON conversation_wakes (conversation_id, at, call_id);

-- Attempts at a backup, and what is known of the copies. Beside each copy lies the same: after a restore these rows are old.
CREATE TABLE backups (
  id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 40 AND name NOT GLOB '*[^a-z0-9_-]*'),
  outcome TEXT NOT NULL CHECK (outcome IN ('taken', 'proven', 'failed')),
  -- These are NULL together for an attempt of which nothing came.
  file_name TEXT UNIQUE CHECK (length(file_name) BETWEEN 1 AND 128),
  taken_at TEXT CHECK (taken_at GLOB '????-??-??T??:??:??.???Z'),
  bytes INTEGER CHECK (bytes >= 0),
  sha256 TEXT CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  -- The last event in it; 0 if there was none.
  journal_head INTEGER CHECK (journal_head >= 0),
  verified_at TEXT CHECK (verified_at GLOB '????-??-??T??:??:??.???Z'),
  proven_at TEXT CHECK (proven_at GLOB '????-??-??T??:??:??.???Z'),
  failed_at TEXT CHECK (failed_at GLOB '????-??-??T??:??:??.???Z'),
  error TEXT CHECK (length(error) BETWEEN 1 AND 500),
  CHECK (outcome = 'failed' OR file_name IS NOT NULL),
  CHECK ((file_name IS NULL) = (taken_at IS NULL)),
  CHECK ((file_name IS NULL) = (bytes IS NULL)),
  CHECK ((file_name IS NULL) = (sha256 IS NULL)),
  CHECK ((file_name IS NULL) = (journal_head IS NULL)),
  CHECK ((file_name IS NULL) = (verified_at IS NULL)),
  CHECK ((outcome = 'proven') = (proven_at IS NOT NULL)),
  CHECK ((outcome = 'failed') = (failed_at IS NOT NULL)),
  CHECK ((outcome = 'failed') = (error IS NOT NULL))
) STRICT;

CREATE INDEX backups_good ON backups (taken_at) WHERE outcome <> 'failed';
CREATE INDEX backups_proven ON backups (taken_at) WHERE outcome = 'proven';
CREATE INDEX backups_failed ON backups (failed_at) WHERE outcome = 'failed';
