import type pg from 'pg';
import { tableClasses } from './classes.ts';
import { sentence } from './embedded-place.ts';

const shards = 128;
type Kind = 'COUNTY' | 'REFERENCE' | 'LOCAL';
type Key = { name: string; table: string; target: string; definition: string };
/** 就绪的库: what the catalog says of our tables: foreign keys, and triggers where there must be none. */
export type Catalog = { tables: string[]; keys: Key[]; triggers: { name: string; table: string }[]; distributed: string[] };

const kindOf = (table: string): Kind => (tableClasses as Record<string, Kind>)[table] ?? 'LOCAL';

/** 读目录. Partitions are their parent's affair. */
export async function readCatalog(client: pg.Client | pg.Pool): Promise<Catalog> {
  const { rows: tables } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition order by 1`);
  const { rows: keys } = await client.query<Key>(
    `select k.conname as name, t.relname as table, r.relname as target, pg_get_constraintdef(k.oid) as definition
       from pg_constraint k join pg_class t on t.oid = k.conrelid join pg_class r on r.oid = k.confrelid join pg_namespace n on n.oid = t.relnamespace
      where n.nspname = 'public' and k.contype = 'f' and k.conparentid = 0 and not t.relispartition order by 2, 1`);
  const { rows: triggers } = await client.query<{ name: string; table: string }>(
    `select g.tgname as name, t.relname as table from pg_trigger g join pg_class t on t.oid = g.tgrelid join pg_namespace n on n.oid = t.relnamespace
      where n.nspname = 'public' and not g.tgisinternal and not t.relispartition order by 2, 1`);
  const { rows: known } = await client.query<{ is: boolean }>(`select to_regclass('pg_dist_partition') is not null as is`);
  const { rows: distributed } = known[0]!.is ? await client.query<{ name: string }>('select logicalrel::regclass::text as name from pg_dist_partition') : { rows: [] };
  return { tables: tables.map(({ name }) => name), keys, triggers, distributed: distributed.map(({ name }) => name) };
}

/**
 * 分布的步骤, in the order in which they work: small tables everywhere first; the keys of the heavy ones away; the heavy ones over
 * the shards, whatever is pointed at before what points at it; then their keys again, one a statement.
 */
export function planOf({ tables, keys, distributed }: Catalog, { role = 'tongyou_app' } = {}): string[] {
  const isNew = (table: string) => !distributed.includes(table);
  const of = (kind: Kind) => inOrder(tables.filter((table) => kindOf(table) === kind), keys).filter(isNew);
  const heavy = of('COUNTY');
  const [first] = heavy;
  const loosened = keys.filter(({ table }) => kindOf(table) === 'COUNTY' && isNew(table));
  return [
    `set citus.shard_count = ${shards}`,
    `alter role ${role} set citus.propagate_set_commands = 'local'`,
    ...of('REFERENCE').map((table) => `select create_reference_table('${table}')`),
    ...loosened.map(({ table, name }) => `alter table ${table} drop constraint "${name}"`),
    ...heavy.map((table) => `select create_distributed_table('${table}', 'county_code'${table === first ? '' : `, colocate_with => '${first}'`})`),
    ...loosened.map(({ table, name, definition }) => `alter table ${table} add constraint "${name}" ${definition}`),
  ];
}

/** 不合适的: what a distributed database would refuse, before anything is changed. */
export function unfit({ keys, triggers }: Catalog): string[] {
  const wrong = keys.filter(({ table, target }) =>
    (kindOf(table) === 'COUNTY' && kindOf(target) === 'LOCAL') || (kindOf(table) !== 'COUNTY' && kindOf(target) === 'COUNTY') || (kindOf(table) === 'REFERENCE' && kindOf(target) === 'LOCAL'));
  return [
    ...wrong.map(({ table, name, target }) => `${table}.${name} → ${target}`),
    ...triggers.filter(({ table }) => kindOf(table) !== 'LOCAL').map(({ table, name }) => `${table}: trigger ${name}`),
  ];
}

/** What others point at comes before them. */
function inOrder(tables: readonly string[], keys: readonly Key[]): string[] {
  const placed: string[] = [];
  const place = (table: string, above: readonly string[]) => {
    if (placed.includes(table) || above.includes(table)) return;
    for (const { target } of keys.filter((key) => key.table === table && tables.includes(key.target) && key.target !== table)) place(target, [...above, table]);
    placed.push(table);
  };
  for (const table of tables) place(table, []);
  return placed;
}

/** 分布: refuses a server without the extension in a sentence; otherwise carries the plan out, telling each step. What is distributed already is left alone. */
export async function distribute(client: pg.Client, tell: (statement: string) => void): Promise<number> {
  const { rows } = await client.query<{ held: boolean; offered: boolean }>(
    `select exists (select from pg_extension where extname = 'citus') as held, exists (select from pg_available_extensions where name = 'citus') as offered`);
  if (!rows[0]!.held) {
    throw rows[0]!.offered
      ? sentence('这个数据库还没有启用 Citus，请管理员在库里执行 create extension citus，并登记各节点，再运行本命令', 'Citus is not switched on in this database: have an administrator run create extension citus and add its nodes, then run this again')
      : sentence('这台数据库服务器没有安装 Citus，没有可分布的节点；单机不需要本命令，数据没有改动', 'this database server has no Citus, so there is nothing to distribute over; one machine does not need this command, and nothing was changed');
  }
  const catalog = await readCatalog(client);
  const problems = unfit(catalog);
  if (problems.length > 0) throw sentence(`有不能分布的约束：${problems.join('；')}`, `these stand in the way: ${problems.join('; ')}`);
  const plan = planOf(catalog);
  for (const statement of plan) {
    tell(statement);
    await client.query(statement);
  }
  return plan.length;
}
