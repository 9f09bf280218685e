-- Lets the person put the priorities of a pool in order. Existing ones start out by level, then age.
ALTER TABLE priorities ADD COLUMN position INTEGER NOT NULL DEFAULT 0;

-- Steps of ten leave room to put one between two others.
UPDATE priorities
SET position = 10 * ranked.place
FROM (
  SELECT
    id,
    row_number() OVER (
      PARTITION BY pool
      ORDER BY CASE level WHEN 'critical' THEN 1 WHEN 'high' THEN 2 WHEN 'medium' THEN 3 ELSE 4 END, created_at, id
    ) AS place
  FROM priorities
) AS ranked
WHERE ranked.id = priorities.id;

CREATE INDEX priorities_open ON priorities (pool, position, id) WHERE completed_at IS NULL;
CREATE INDEX priorities_done ON priorities (pool, completed_at) WHERE completed_at IS NOT NULL;

PRAGMA user_version = 19;
