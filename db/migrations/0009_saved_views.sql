CREATE TABLE "saved_views" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"client_account_id" uuid NOT NULL,
	"engagement_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"screen" text NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"shared" boolean DEFAULT false NOT NULL,
	"removed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "saved_views_screen" CHECK ("saved_views"."screen" in ('inventory', 'issues'))
);
--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_engagement" FOREIGN KEY ("engagement_id","client_account_id") REFERENCES "public"."engagements"("id","client_account_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_own_name" ON "saved_views" USING btree ("engagement_id","screen","owner_id",lower("name")) WHERE not "saved_views"."shared" and "saved_views"."removed_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_shared_name" ON "saved_views" USING btree ("engagement_id","screen",lower("name")) WHERE "saved_views"."shared" and "saved_views"."removed_at" is null;--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON saved_views TO portolan_app;
--> statement-breakpoint
ALTER TABLE "saved_views" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "saved_views" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant ON saved_views TO portolan_app
  USING (client_account_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid))
  WITH CHECK (client_account_id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
-- Generated from db/coherence by `npm run db:coherence`; not to be changed by hand.
-- The tags of changed rows of a collection.
CREATE OR REPLACE FUNCTION cache_tags(collection text, changed uuid[]) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT ARRAY[collection || ':list'] || CASE
    WHEN cardinality(changed) > 256 THEN ARRAY[collection || ':bulk']
    ELSE ARRAY(SELECT collection || ':' || id FROM unnest(changed) AS id)
  END
$$;
-- A truncation says nothing of its rows, so it purges every namespace.
CREATE OR REPLACE FUNCTION announce_truncation() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, ARRAY[namespace] FROM (
    SELECT 'global' AS namespace
    UNION ALL SELECT 'client.' || id FROM public.client_accounts
  ) AS namespaces;
  RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION announce_client_accounts_insert() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'global' AS namespace, unnest(public.cache_tags(
      'global:client-account', array_agg(DISTINCT changed.id) FILTER (WHERE changed.id IS NOT NULL))) AS tag
    FROM changed_rows AS changed HAVING count(*) > 0
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE FUNCTION announce_client_accounts_update() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'global' AS namespace, unnest(public.cache_tags(
      'global:client-account', array_agg(DISTINCT changed.id) FILTER (WHERE changed.id IS NOT NULL))) AS tag
    FROM (
      SELECT * FROM old_rows
      UNION ALL SELECT * FROM new_rows
    ) AS changed HAVING count(*) > 0
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE FUNCTION announce_client_accounts_delete() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'global' AS namespace, unnest(public.cache_tags(
      'global:client-account', array_agg(DISTINCT changed.id) FILTER (WHERE changed.id IS NOT NULL))) AS tag
    FROM changed_rows AS changed HAVING count(*) > 0
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER announce_insert AFTER INSERT ON client_accounts
  REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_client_accounts_insert();
CREATE OR REPLACE TRIGGER announce_update AFTER UPDATE ON client_accounts
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_client_accounts_update();
CREATE OR REPLACE TRIGGER announce_delete AFTER DELETE ON client_accounts
  REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_client_accounts_delete();
CREATE OR REPLACE TRIGGER announce_truncate BEFORE TRUNCATE ON client_accounts
  FOR EACH STATEMENT EXECUTE FUNCTION announce_truncation();

CREATE OR REPLACE FUNCTION announce_engagements_insert() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'global' AS namespace, unnest(public.cache_tags(
      'global:engagement', array_agg(DISTINCT changed.id) FILTER (WHERE changed.id IS NOT NULL))) AS tag
    FROM changed_rows AS changed HAVING count(*) > 0
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE FUNCTION announce_engagements_update() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'global' AS namespace, unnest(public.cache_tags(
      'global:engagement', array_agg(DISTINCT changed.id) FILTER (WHERE changed.id IS NOT NULL))) AS tag
    FROM (
      SELECT * FROM old_rows
      UNION ALL SELECT * FROM new_rows
    ) AS changed HAVING count(*) > 0
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE FUNCTION announce_engagements_delete() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'global' AS namespace, unnest(public.cache_tags(
      'global:engagement', array_agg(DISTINCT changed.id) FILTER (WHERE changed.id IS NOT NULL))) AS tag
    FROM changed_rows AS changed HAVING count(*) > 0
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER announce_insert AFTER INSERT ON engagements
  REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_engagements_insert();
CREATE OR REPLACE TRIGGER announce_update AFTER UPDATE ON engagements
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_engagements_update();
CREATE OR REPLACE TRIGGER announce_delete AFTER DELETE ON engagements
  REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_engagements_delete();
CREATE OR REPLACE TRIGGER announce_truncate BEFORE TRUNCATE ON engagements
  FOR EACH STATEMENT EXECUTE FUNCTION announce_truncation();

CREATE OR REPLACE FUNCTION announce_users_insert() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'global' AS namespace, unnest(public.cache_tags(
      'global:user', array_agg(DISTINCT changed.id) FILTER (WHERE changed.id IS NOT NULL))) AS tag
    FROM changed_rows AS changed HAVING count(*) > 0
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE FUNCTION announce_users_update() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'global' AS namespace, unnest(public.cache_tags(
      'global:user', array_agg(DISTINCT changed.id) FILTER (WHERE changed.id IS NOT NULL))) AS tag
    FROM (
      SELECT * FROM old_rows
      UNION ALL SELECT * FROM new_rows
    ) AS changed HAVING count(*) > 0
    UNION ALL
    SELECT 'global' AS namespace, unnest(public.cache_tags(
      'global:person-name', array_agg(DISTINCT changed.id) FILTER (WHERE changed.id IS NOT NULL))) AS tag
    FROM (
      SELECT * FROM old_rows AS one WHERE NOT EXISTS (
        SELECT FROM new_rows AS other WHERE jsonb_build_array(other.id, other.name) = jsonb_build_array(one.id, one.name))
      UNION ALL SELECT * FROM new_rows AS one WHERE NOT EXISTS (
        SELECT FROM old_rows AS other WHERE jsonb_build_array(other.id, other.name) = jsonb_build_array(one.id, one.name))
    ) AS changed HAVING count(*) > 0
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE FUNCTION announce_users_delete() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'global' AS namespace, unnest(public.cache_tags(
      'global:user', array_agg(DISTINCT changed.id) FILTER (WHERE changed.id IS NOT NULL))) AS tag
    FROM changed_rows AS changed HAVING count(*) > 0
    UNION ALL
    SELECT 'global' AS namespace, unnest(public.cache_tags(
      'global:person-name', array_agg(DISTINCT changed.id) FILTER (WHERE changed.id IS NOT NULL))) AS tag
    FROM changed_rows AS changed HAVING count(*) > 0
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER announce_insert AFTER INSERT ON users
  REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_users_insert();
CREATE OR REPLACE TRIGGER announce_update AFTER UPDATE ON users
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_users_update();
CREATE OR REPLACE TRIGGER announce_delete AFTER DELETE ON users
  REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_users_delete();
CREATE OR REPLACE TRIGGER announce_truncate BEFORE TRUNCATE ON users
  FOR EACH STATEMENT EXECUTE FUNCTION announce_truncation();

CREATE OR REPLACE FUNCTION announce_memberships_insert() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'global' AS namespace, unnest(public.cache_tags(
      'global:membership', array_agg(DISTINCT changed.user_id) FILTER (WHERE changed.user_id IS NOT NULL))) AS tag
    FROM changed_rows AS changed HAVING count(*) > 0
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE FUNCTION announce_memberships_update() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'global' AS namespace, unnest(public.cache_tags(
      'global:membership', array_agg(DISTINCT changed.user_id) FILTER (WHERE changed.user_id IS NOT NULL))) AS tag
    FROM (
      SELECT * FROM old_rows
      UNION ALL SELECT * FROM new_rows
    ) AS changed HAVING count(*) > 0
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE FUNCTION announce_memberships_delete() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'global' AS namespace, unnest(public.cache_tags(
      'global:membership', array_agg(DISTINCT changed.user_id) FILTER (WHERE changed.user_id IS NOT NULL))) AS tag
    FROM changed_rows AS changed HAVING count(*) > 0
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER announce_insert AFTER INSERT ON memberships
  REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_memberships_insert();
CREATE OR REPLACE TRIGGER announce_update AFTER UPDATE ON memberships
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_memberships_update();
CREATE OR REPLACE TRIGGER announce_delete AFTER DELETE ON memberships
  REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_memberships_delete();
CREATE OR REPLACE TRIGGER announce_truncate BEFORE TRUNCATE ON memberships
  FOR EACH STATEMENT EXECUTE FUNCTION announce_truncation();

CREATE OR REPLACE FUNCTION announce_user_defaults_insert() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'global' AS namespace, unnest(public.cache_tags(
      'global:user-defaults', array_agg(DISTINCT changed.user_id) FILTER (WHERE changed.user_id IS NOT NULL))) AS tag
    FROM changed_rows AS changed HAVING count(*) > 0
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE FUNCTION announce_user_defaults_update() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'global' AS namespace, unnest(public.cache_tags(
      'global:user-defaults', array_agg(DISTINCT changed.user_id) FILTER (WHERE changed.user_id IS NOT NULL))) AS tag
    FROM (
      SELECT * FROM old_rows
      UNION ALL SELECT * FROM new_rows
    ) AS changed HAVING count(*) > 0
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE FUNCTION announce_user_defaults_delete() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'global' AS namespace, unnest(public.cache_tags(
      'global:user-defaults', array_agg(DISTINCT changed.user_id) FILTER (WHERE changed.user_id IS NOT NULL))) AS tag
    FROM changed_rows AS changed HAVING count(*) > 0
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER announce_insert AFTER INSERT ON user_defaults
  REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_user_defaults_insert();
CREATE OR REPLACE TRIGGER announce_update AFTER UPDATE ON user_defaults
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_user_defaults_update();
CREATE OR REPLACE TRIGGER announce_delete AFTER DELETE ON user_defaults
  REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_user_defaults_delete();
CREATE OR REPLACE TRIGGER announce_truncate BEFORE TRUNCATE ON user_defaults
  FOR EACH STATEMENT EXECUTE FUNCTION announce_truncation();

CREATE OR REPLACE FUNCTION announce_access_requests_insert() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'global' AS namespace, unnest(public.cache_tags(
      'global:access-request', array_agg(DISTINCT changed.user_id) FILTER (WHERE changed.user_id IS NOT NULL))) AS tag
    FROM changed_rows AS changed HAVING count(*) > 0
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE FUNCTION announce_access_requests_update() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'global' AS namespace, unnest(public.cache_tags(
      'global:access-request', array_agg(DISTINCT changed.user_id) FILTER (WHERE changed.user_id IS NOT NULL))) AS tag
    FROM (
      SELECT * FROM old_rows
      UNION ALL SELECT * FROM new_rows
    ) AS changed HAVING count(*) > 0
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE FUNCTION announce_access_requests_delete() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'global' AS namespace, unnest(public.cache_tags(
      'global:access-request', array_agg(DISTINCT changed.user_id) FILTER (WHERE changed.user_id IS NOT NULL))) AS tag
    FROM changed_rows AS changed HAVING count(*) > 0
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER announce_insert AFTER INSERT ON access_requests
  REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_access_requests_insert();
CREATE OR REPLACE TRIGGER announce_update AFTER UPDATE ON access_requests
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_access_requests_update();
CREATE OR REPLACE TRIGGER announce_delete AFTER DELETE ON access_requests
  REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_access_requests_delete();
CREATE OR REPLACE TRIGGER announce_truncate BEFORE TRUNCATE ON access_requests
  FOR EACH STATEMENT EXECUTE FUNCTION announce_truncation();

CREATE OR REPLACE FUNCTION announce_ended_sessions_insert() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'global' AS namespace, unnest(public.cache_tags(
      'global:user', array_agg(DISTINCT changed.user_id) FILTER (WHERE changed.user_id IS NOT NULL))) AS tag
    FROM changed_rows AS changed HAVING count(*) > 0
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE FUNCTION announce_ended_sessions_update() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'global' AS namespace, unnest(public.cache_tags(
      'global:user', array_agg(DISTINCT changed.user_id) FILTER (WHERE changed.user_id IS NOT NULL))) AS tag
    FROM (
      SELECT * FROM old_rows
      UNION ALL SELECT * FROM new_rows
    ) AS changed HAVING count(*) > 0
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE FUNCTION announce_ended_sessions_delete() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'global' AS namespace, unnest(public.cache_tags(
      'global:user', array_agg(DISTINCT changed.user_id) FILTER (WHERE changed.user_id IS NOT NULL))) AS tag
    FROM changed_rows AS changed HAVING count(*) > 0
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER announce_insert AFTER INSERT ON ended_sessions
  REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_ended_sessions_insert();
CREATE OR REPLACE TRIGGER announce_update AFTER UPDATE ON ended_sessions
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_ended_sessions_update();
CREATE OR REPLACE TRIGGER announce_delete AFTER DELETE ON ended_sessions
  REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_ended_sessions_delete();
CREATE OR REPLACE TRIGGER announce_truncate BEFORE TRUNCATE ON ended_sessions
  FOR EACH STATEMENT EXECUTE FUNCTION announce_truncation();

CREATE OR REPLACE FUNCTION announce_data_imports_insert() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':import:' || changed.engagement_id, array_agg(DISTINCT changed.id) FILTER (WHERE changed.id IS NOT NULL))) AS tag
    FROM changed_rows AS changed GROUP BY changed.client_account_id, changed.engagement_id
    UNION ALL
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':flow:' || changed.engagement_id, array_agg(DISTINCT parent.id) FILTER (WHERE parent.id IS NOT NULL))) AS tag
    FROM changed_rows AS changed
    LEFT JOIN public.discovery_flows AS parent ON parent.data_import_id = changed.id GROUP BY changed.client_account_id, changed.engagement_id
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE FUNCTION announce_data_imports_update() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':import:' || changed.engagement_id, array_agg(DISTINCT changed.id) FILTER (WHERE changed.id IS NOT NULL))) AS tag
    FROM (
      SELECT * FROM old_rows
      UNION ALL SELECT * FROM new_rows
    ) AS changed GROUP BY changed.client_account_id, changed.engagement_id
    UNION ALL
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':file-name:' || changed.engagement_id, array_agg(DISTINCT changed.id) FILTER (WHERE changed.id IS NOT NULL))) AS tag
    FROM (
      SELECT * FROM old_rows AS one WHERE NOT EXISTS (
        SELECT FROM new_rows AS other WHERE jsonb_build_array(other.client_account_id, other.engagement_id, other.id, other.file_name) = jsonb_build_array(one.client_account_id, one.engagement_id, one.id, one.file_name))
      UNION ALL SELECT * FROM new_rows AS one WHERE NOT EXISTS (
        SELECT FROM old_rows AS other WHERE jsonb_build_array(other.client_account_id, other.engagement_id, other.id, other.file_name) = jsonb_build_array(one.client_account_id, one.engagement_id, one.id, one.file_name))
    ) AS changed GROUP BY changed.client_account_id, changed.engagement_id
    UNION ALL
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':flow:' || changed.engagement_id, array_agg(DISTINCT parent.id) FILTER (WHERE parent.id IS NOT NULL))) AS tag
    FROM (
      SELECT * FROM old_rows
      UNION ALL SELECT * FROM new_rows
    ) AS changed
    LEFT JOIN public.discovery_flows AS parent ON parent.data_import_id = changed.id GROUP BY changed.client_account_id, changed.engagement_id
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE FUNCTION announce_data_imports_delete() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':import:' || changed.engagement_id, array_agg(DISTINCT changed.id) FILTER (WHERE changed.id IS NOT NULL))) AS tag
    FROM changed_rows AS changed GROUP BY changed.client_account_id, changed.engagement_id
    UNION ALL
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':file-name:' || changed.engagement_id, array_agg(DISTINCT changed.id) FILTER (WHERE changed.id IS NOT NULL))) AS tag
    FROM changed_rows AS changed GROUP BY changed.client_account_id, changed.engagement_id
    UNION ALL
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':flow:' || changed.engagement_id, array_agg(DISTINCT parent.id) FILTER (WHERE parent.id IS NOT NULL))) AS tag
    FROM changed_rows AS changed
    LEFT JOIN public.discovery_flows AS parent ON parent.data_import_id = changed.id GROUP BY changed.client_account_id, changed.engagement_id
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER announce_insert AFTER INSERT ON data_imports
  REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_data_imports_insert();
