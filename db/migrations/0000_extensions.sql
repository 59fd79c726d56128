-- citext compares e-mail addresses without regard to case; pg_trgm is behind the inventory's search.
-- Both are trusted extensions: the database's owner may create them.
CREATE EXTENSION IF NOT EXISTS citext;
--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS pg_trgm;
