-- Moves the mailboxes of email_accounts into accounts and drops the old table, so that there is one list of accounts.
--
-- The provider follows from the IMAP server, whose name stands where it is not a known one. A mailbox entered twice
-- is one account: the enabled entry, else the oldest. An account that is already in the new table stays as it is.
WITH
  known AS (
    SELECT
      id, address, display_name, smtp_host, is_enabled, created_at,
      CASE
        WHEN imap_host LIKE '%.gmail.com' OR imap_host LIKE '%.googlemail.com' THEN 'google'
        WHEN imap_host LIKE '%.office365.com' OR imap_host LIKE '%.outlook.com' THEN 'microsoft'
        WHEN imap_host LIKE '%.mail.me.com' THEN 'icloud'
        WHEN imap_host LIKE '%.fastmail.com' THEN 'fastmail'
        ELSE lower(imap_host)
      END AS provider
    FROM email_accounts
  ),
  ranked AS (
    SELECT
      id, provider, address, display_name, smtp_host, is_enabled, created_at,
      row_number() OVER (PARTITION BY provider, address ORDER BY is_enabled DESC, created_at, id) AS place
    FROM known
  )
INSERT INTO accounts (
  id, provider, kind, address, display_name, is_enabled, capabilities, created_at, updated_at
)
SELECT
  -- An id that the new table already gave away is drawn anew.
  CASE WHEN id IN (SELECT accounts.id FROM accounts) THEN lower(hex(randomblob(4))) ELSE id END,
  provider,
  'email',
  address,
  coalesce(display_name, ''),
  is_enabled,
  CASE WHEN smtp_host IS NULL THEN json_array('read') ELSE json_array('read', 'send') END,
  created_at,
  created_at
FROM ranked
WHERE place = 1
ORDER BY created_at, id
ON CONFLICT (provider, kind, address) DO NOTHING;

DROP TABLE email_accounts;

PRAGMA user_version = 26;
