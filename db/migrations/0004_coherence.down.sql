DO $$
DECLARE
  found record;
BEGIN
  FOR found IN
    SELECT tgname AS name, tgrelid::regclass AS place FROM pg_trigger
    WHERE NOT tgisinternal AND tgname IN
      ('announce_insert', 'announce_update', 'announce_delete', 'announce_truncate')
  LOOP
    EXECUTE format('DROP TRIGGER %I ON %s', found.name, found.place);
  END LOOP;
  FOR found IN
    SELECT oid::regprocedure AS signature FROM pg_proc
    WHERE pronamespace = 'public'::regnamespace
      AND (proname LIKE 'announce\_%' OR proname = 'cache_tags')
  LOOP
    EXECUTE format('DROP FUNCTION %s', found.signature);
  END LOOP;
END
$$;
DROP TABLE cache_outbox;