CREATE OR REPLACE TRIGGER announce_update AFTER UPDATE ON data_imports
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_data_imports_update();
CREATE OR REPLACE TRIGGER announce_delete AFTER DELETE ON data_imports
  REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_data_imports_delete();
CREATE OR REPLACE TRIGGER announce_truncate BEFORE TRUNCATE ON data_imports
  FOR EACH STATEMENT EXECUTE FUNCTION announce_truncation();

CREATE OR REPLACE FUNCTION announce_upload_parts_insert() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':import:' || changed.engagement_id, array_agg(DISTINCT changed.data_import_id) FILTER (WHERE changed.data_import_id IS NOT NULL))) AS tag
    FROM changed_rows AS changed GROUP BY changed.client_account_id, changed.engagement_id
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE FUNCTION announce_upload_parts_update() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':import:' || changed.engagement_id, array_agg(DISTINCT changed.data_import_id) FILTER (WHERE changed.data_import_id IS NOT NULL))) AS tag
    FROM (
      SELECT * FROM old_rows
      UNION ALL SELECT * FROM new_rows
    ) AS changed GROUP BY changed.client_account_id, changed.engagement_id
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE FUNCTION announce_upload_parts_delete() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':import:' || changed.engagement_id, array_agg(DISTINCT changed.data_import_id) FILTER (WHERE changed.data_import_id IS NOT NULL))) AS tag
    FROM changed_rows AS changed GROUP BY changed.client_account_id, changed.engagement_id
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER announce_insert AFTER INSERT ON upload_parts
  REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_upload_parts_insert();
