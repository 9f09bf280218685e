-- Lets workers wait for their turn: by priority, for a time, for other workers, for an answer; and be run again.
ALTER TABLE workers ADD COLUMN priority INTEGER NOT NULL DEFAULT 0 CHECK (priority BETWEEN -100 AND 100);
ALTER TABLE workers ADD COLUMN dedupe_key TEXT CHECK (length(dedupe_key) BETWEEN 1 AND 200);
ALTER TABLE workers ADD COLUMN run_after TEXT CHECK (run_after GLOB '????-??-??T??:??:??.???Z');
ALTER TABLE workers ADD COLUMN not_before TEXT CHECK (not_before GLOB '????-??-??T??:??:??.???Z');
ALTER TABLE workers ADD COLUMN max_attempts INTEGER NOT NULL DEFAULT 1 CHECK (max_attempts BETWEEN 1 AND 20);
ALTER TABLE workers ADD COLUMN timeout_seconds INTEGER CHECK (timeout_seconds BETWEEN 1 AND 2592000);
ALTER TABLE workers ADD COLUMN generation INTEGER NOT NULL DEFAULT 1 CHECK (generation >= 1);
ALTER TABLE workers ADD COLUMN failed_attempts INTEGER NOT NULL DEFAULT 0 CHECK (failed_attempts >= 0);
ALTER TABLE workers ADD COLUMN queue TEXT NOT NULL DEFAULT 'ready' CHECK (queue IN ('ready', 'delayed', 'blocked', 'asking'));
ALTER TABLE workers ADD COLUMN cancel_requested_at TEXT CHECK (cancel_requested_at GLOB '????-??-??T??:??:??.???Z');
ALTER TABLE workers ADD COLUMN summary TEXT CHECK (length(summary) <= 65536);
ALTER TABLE workers ADD COLUMN failure TEXT CHECK (length(failure) <= 2000);
ALTER TABLE workers ADD COLUMN status_text TEXT CHECK (length(status_text) <= 500);
ALTER TABLE workers ADD COLUMN question_ping_id TEXT REFERENCES pings (id);
ALTER TABLE workers ADD COLUMN question_attempt INTEGER CHECK (question_attempt >= 1)
  CHECK ((question_ping_id IS NULL) = (question_attempt IS NULL));

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

PRAGMA user_version = 42;
