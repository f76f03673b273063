import type pg from 'pg';
import { sentence } from '#app/db/embedded-place.ts';
import { sealedSchemas } from '#app/db/sealed.ts';

const schemas = ['public', 'graphile_worker', ...Object.keys(sealedSchemas)];

/** A table as it is copied: its name, the columns that hold content, and the tables it points at. */
export type Table = { schema: string; name: string; columns: string[] };

export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
export const fullName = ({ schema, name }: Pick<Table, 'schema' | 'name'>) => `${quoted(schema)}.${quoted(name)}`;

/** 全部的表 of the application and of its queue, each after the ones it points at, so that they can be filled in this order. */
export async function tablesOf(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table & { id: string; after: string[] }>(`
    select c.oid::text as id, n.nspname as schema, c.relname as name,
           array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attname) as columns,
           array(select distinct f.confrelid::text from pg_constraint f where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as after
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname = any($1) and not (n.nspname = 'graphile_worker' and c.relname = 'migrations')
    order by n.nspname, c.relname`, [schemas]);
  const ordered: Table[] = [];
  const done = new Set<string>();
  const known = new Set(rows.map((row) => row.id));
  for (let left = rows; left.length > 0; ) {
    const ready = left.filter((row) => row.after.every((id) => done.has(id) || !known.has(id)));
    if (ready.length === 0) throw sentence(`表之间互相引用，无法排出顺序：${left.map((row) => row.name).join('、')}`, `tables point at each other: ${left.map((row) => row.name).join(', ')}`);
    for (const { id, schema, name, columns } of ready) {
      done.add(id);
      ordered.push({ schema, name, columns });
    }
    left = left.filter((row) => !done.has(row.id));
  }
  return ordered;
}

/** Numbers that are given out in a row go on after the highest that is there. */
export async function setSequences(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ sequence: string; schema: string; name: string; column: string }>(`
    select s.oid::regclass::text as sequence, n.nspname as schema, t.relname as name, a.attname as column
    from pg_class s join pg_depend d on d.objid = s.oid and d.classid = 'pg_class'::regclass and d.deptype in ('a', 'i')
    join pg_class t on t.oid = d.refobjid join pg_namespace n on n.oid = t.relnamespace join pg_attribute a on a.attrelid = t.oid and a.attnum = d.refobjsubid
    where s.relkind = 'S' and n.nspname = any($1)`, [schemas]);
  for (const { sequence, schema, name, column } of rows) {
    await client.query(`select setval($1::regclass, greatest(coalesce((select max(${quoted(column)}) from ${fullName({ schema, name })}), 0), 1), true)`, [sequence]);
  }
}

/** The migrations a database has been through, by their moment. */
export async function migrationsOf(client: pg.Client): Promise<number[]> {
  const { rows } = await client.query<{ moment: string }>(`select created_at::text as moment from drizzle.__drizzle_migrations order by created_at`);
  return rows.map((row) => Number(row.moment));
}