CREATE OR REPLACE TRIGGER announce_update AFTER UPDATE ON upload_parts
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_upload_parts_update();
CREATE OR REPLACE TRIGGER announce_delete AFTER DELETE ON upload_parts
  REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_upload_parts_delete();
CREATE OR REPLACE TRIGGER announce_truncate BEFORE TRUNCATE ON upload_parts
  FOR EACH STATEMENT EXECUTE FUNCTION announce_truncation();

CREATE OR REPLACE FUNCTION announce_raw_rows_insert() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':raw-rows:' || changed.engagement_id, array_agg(DISTINCT changed.data_import_id) FILTER (WHERE changed.data_import_id IS NOT NULL))) AS tag
    FROM changed_rows AS changed GROUP BY changed.client_account_id, changed.engagement_id
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE FUNCTION announce_raw_rows_update() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':raw-rows:' || changed.engagement_id, array_agg(DISTINCT changed.data_import_id) FILTER (WHERE changed.data_import_id IS NOT NULL))) AS tag
    FROM (
      SELECT * FROM old_rows
      UNION ALL SELECT * FROM new_rows
    ) AS changed GROUP BY changed.client_account_id, changed.engagement_id
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE FUNCTION announce_raw_rows_delete() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':raw-rows:' || changed.engagement_id, array_agg(DISTINCT changed.data_import_id) FILTER (WHERE changed.data_import_id IS NOT NULL))) AS tag
    FROM changed_rows AS changed GROUP BY changed.client_account_id, changed.engagement_id
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER announce_insert AFTER INSERT ON raw_rows
  REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_raw_rows_insert();
