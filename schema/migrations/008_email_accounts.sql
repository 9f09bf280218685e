-- Lists the mailboxes that tools may act for, never with a password, so that they are configured in one place.
CREATE TABLE email_accounts (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 8 AND id NOT GLOB '*[^0-9a-f]*'),
  address TEXT NOT NULL CHECK (length(address) BETWEEN 1 AND 320),
  display_name TEXT,
  imap_host TEXT NOT NULL CHECK (length(imap_host) BETWEEN 1 AND 64),
  -- Empty for a mailbox that is only read.
  smtp_host TEXT CHECK (length(smtp_host) BETWEEN 1 AND 64),
  is_enabled INTEGER NOT NULL DEFAULT 1 CHECK (is_enabled IN (0, 1)),
  created_at TEXT NOT NULL CHECK (created_at GLOB '????-??-??T??:??:??.???Z')
) STRICT;

PRAGMA user_version = 8;
