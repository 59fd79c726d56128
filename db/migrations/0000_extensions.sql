-- citext compares e-mail addresses without regard to case. It is a trusted extension: the database's
-- owner may create it.
CREATE EXTENSION IF NOT EXISTS citext;
