-- Keeps what matters today, so that every session sees the same list.
CREATE TABLE priorities (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 8 AND id NOT GLOB '*[^0-9a-f]*'),
  content TEXT NOT NULL CHECK (length(content) BETWEEN 1 AND 2000),
  level TEXT NOT NULL CHECK (level IN ('critical', 'high', 'medium', 'low')),
  completed_at TEXT CHECK (completed_at GLOB '????-??-??T??:??:??.???Z'),
  created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.???Z')
) STRICT;

PRAGMA user_version = 3;
