-- Group roles carry the rights, logins only join them: so no password stands in a migration.
-- Roles belong to the whole server, so another database may have made them, even at this moment.
DO $$
DECLARE
  group_role text;
BEGIN
  FOREACH group_role IN ARRAY ARRAY['portolan_app', 'portolan_platform'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = group_role) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN NOBYPASSRLS', group_role);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN
        NULL;
      END;
    END IF;
  END LOOP;
END
$$;
--> statement-breakpoint
DO $$
DECLARE
  login record;
BEGIN
  FOR login IN
    SELECT member.rolname AS name, pairs.group_role
    FROM (VALUES ('app', 'portolan_app'), ('platform', 'portolan_platform')) AS pairs (login, group_role)
    JOIN pg_roles AS member ON member.rolname = pairs.login
    WHERE NOT pg_has_role(member.rolname, pairs.group_role, 'MEMBER')
  LOOP
    EXECUTE format('GRANT %I TO %I', login.group_role, login.name);
  END LOOP;
END
$$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO portolan_app, portolan_platform;
--> statement-breakpoint
-- The estate, of one client account at a time. Nobody but the owner may TRUNCATE: it passes row
-- level security by.
GRANT SELECT, INSERT, UPDATE, DELETE ON
  data_imports, upload_parts, raw_rows,
  discovery_flows, flow_phases, field_mappings, patterns,
  assets, asset_keys, asset_sources, asset_disks, asset_network_cards, asset_partitions, asset_issues,
  jobs
TO portolan_app;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON master_flows TO portolan_app;
--> statement-breakpoint
-- What happened stays as it was written.
GRANT SELECT, INSERT ON flow_phase_history, audit_log TO portolan_app;
--> statement-breakpoint
GRANT SELECT ON client_accounts, engagements, memberships TO portolan_app;
--> statement-breakpoint
-- Enough to say who decided, and whether the starter of a job may still act.
GRANT SELECT (id, name, is_admin, status) ON users TO portolan_app;
--> statement-breakpoint
-- People and who may enter what. A person is disabled and an account archived, never deleted.
GRANT SELECT, INSERT, UPDATE ON users, access_requests, client_accounts, engagements TO portolan_platform;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON password_resets, user_defaults, memberships TO portolan_platform;
--> statement-breakpoint
GRANT SELECT, INSERT ON audit_log TO portolan_platform;
--> statement-breakpoint
-- Lessons for all clients are an administrator's to write.
GRANT SELECT, INSERT, UPDATE, DELETE ON patterns TO portolan_platform;
--> statement-breakpoint
-- A tenant sees and writes its own rows. After a transaction the setting is '' and not NULL. The
-- subselect makes it one look-up per statement instead of one per row.
DO $$
DECLARE
  tenant_table text;
  own_rows constant text :=
    'client_account_id = (SELECT nullif(current_setting(''app.tenant'', true), '''')::uuid)';
BEGIN
  FOREACH tenant_table IN ARRAY ARRAY[
    'engagements', 'memberships', 'user_defaults', 'audit_log', 'patterns',
    'data_imports', 'upload_parts', 'raw_rows',
    'master_flows', 'discovery_flows', 'flow_phases', 'flow_phase_history', 'field_mappings',
    'assets', 'asset_keys', 'asset_sources', 'asset_disks', 'asset_network_cards',
    'asset_partitions', 'asset_issues'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', tenant_table);
    EXECUTE format(
      'CREATE POLICY tenant ON %I TO portolan_app USING (%s) WITH CHECK (%s)',
      tenant_table, own_rows, own_rows
    );
  END LOOP;
END
$$;
--> statement-breakpoint
ALTER TABLE client_accounts ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE client_accounts FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant ON client_accounts TO portolan_app
  USING (id = (SELECT nullif(current_setting('app.tenant', true), '')::uuid));
--> statement-breakpoint
CREATE POLICY global_lessons_read ON patterns FOR SELECT TO portolan_app
  USING (client_account_id IS NULL);
--> statement-breakpoint
CREATE POLICY global_lessons ON patterns TO portolan_platform
  USING (client_account_id IS NULL) WITH CHECK (client_account_id IS NULL);
--> statement-breakpoint
DO $$
DECLARE
  platform_table text;
BEGIN
  FOREACH platform_table IN ARRAY ARRAY[
    'client_accounts', 'engagements', 'memberships', 'user_defaults', 'audit_log'
  ] LOOP
    EXECUTE format(
      'CREATE POLICY platform ON %I TO portolan_platform USING (true) WITH CHECK (true)',
      platform_table
    );
  END LOOP;
END
$$;
