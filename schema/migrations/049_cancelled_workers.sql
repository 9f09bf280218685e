-- Says in a column that a worker was cancelled: until now it was so if its failure read 'cancelled', whoever had written that.
ALTER TABLE workers ADD COLUMN is_cancelled INTEGER NOT NULL DEFAULT 0 CHECK (is_cancelled IN (0, 1))
  CHECK (is_cancelled = 0 OR (status = 'failed' AND failure IS NULL));

-- Where the attempt that ended with the worker has failed, the word is that of its program, and stays the reason.
UPDATE workers SET is_cancelled = 1, failure = NULL
WHERE status = 'failed' AND failure = 'cancelled' AND NOT EXISTS (
  SELECT 1
  FROM worker_attempts
  WHERE worker_attempts.worker_id = workers.id
    AND worker_attempts.started_at = workers.started_at
    AND worker_attempts.finished_at = workers.finished_at
    AND worker_attempts.outcome = 'failed'
);

PRAGMA user_version = 49;