CREATE OR REPLACE TRIGGER announce_update AFTER UPDATE ON raw_rows
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_raw_rows_update();
CREATE OR REPLACE TRIGGER announce_delete AFTER DELETE ON raw_rows
  REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_raw_rows_delete();
CREATE OR REPLACE TRIGGER announce_truncate BEFORE TRUNCATE ON raw_rows
  FOR EACH STATEMENT EXECUTE FUNCTION announce_truncation();

CREATE OR REPLACE FUNCTION announce_master_flows_insert() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':flow:' || changed.engagement_id, array_agg(DISTINCT parent.id) FILTER (WHERE parent.id IS NOT NULL))) AS tag
    FROM changed_rows AS changed
    LEFT JOIN public.discovery_flows AS parent ON parent.master_flow_id = changed.id GROUP BY changed.client_account_id, changed.engagement_id
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE FUNCTION announce_master_flows_update() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':flow:' || changed.engagement_id, array_agg(DISTINCT parent.id) FILTER (WHERE parent.id IS NOT NULL))) AS tag
    FROM (
      SELECT * FROM old_rows
      UNION ALL SELECT * FROM new_rows
    ) AS changed
    LEFT JOIN public.discovery_flows AS parent ON parent.master_flow_id = changed.id GROUP BY changed.client_account_id, changed.engagement_id
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE FUNCTION announce_master_flows_delete() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':flow:' || changed.engagement_id, array_agg(DISTINCT parent.id) FILTER (WHERE parent.id IS NOT NULL))) AS tag
    FROM changed_rows AS changed
    LEFT JOIN public.discovery_flows AS parent ON parent.master_flow_id = changed.id GROUP BY changed.client_account_id, changed.engagement_id
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER announce_insert AFTER INSERT ON master_flows
  REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_master_flows_insert();
