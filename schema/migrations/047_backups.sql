-- Remembers attempts at a backup and what is known of the copies, so that an old or a failing one is noticed.
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

PRAGMA user_version = 47;
