import { globSync, readFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { tableClasses } from '#app/db/classes.ts';
import { test } from './world.ts';

const ready = readFileSync(new URL('./citus-ready.sql', import.meta.url), 'utf8').replaceAll(":'schema'", `'public'`);

describe('the schema', () => {
  test('every table has declared its class', async ({ db }) => {
    const { rows } = await db.execute<{ name: string }>(
      sql`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition`,
    );
    expect(rows.map((row) => row.name).toSorted()).toEqual(Object.keys(tableClasses).toSorted());
  });

  test('COUNTY tables, and only they, carry county_code first in their key', async ({ db }) => {
    const { rows } = await db.execute<{ name: string; first: string }>(sql`
      select c.relname as name, a.attname as first
      from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      where i.indisprimary and n.nspname = 'public' and not c.relispartition`);
    const keyed = rows.filter((row) => row.first === 'county_code').map((row) => row.name);
    const declared = Object.entries(tableClasses).filter(([, kind]) => kind === 'COUNTY').map(([name]) => name);
    expect(keyed.toSorted()).toEqual(declared.toSorted());
  });

  test('a distributed database would take every table as it is', async ({ db }) => {
    const { rows } = await db.execute(sql.raw(ready.replace(/;\s*$/, '')));
    expect(rows).toEqual([]);
  });

  test('the readiness check finds a table that breaks the rules', async ({ db }) => {
    const { rows: tables } = await db.execute(sql`select 1 from pg_class where relname = 'records'`);
    expect(tables).toHaveLength(1);
    const broken = ready.replace("where a.attgenerated<>''", "where true or a.attgenerated<>''").replace(/;\s*$/, '');
    const { rows } = await db.execute(sql.raw(broken));
    expect(rows.length).toBeGreaterThan(0);
  });

  test('DB-06: the app is neither owner nor superuser, and can only add to the records', async ({ db }) => {
    const { rows } = await db.execute(sql`
      select r.rolsuper, r.rolcreatedb, r.rolcreaterole,
        (select count(*)::int from pg_class c where c.relowner = r.oid) as owned,
        has_table_privilege('records', 'insert') as adds,
        has_table_privilege('records', 'update') or has_table_privilege('records', 'delete') as alters
      from pg_roles r where r.rolname = current_user`);
    expect(rows).toEqual([{ rolsuper: false, rolcreatedb: false, rolcreaterole: false, owned: 0, adds: true, alters: false }]);
  });

  test('what was handed in, decided or published stays as it is: the app may only mark a submission as withdrawn', async ({ db }) => {
    const { rows } = await db.execute<{ name: string; alters: boolean }>(sql`
      select name, has_table_privilege(name, 'delete') or has_any_column_privilege(name, 'update') as alters
      from unnest(array['decisions', 'principles', 'sections', 'norms', 'rules']) name`);
    expect(rows.filter((row) => row.alters)).toEqual([]);
    const { rows: columns } = await db.execute<{ name: string }>(sql`
      select column_name as name from information_schema.columns
      where table_name = 'submissions' and has_column_privilege('submissions', column_name, 'update')`);
    expect(columns).toEqual([{ name: 'withdrawn_at' }]);
    const { rows: printed } = await db.execute<{ name: string }>(sql`
      select column_name as name from information_schema.columns
      where table_name = 'certificates' and has_column_privilege('certificates', column_name, 'update') order by 1`);
    expect(printed.map(({ name }) => name), 'what a certificate says of whom is never written over').toEqual([
      'credential', 'credential_hash', 'kid', 'renewal_asked_at', 'renewal_note', 'state', 'state_reason', 'state_since',
    ]);
    const { rows: gone } = await db.execute(sql`select has_table_privilege('submissions', 'delete') as is_deletable`);
    expect(gone).toEqual([{ is_deletable: false }]);
  });

  test('all its migrations are on file', () => {
    expect(globSync('app/db/migrations/*.sql').length).toBeGreaterThan(0);
  });
});
