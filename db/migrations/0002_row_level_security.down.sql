-- The group roles stay: they belong to the whole server, and another database may use them.
DO $$
DECLARE
  policy record;
BEGIN
  FOR policy IN
    SELECT policyname, tablename FROM pg_policies
    WHERE schemaname = 'public'
      AND policyname IN ('tenant', 'platform', 'global_lessons', 'global_lessons_read')
  LOOP
    EXECUTE format('DROP POLICY %I ON %I', policy.policyname, policy.tablename);
    EXECUTE format('ALTER TABLE %I NO FORCE ROW LEVEL SECURITY', policy.tablename);
    EXECUTE format('ALTER TABLE %I DISABLE ROW LEVEL SECURITY', policy.tablename);
  END LOOP;
END
$$;
REVOKE ALL ON
  access_requests, asset_disks, asset_issues, asset_keys, asset_network_cards, asset_partitions,
  asset_sources, assets, audit_log, client_accounts, data_imports, discovery_flows, engagements,
  field_mappings, flow_phase_history, flow_phases, jobs, master_flows, memberships, password_resets,
  patterns, raw_rows, upload_parts, user_defaults, users
FROM portolan_app, portolan_platform;
REVOKE ALL (id, name, is_admin, status) ON users FROM portolan_app;
REVOKE ALL ON SCHEMA public FROM portolan_app, portolan_platform;
