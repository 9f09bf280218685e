-- Opens the portal, where an agent lays out content for the person to approve, reject or dismiss.
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
  CHECK ((status = 'staged') = (resolved_at IS NULL)),
  CHECK (kind <> 'json' OR json_valid(body))
) STRICT;

CREATE INDEX staged_content_by_status ON staged_content (status, position, staged_at);
CREATE INDEX staged_content_expiring ON staged_content (expires_at) WHERE status = 'staged' AND expires_at IS NOT NULL;

PRAGMA user_version = 12;
