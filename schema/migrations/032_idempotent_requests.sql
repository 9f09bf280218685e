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

PRAGMA user_version = 32;
