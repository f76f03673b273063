import pg from 'pg';
import { describe, expect } from 'vitest';
import { tableClasses } from '#app/db/classes.ts';
import { distribute, planOf, readCatalog, unfit } from '#app/db/distribute.ts';
import { workerDatabase } from './worker-database.ts';
import { test as plain } from 'vitest';

const withClient = async <T>(run: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: (await workerDatabase()).migratorUrl });
  await client.connect();
  return run(client).finally(() => client.end());
};
const named = (kind: string) => Object.entries(tableClasses).flatMap(([name, of]) => (of === kind ? [name] : []));

describe('the plan of a distributed database', () => {
  plain('takes every heavy and every small table once, in an order in which nothing points at what is not there yet', () => withClient(async (client) => {
    const catalog = await readCatalog(client);
    expect(unfit(catalog)).toEqual([]);
    const plan = planOf(catalog);
    const taken = (what: string) => plan.flatMap((statement) => (statement.includes(what) ? [/'(\w+)'/.exec(statement)![1]!] : []));
    expect(taken('create_reference_table').toSorted()).toEqual(named('REFERENCE').toSorted());
    expect(taken('create_distributed_table').toSorted()).toEqual(named('COUNTY').toSorted());

    const at = (part: string) => plan.findIndex((statement) => statement.includes(part));
    const first = taken('create_distributed_table')[0]!;
    for (const { name, table, target, definition } of catalog.keys) {
      if (!named('COUNTY').includes(table)) {
        if (named('REFERENCE').includes(table) && named('REFERENCE').includes(target) && table !== target) expect(at(`create_reference_table('${target}')`)).toBeLessThan(at(`create_reference_table('${table}')`));
        continue;
      }
      const [away, spread, back] = [at(`alter table ${table} drop constraint "${name}"`), at(`create_distributed_table('${table}'`), at(`alter table ${table} add constraint "${name}" ${definition}`)];
      const ready = named('REFERENCE').includes(target) ? at(`create_reference_table('${target}')`) : at(`create_distributed_table('${target}'`);
      expect([name, 0 <= away && away < spread && spread < back && 0 <= ready && ready < back]).toEqual([name, true]);
    }
    expect(plan.filter((statement) => statement.includes('create_distributed_table') && !statement.includes(`colocate_with => '${first}'`))).toEqual([`select create_distributed_table('${first}', 'county_code')`]);
    expect(planOf({ ...catalog, distributed: catalog.tables }).filter((statement) => /create_|constraint/.test(statement)), 'what is distributed is left alone').toEqual([]);
  }));

  plain('can be taken back and put on again key by key, as the catalog has them', () => withClient(async (client) => {
    const catalog = await readCatalog(client);
    await client.query('begin');
    for (const statement of planOf(catalog).filter((each) => each.startsWith('alter table'))) await client.query(statement);
    expect((await readCatalog(client)).keys).toEqual(catalog.keys);
    await client.query('rollback');
  }));

  plain('names what cannot be distributed', () => withClient(async (client) => {
    const catalog = await readCatalog(client);
    const key = (table: string, target: string) => ({ name: 'k', table, target, definition: '' });
    expect(unfit({ ...catalog, keys: [key('rule_results', 'users'), key('users', 'rule_results'), key('regions', 'users'), key('rule_results', 'regions')], triggers: [{ name: 't', table: 'rule_results' }] })).toEqual([
      'rule_results.k → users', 'users.k → rule_results', 'regions.k → users', 'rule_results: trigger t',
    ]);
  }));

  plain('is not begun on a server without Citus, which is told in a sentence', () => withClient(async (client) => {
    const told: string[] = [];
    await expect(distribute(client, (statement) => told.push(statement))).rejects.toThrow(/没有安装 Citus.* · this database server has no Citus/);
    expect(told).toEqual([]);
  }));
});