CREATE OR REPLACE TRIGGER announce_update AFTER UPDATE ON master_flows
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_master_flows_update();
CREATE OR REPLACE TRIGGER announce_delete AFTER DELETE ON master_flows
  REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_master_flows_delete();
CREATE OR REPLACE TRIGGER announce_truncate BEFORE TRUNCATE ON master_flows
  FOR EACH STATEMENT EXECUTE FUNCTION announce_truncation();

CREATE OR REPLACE FUNCTION announce_discovery_flows_insert() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':flow:' || changed.engagement_id, array_agg(DISTINCT changed.id) FILTER (WHERE changed.id IS NOT NULL))) AS tag
    FROM changed_rows AS changed GROUP BY changed.client_account_id, changed.engagement_id
    UNION ALL
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':import:' || changed.engagement_id, array_agg(DISTINCT changed.data_import_id) FILTER (WHERE changed.data_import_id IS NOT NULL))) AS tag
    FROM changed_rows AS changed GROUP BY changed.client_account_id, changed.engagement_id
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE FUNCTION announce_discovery_flows_update() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':flow:' || changed.engagement_id, array_agg(DISTINCT changed.id) FILTER (WHERE changed.id IS NOT NULL))) AS tag
    FROM (
      SELECT * FROM old_rows AS one WHERE NOT EXISTS (
        SELECT FROM new_rows AS other WHERE to_jsonb(other) - ARRAY['heartbeat_at'] = to_jsonb(one) - ARRAY['heartbeat_at'])
      UNION ALL SELECT * FROM new_rows AS one WHERE NOT EXISTS (
        SELECT FROM old_rows AS other WHERE to_jsonb(other) - ARRAY['heartbeat_at'] = to_jsonb(one) - ARRAY['heartbeat_at'])
    ) AS changed GROUP BY changed.client_account_id, changed.engagement_id
    UNION ALL
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':import:' || changed.engagement_id, array_agg(DISTINCT changed.data_import_id) FILTER (WHERE changed.data_import_id IS NOT NULL))) AS tag
    FROM (
      SELECT * FROM old_rows AS one WHERE NOT EXISTS (
        SELECT FROM new_rows AS other WHERE to_jsonb(other) - ARRAY['heartbeat_at'] = to_jsonb(one) - ARRAY['heartbeat_at'])
      UNION ALL SELECT * FROM new_rows AS one WHERE NOT EXISTS (
        SELECT FROM old_rows AS other WHERE to_jsonb(other) - ARRAY['heartbeat_at'] = to_jsonb(one) - ARRAY['heartbeat_at'])
    ) AS changed GROUP BY changed.client_account_id, changed.engagement_id
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE FUNCTION announce_discovery_flows_delete() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':flow:' || changed.engagement_id, array_agg(DISTINCT changed.id) FILTER (WHERE changed.id IS NOT NULL))) AS tag
    FROM changed_rows AS changed GROUP BY changed.client_account_id, changed.engagement_id
    UNION ALL
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':import:' || changed.engagement_id, array_agg(DISTINCT changed.data_import_id) FILTER (WHERE changed.data_import_id IS NOT NULL))) AS tag
    FROM changed_rows AS changed GROUP BY changed.client_account_id, changed.engagement_id
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER announce_insert AFTER INSERT ON discovery_flows
  REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_discovery_flows_insert();
CREATE OR REPLACE TRIGGER announce_update AFTER UPDATE ON discovery_flows
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_discovery_flows_update();
CREATE OR REPLACE TRIGGER announce_delete AFTER DELETE ON discovery_flows
  REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_discovery_flows_delete();
CREATE OR REPLACE TRIGGER announce_truncate BEFORE TRUNCATE ON discovery_flows
  FOR EACH STATEMENT EXECUTE FUNCTION announce_truncation();

CREATE OR REPLACE FUNCTION announce_flow_phases_insert() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':flow:' || changed.engagement_id, array_agg(DISTINCT changed.flow_id) FILTER (WHERE changed.flow_id IS NOT NULL))) AS tag
    FROM changed_rows AS changed GROUP BY changed.client_account_id, changed.engagement_id
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE FUNCTION announce_flow_phases_update() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':flow:' || changed.engagement_id, array_agg(DISTINCT changed.flow_id) FILTER (WHERE changed.flow_id IS NOT NULL))) AS tag
    FROM (
      SELECT * FROM old_rows
      UNION ALL SELECT * FROM new_rows
    ) AS changed GROUP BY changed.client_account_id, changed.engagement_id
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE FUNCTION announce_flow_phases_delete() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':flow:' || changed.engagement_id, array_agg(DISTINCT changed.flow_id) FILTER (WHERE changed.flow_id IS NOT NULL))) AS tag
    FROM changed_rows AS changed GROUP BY changed.client_account_id, changed.engagement_id
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER announce_insert AFTER INSERT ON flow_phases
  REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_flow_phases_insert();
CREATE OR REPLACE TRIGGER announce_update AFTER UPDATE ON flow_phases
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_flow_phases_update();
CREATE OR REPLACE TRIGGER announce_delete AFTER DELETE ON flow_phases
  REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_flow_phases_delete();
CREATE OR REPLACE TRIGGER announce_truncate BEFORE TRUNCATE ON flow_phases
  FOR EACH STATEMENT EXECUTE FUNCTION announce_truncation();

