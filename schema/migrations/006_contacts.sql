-- Stores the people the user knows, so that sessions can tell who a name stands for.
CREATE TABLE contacts (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 8 AND id NOT GLOB '*[^0-9a-f]*'),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  email TEXT CHECK (length(email) BETWEEN 1 AND 320),
  phone TEXT CHECK (length(phone) BETWEEN 1 AND 64),
  notes TEXT NOT NULL DEFAULT '' CHECK (length(notes) <= 100000),
  created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.???Z'),
  updated_at TEXT NOT NULL CHECK (updated_at GLOB '????-??-??T??:??:??.???Z')
) STRICT;

CREATE INDEX contacts_by_name ON contacts (name COLLATE NOCASE, id);

PRAGMA user_version = 6;
