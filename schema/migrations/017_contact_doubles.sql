-- Keeps e-mail and phone also in a normal form, so that a person who was entered twice is found.
ALTER TABLE contacts ADD COLUMN email_normal TEXT;
ALTER TABLE contacts ADD COLUMN phone_normal TEXT;

-- An address in lower case, a number without the usual separators.
UPDATE contacts
SET
  email_normal = nullif(lower(trim(email)), ''),
  phone_normal = nullif(
    replace(replace(replace(replace(replace(replace(phone, ' ', ''), '-', ''), '.', ''), '/', ''), '(', ''), ')', ''),
    ''
  );

CREATE INDEX contacts_by_email ON contacts (email_normal) WHERE email_normal IS NOT NULL;
CREATE INDEX contacts_by_phone ON contacts (phone_normal) WHERE phone_normal IS NOT NULL;

PRAGMA user_version = 17;