CREATE OR REPLACE FUNCTION announce_flow_phase_history_insert() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':flow:' || changed.engagement_id, array_agg(DISTINCT changed.flow_id) FILTER (WHERE changed.flow_id IS NOT NULL))) AS tag
    FROM changed_rows AS changed GROUP BY changed.client_account_id, changed.engagement_id
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE FUNCTION announce_flow_phase_history_update() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':flow:' || changed.engagement_id, array_agg(DISTINCT changed.flow_id) FILTER (WHERE changed.flow_id IS NOT NULL))) AS tag
    FROM (
      SELECT * FROM old_rows
      UNION ALL SELECT * FROM new_rows
    ) AS changed GROUP BY changed.client_account_id, changed.engagement_id
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE FUNCTION announce_flow_phase_history_delete() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':flow:' || changed.engagement_id, array_agg(DISTINCT changed.flow_id) FILTER (WHERE changed.flow_id IS NOT NULL))) AS tag
    FROM changed_rows AS changed GROUP BY changed.client_account_id, changed.engagement_id
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER announce_insert AFTER INSERT ON flow_phase_history
  REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_flow_phase_history_insert();
CREATE OR REPLACE TRIGGER announce_update AFTER UPDATE ON flow_phase_history
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_flow_phase_history_update();
CREATE OR REPLACE TRIGGER announce_delete AFTER DELETE ON flow_phase_history
  REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_flow_phase_history_delete();
CREATE OR REPLACE TRIGGER announce_truncate BEFORE TRUNCATE ON flow_phase_history
  FOR EACH STATEMENT EXECUTE FUNCTION announce_truncation();

CREATE OR REPLACE FUNCTION announce_field_mappings_insert() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':mapping:' || changed.engagement_id, array_agg(DISTINCT changed.flow_id) FILTER (WHERE changed.flow_id IS NOT NULL))) AS tag
    FROM changed_rows AS changed GROUP BY changed.client_account_id, changed.engagement_id
    UNION ALL
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':import:' || changed.engagement_id, array_agg(DISTINCT changed.data_import_id) FILTER (WHERE changed.data_import_id IS NOT NULL))) AS tag
    FROM changed_rows AS changed GROUP BY changed.client_account_id, changed.engagement_id
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE FUNCTION announce_field_mappings_update() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':mapping:' || changed.engagement_id, array_agg(DISTINCT changed.flow_id) FILTER (WHERE changed.flow_id IS NOT NULL))) AS tag
    FROM (
      SELECT * FROM old_rows
      UNION ALL SELECT * FROM new_rows
    ) AS changed GROUP BY changed.client_account_id, changed.engagement_id
    UNION ALL
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':import:' || changed.engagement_id, array_agg(DISTINCT changed.data_import_id) FILTER (WHERE changed.data_import_id IS NOT NULL))) AS tag
    FROM (
      SELECT * FROM old_rows
      UNION ALL SELECT * FROM new_rows
    ) AS changed GROUP BY changed.client_account_id, changed.engagement_id
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE FUNCTION announce_field_mappings_delete() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':mapping:' || changed.engagement_id, array_agg(DISTINCT changed.flow_id) FILTER (WHERE changed.flow_id IS NOT NULL))) AS tag
    FROM changed_rows AS changed GROUP BY changed.client_account_id, changed.engagement_id
    UNION ALL
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':import:' || changed.engagement_id, array_agg(DISTINCT changed.data_import_id) FILTER (WHERE changed.data_import_id IS NOT NULL))) AS tag
    FROM changed_rows AS changed GROUP BY changed.client_account_id, changed.engagement_id
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER announce_insert AFTER INSERT ON field_mappings
  REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_field_mappings_insert();
CREATE OR REPLACE TRIGGER announce_update AFTER UPDATE ON field_mappings
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_field_mappings_update();
CREATE OR REPLACE TRIGGER announce_delete AFTER DELETE ON field_mappings
  REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_field_mappings_delete();
CREATE OR REPLACE TRIGGER announce_truncate BEFORE TRUNCATE ON field_mappings
  FOR EACH STATEMENT EXECUTE FUNCTION announce_truncation();

CREATE OR REPLACE FUNCTION announce_assets_insert() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':asset:' || changed.engagement_id, array_agg(DISTINCT changed.id) FILTER (WHERE changed.id IS NOT NULL))) AS tag
    FROM changed_rows AS changed GROUP BY changed.client_account_id, changed.engagement_id
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE FUNCTION announce_assets_update() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':asset:' || changed.engagement_id, array_agg(DISTINCT changed.id) FILTER (WHERE changed.id IS NOT NULL))) AS tag
    FROM (
      SELECT * FROM old_rows
      UNION ALL SELECT * FROM new_rows
    ) AS changed GROUP BY changed.client_account_id, changed.engagement_id
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE FUNCTION announce_assets_delete() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':asset:' || changed.engagement_id, array_agg(DISTINCT changed.id) FILTER (WHERE changed.id IS NOT NULL))) AS tag
    FROM changed_rows AS changed GROUP BY changed.client_account_id, changed.engagement_id
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER announce_insert AFTER INSERT ON assets
  REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_assets_insert();
CREATE OR REPLACE TRIGGER announce_update AFTER UPDATE ON assets
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_assets_update();
CREATE OR REPLACE TRIGGER announce_delete AFTER DELETE ON assets
  REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_assets_delete();
CREATE OR REPLACE TRIGGER announce_truncate BEFORE TRUNCATE ON assets
  FOR EACH STATEMENT EXECUTE FUNCTION announce_truncation();

