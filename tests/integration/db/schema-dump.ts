import type { MigrationClient } from '@/db/migrate/runner'

/** Everything that a migration can make in the schema `public`, one line of text for each. */
const questions = [
  `select 'extension ' || extname as line from pg_extension`,
  `select format('column %s.%s #%s %s stored %s %s %s', c.relname, a.attname, a.attnum,
            format_type(a.atttypid, a.atttypmod), a.attstorage, case when a.attnotnull then 'not null' end,
            pg_get_expr(d.adbin, d.adrelid)) as line
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relkind in ('r', 'v', 'm') and c.relnamespace = 'public'::regnamespace`,
  `select format('table %s rls=%s forced=%s owner=%s', relname, relrowsecurity, relforcerowsecurity,
            pg_get_userbyid(relowner)) as line
     from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  `select format('constraint %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as line
     from pg_constraint where connamespace = 'public'::regnamespace`,
  `select indexdef as line from pg_indexes where schemaname = 'public'`,
  `select format('policy %s %s %s %s %s using %s check %s', tablename, policyname, permissive, roles,
            cmd, qual, with_check) as line from pg_policies where schemaname = 'public'`,
  `select format('grant %s %s to %s', c.relname, acl.privilege_type, acl.grantee::regrole) as line
     from pg_class c, aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) acl
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`,
  `select format('grant %s.%s %s to %s', c.relname, a.attname, acl.privilege_type,
            acl.grantee::regrole) as line
     from pg_class c join pg_attribute a on a.attrelid = c.oid, aclexplode(a.attacl) acl
    where c.relnamespace = 'public'::regnamespace`,
  `select format('grant schema %s to %s', acl.privilege_type, acl.grantee::regrole) as line
     from pg_namespace n, aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) acl
    where n.nspname = 'public'`,
  `select format('function %s %s', p.oid::regprocedure, md5(pg_get_functiondef(p.oid))) as line
     from pg_proc p left join pg_depend d on d.objid = p.oid and d.deptype = 'e'
    where p.pronamespace = 'public'::regnamespace and d.objid is null`,
  `select format('trigger %s', pg_get_triggerdef(oid)) as line from pg_trigger where not tgisinternal`,
]

/** The schema as sorted lines, without the runner's own table. */
export async function dumpSchema(client: MigrationClient): Promise<string[]> {
  const lines: string[] = []
  for (const question of questions) {
    const result = await client.query(question)
    if (Array.isArray(result)) throw new Error('a question is one statement')
    lines.push(...result.rows.map(({ line }) => String(line)))
  }
  return lines.filter((line) => !line.includes('schema_migrations')).toSorted()
}