CREATE OR REPLACE FUNCTION announce_asset_sources_insert() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':asset:' || changed.engagement_id, array_agg(DISTINCT changed.asset_id) FILTER (WHERE changed.asset_id IS NOT NULL))) AS tag
    FROM changed_rows AS changed GROUP BY changed.client_account_id, changed.engagement_id
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE FUNCTION announce_asset_sources_update() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':asset:' || changed.engagement_id, array_agg(DISTINCT changed.asset_id) FILTER (WHERE changed.asset_id IS NOT NULL))) AS tag
    FROM (
      SELECT * FROM old_rows
      UNION ALL SELECT * FROM new_rows
    ) AS changed GROUP BY changed.client_account_id, changed.engagement_id
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE FUNCTION announce_asset_sources_delete() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':asset:' || changed.engagement_id, array_agg(DISTINCT changed.asset_id) FILTER (WHERE changed.asset_id IS NOT NULL))) AS tag
    FROM changed_rows AS changed GROUP BY changed.client_account_id, changed.engagement_id
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER announce_insert AFTER INSERT ON asset_sources
  REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_asset_sources_insert();
CREATE OR REPLACE TRIGGER announce_update AFTER UPDATE ON asset_sources
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_asset_sources_update();
CREATE OR REPLACE TRIGGER announce_delete AFTER DELETE ON asset_sources
  REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_asset_sources_delete();
CREATE OR REPLACE TRIGGER announce_truncate BEFORE TRUNCATE ON asset_sources
  FOR EACH STATEMENT EXECUTE FUNCTION announce_truncation();

CREATE OR REPLACE FUNCTION announce_asset_disks_insert() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':asset:' || changed.engagement_id, array_agg(DISTINCT changed.asset_id) FILTER (WHERE changed.asset_id IS NOT NULL))) AS tag
    FROM changed_rows AS changed GROUP BY changed.client_account_id, changed.engagement_id
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE FUNCTION announce_asset_disks_update() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':asset:' || changed.engagement_id, array_agg(DISTINCT changed.asset_id) FILTER (WHERE changed.asset_id IS NOT NULL))) AS tag
    FROM (
      SELECT * FROM old_rows
      UNION ALL SELECT * FROM new_rows
    ) AS changed GROUP BY changed.client_account_id, changed.engagement_id
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE FUNCTION announce_asset_disks_delete() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':asset:' || changed.engagement_id, array_agg(DISTINCT changed.asset_id) FILTER (WHERE changed.asset_id IS NOT NULL))) AS tag
    FROM changed_rows AS changed GROUP BY changed.client_account_id, changed.engagement_id
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER announce_insert AFTER INSERT ON asset_disks
  REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_asset_disks_insert();
CREATE OR REPLACE TRIGGER announce_update AFTER UPDATE ON asset_disks
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_asset_disks_update();
CREATE OR REPLACE TRIGGER announce_delete AFTER DELETE ON asset_disks
  REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_asset_disks_delete();
CREATE OR REPLACE TRIGGER announce_truncate BEFORE TRUNCATE ON asset_disks
  FOR EACH STATEMENT EXECUTE FUNCTION announce_truncation();

CREATE OR REPLACE FUNCTION announce_asset_network_cards_insert() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':asset:' || changed.engagement_id, array_agg(DISTINCT changed.asset_id) FILTER (WHERE changed.asset_id IS NOT NULL))) AS tag
    FROM changed_rows AS changed GROUP BY changed.client_account_id, changed.engagement_id
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE FUNCTION announce_asset_network_cards_update() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':asset:' || changed.engagement_id, array_agg(DISTINCT changed.asset_id) FILTER (WHERE changed.asset_id IS NOT NULL))) AS tag
    FROM (
      SELECT * FROM old_rows
      UNION ALL SELECT * FROM new_rows
    ) AS changed GROUP BY changed.client_account_id, changed.engagement_id
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE FUNCTION announce_asset_network_cards_delete() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':asset:' || changed.engagement_id, array_agg(DISTINCT changed.asset_id) FILTER (WHERE changed.asset_id IS NOT NULL))) AS tag
    FROM changed_rows AS changed GROUP BY changed.client_account_id, changed.engagement_id
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER announce_insert AFTER INSERT ON asset_network_cards
  REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_asset_network_cards_insert();
CREATE OR REPLACE TRIGGER announce_update AFTER UPDATE ON asset_network_cards
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_asset_network_cards_update();
CREATE OR REPLACE TRIGGER announce_delete AFTER DELETE ON asset_network_cards
  REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_asset_network_cards_delete();
CREATE OR REPLACE TRIGGER announce_truncate BEFORE TRUNCATE ON asset_network_cards
  FOR EACH STATEMENT EXECUTE FUNCTION announce_truncation();

CREATE OR REPLACE FUNCTION announce_asset_partitions_insert() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':asset:' || changed.engagement_id, array_agg(DISTINCT changed.asset_id) FILTER (WHERE changed.asset_id IS NOT NULL))) AS tag
    FROM changed_rows AS changed GROUP BY changed.client_account_id, changed.engagement_id
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE FUNCTION announce_asset_partitions_update() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':asset:' || changed.engagement_id, array_agg(DISTINCT changed.asset_id) FILTER (WHERE changed.asset_id IS NOT NULL))) AS tag
    FROM (
      SELECT * FROM old_rows
      UNION ALL SELECT * FROM new_rows
    ) AS changed GROUP BY changed.client_account_id, changed.engagement_id
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE FUNCTION announce_asset_partitions_delete() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':asset:' || changed.engagement_id, array_agg(DISTINCT changed.asset_id) FILTER (WHERE changed.asset_id IS NOT NULL))) AS tag
    FROM changed_rows AS changed GROUP BY changed.client_account_id, changed.engagement_id
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER announce_insert AFTER INSERT ON asset_partitions
  REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_asset_partitions_insert();
CREATE OR REPLACE TRIGGER announce_update AFTER UPDATE ON asset_partitions
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_asset_partitions_update();
CREATE OR REPLACE TRIGGER announce_delete AFTER DELETE ON asset_partitions
  REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_asset_partitions_delete();
CREATE OR REPLACE TRIGGER announce_truncate BEFORE TRUNCATE ON asset_partitions
  FOR EACH STATEMENT EXECUTE FUNCTION announce_truncation();

CREATE OR REPLACE FUNCTION announce_asset_issues_insert() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':issue:' || changed.engagement_id, array_agg(DISTINCT changed.asset_id) FILTER (WHERE changed.asset_id IS NOT NULL))) AS tag
    FROM changed_rows AS changed GROUP BY changed.client_account_id, changed.engagement_id
    UNION ALL
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':asset:' || changed.engagement_id, array_agg(DISTINCT changed.asset_id) FILTER (WHERE changed.asset_id IS NOT NULL))) AS tag
    FROM changed_rows AS changed GROUP BY changed.client_account_id, changed.engagement_id
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE FUNCTION announce_asset_issues_update() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':issue:' || changed.engagement_id, array_agg(DISTINCT changed.asset_id) FILTER (WHERE changed.asset_id IS NOT NULL))) AS tag
    FROM (
      SELECT * FROM old_rows
      UNION ALL SELECT * FROM new_rows
    ) AS changed GROUP BY changed.client_account_id, changed.engagement_id
    UNION ALL
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':asset:' || changed.engagement_id, array_agg(DISTINCT changed.asset_id) FILTER (WHERE changed.asset_id IS NOT NULL))) AS tag
    FROM (
      SELECT * FROM old_rows
      UNION ALL SELECT * FROM new_rows
    ) AS changed GROUP BY changed.client_account_id, changed.engagement_id
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE FUNCTION announce_asset_issues_delete() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':issue:' || changed.engagement_id, array_agg(DISTINCT changed.asset_id) FILTER (WHERE changed.asset_id IS NOT NULL))) AS tag
    FROM changed_rows AS changed GROUP BY changed.client_account_id, changed.engagement_id
    UNION ALL
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':asset:' || changed.engagement_id, array_agg(DISTINCT changed.asset_id) FILTER (WHERE changed.asset_id IS NOT NULL))) AS tag
    FROM changed_rows AS changed GROUP BY changed.client_account_id, changed.engagement_id
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER announce_insert AFTER INSERT ON asset_issues
  REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_asset_issues_insert();
CREATE OR REPLACE TRIGGER announce_update AFTER UPDATE ON asset_issues
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_asset_issues_update();
CREATE OR REPLACE TRIGGER announce_delete AFTER DELETE ON asset_issues
  REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_asset_issues_delete();
CREATE OR REPLACE TRIGGER announce_truncate BEFORE TRUNCATE ON asset_issues
  FOR EACH STATEMENT EXECUTE FUNCTION announce_truncation();

CREATE OR REPLACE FUNCTION announce_saved_views_insert() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':saved-view:' || changed.engagement_id, array_agg(DISTINCT changed.id) FILTER (WHERE changed.id IS NOT NULL))) AS tag
    FROM changed_rows AS changed GROUP BY changed.client_account_id, changed.engagement_id
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE FUNCTION announce_saved_views_update() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':saved-view:' || changed.engagement_id, array_agg(DISTINCT changed.id) FILTER (WHERE changed.id IS NOT NULL))) AS tag
    FROM (
      SELECT * FROM old_rows
      UNION ALL SELECT * FROM new_rows
    ) AS changed GROUP BY changed.client_account_id, changed.engagement_id
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE FUNCTION announce_saved_views_delete() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  INSERT INTO public.cache_outbox (namespace, tags)
  SELECT namespace, array_agg(tag) FROM (
    SELECT 'client.' || changed.client_account_id AS namespace, unnest(public.cache_tags(
      'client.' || changed.client_account_id || ':saved-view:' || changed.engagement_id, array_agg(DISTINCT changed.id) FILTER (WHERE changed.id IS NOT NULL))) AS tag
    FROM changed_rows AS changed GROUP BY changed.client_account_id, changed.engagement_id
  ) AS facts GROUP BY namespace;
  RETURN NULL;
END
$$;
CREATE OR REPLACE TRIGGER announce_insert AFTER INSERT ON saved_views
  REFERENCING NEW TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_saved_views_insert();
CREATE OR REPLACE TRIGGER announce_update AFTER UPDATE ON saved_views
  REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_saved_views_update();
CREATE OR REPLACE TRIGGER announce_delete AFTER DELETE ON saved_views
  REFERENCING OLD TABLE AS changed_rows FOR EACH STATEMENT EXECUTE FUNCTION announce_saved_views_delete();
CREATE OR REPLACE TRIGGER announce_truncate BEFORE TRUNCATE ON saved_views
  FOR EACH STATEMENT EXECUTE FUNCTION announce_truncation();
-- End of what db/coherence generated.
