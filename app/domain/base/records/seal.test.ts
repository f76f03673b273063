import { sql } from 'drizzle-orm';
import pg from 'pg';
import { describe, expect, test as plain } from 'vitest';
import { isProved, proofOf } from './proof.ts';
import { publishRoots } from './publish-roots.ts';
import { getRoot, listRoots } from './roots.ts';
import { sealRecords } from './seal.ts';
import { climb, pathTo, treeOf } from './tree.ts';
import { verifyRecords } from './verify.ts';
import { type Db, openDb } from '#app/db/db.server.ts';
import { change } from '#app/platform/change.ts';
import { as, binhu, ctxOf, neighbour, test, today } from '#tests/world.ts';
import { workerDatabase } from '#tests/worker-database.ts';

const yesterday = new Date('2026-08-31T02:00:00Z');
const tomorrow = new Date('2026-09-02T02:00:00Z');
const happen = (db: Db, id: string, regionCode: string, facts: Record<string, unknown> = {}) =>
  change(as(db, 'government-officer', regionCode), (tx) => tx.record('application.submitted', { id, regionCode }, facts));

/** Seven lines of two counties and the nation, sealed on one day whose root is out. */
async function sevenSealed(db: Db) {
  for (const [n, region] of [binhu, binhu, neighbour, binhu, '*', neighbour, binhu].entries()) await happen(db, `paper-${n}`, region, { code: `C-${n}`, number: n });
  await sealRecords(ctxOf(db));
  return publishRoots(ctxOf(db, undefined, tomorrow));
}

describe('the tree of hashes', () => {
  plain('leads every leaf to its root, whatever their number', () => {
    for (const size of [1, 2, 3, 5, 8, 13]) {
      const leaves = Array.from({ length: size }, (_, n) => `leaf-${n}`);
      leaves.forEach((leaf, at) => expect(climb(leaf, pathTo(leaves, at))).toBe(treeOf(leaves)));
      expect(climb('leaf-x', pathTo(leaves, 0))).not.toBe(treeOf(leaves));
    }
    expect(treeOf([])).toBe('');
  });
});

describe('sealing', () => {
  test('DB-06: gives every line its place in the chain of its county, once', async ({ db }) => {
    const seeded = Number(await sealRecords(ctxOf(db, undefined, yesterday)));
    expect(await sealRecords(ctxOf(db, undefined, yesterday))).toBe('0');
    expect(await sevenSealed(db)).toBe('2026-08-31 2026-09-01');
    const { rows } = await db.execute(sql`
      select county_code, count(*)::int as n, max(position)::int as last from record_seals where sealed_on = '2026-09-01' and county_code > 0 group by 1 order by 1`);
    expect(rows).toEqual([{ county_code: 320102, n: 2, last: 2 }, { county_code: 340111, n: 4, last: 4 }]);
    expect(await verifyRecords(db)).toMatchObject({ records: seeded + 7, unsealed: 2, counties: 3, roots: 2, faults: [] });
  });

  test('holds for more lines of a county than have one digit, with the proof of each', async ({ db }) => {
    for (let n = 0; n < 23; n += 1) await happen(db, `many-${n}`, binhu, { code: `M-${n}` });
    await sealRecords(ctxOf(db));
    await publishRoots(ctxOf(db, undefined, tomorrow));
    expect((await verifyRecords(db)).faults).toEqual([]);
    for (const n of [0, 8, 9, 10, 22]) {
      const anchored = await proofOf(ctxOf(db), { event: 'application.submitted', subjectId: `many-${n}`, facts: { code: `M-${n}` } });
      expect(anchored.state === 'rooted' && isProved(anchored.proof)).toBe(true);
    }
  });

  test('adds nothing to a day whose root is out, even when the clock is put back', async ({ db }) => {
    await sevenSealed(db);
    await happen(db, 'late', binhu);
    await sealRecords(ctxOf(db, undefined, today));
    const { rows } = await db.execute(sql`select distinct sealed_on::text as day from record_seals order by 1`);
    expect(rows).toEqual([{ day: '2026-09-01' }, { day: '2026-09-02' }]);
    expect((await verifyRecords(db)).faults).toEqual([]);
  });

  test('ties the root of a day to the root of the day before, days without work included', async ({ db }) => {
    await sealRecords(ctxOf(db, undefined, yesterday));
    await sevenSealed(db);
    await sealRecords(ctxOf(db, undefined, tomorrow));
    expect(await publishRoots(ctxOf(db, undefined, new Date('2026-09-04T20:00:00Z')))).toBe('2026-09-02 2026-09-03 2026-09-04');
    const { rows } = await listRoots(ctxOf(db));
    expect(rows.slice(0, 4).map((each) => [each.day, each.records])).toEqual([['2026-09-04', 0], ['2026-09-03', 0], ['2026-09-02', 2], ['2026-09-01', 7]]);
    expect(rows[0]!.previous).toBe(rows[1]!.root);
    expect((await getRoot(ctxOf(db), '2026-09-01')).days).toHaveLength(3);
    await expect(getRoot(ctxOf(db), '2026-08-30')).rejects.toThrow('root-not-found');
    expect((await verifyRecords(db)).faults).toEqual([]);
  });

  test('proves one line without naming anybody', async ({ db }) => {
    const ask = { event: 'application.submitted', subjectId: 'paper-3', facts: { code: 'C-3' } };
    await happen(db, 'paper-3', binhu, { code: 'C-3', hash: 'abc' });
    expect(await proofOf(ctxOf(db), ask)).toEqual({ state: 'unsealed' });
    await sealRecords(ctxOf(db));
    expect(await proofOf(ctxOf(db), ask)).toEqual({ state: 'sealed', sealedOn: '2026-09-01' });
    await sevenSealed(db);
    const anchored = await proofOf(ctxOf(db), ask);
    if (anchored.state !== 'rooted') throw new Error(anchored.state);
    const { proof } = anchored;
    expect(isProved(proof)).toBe(true);
    expect(JSON.stringify(proof)).not.toContain('government-officer');
    expect(proof.root.root).toBe((await listRoots(ctxOf(db))).rows[0]!.root);
    expect(isProved({ ...proof, about: { ...proof.about, facts: proof.about.facts.replace('abc', 'abd') } })).toBe(false);
    expect(isProved({ ...proof, who: proof.who.replaceAll(/./g, '0') })).toBe(false);
    expect(isProved({ ...proof, root: { ...proof.root, records: 9 } })).toBe(false);
  });
});

async function withServer(run: (db: Db, urls: { appUrl: string; adminUrl: string }) => Promise<void>) {
  const urls = await workerDatabase();
  const { db, close } = openDb(urls.appUrl, 4);
  await run(db, urls).finally(close);
}

describe('a restored database', () => {
  plain('goes on sealing and moving its mark, though the old server’s transaction numbers lie far ahead', () =>
    withServer(async (db, { adminUrl }) => {
      await happen(db, 'before', binhu);
      await sealRecords(ctxOf(db));
      await asAdmin(adminUrl, `update record_horizon set pending_xmax = '999999999999'`);
      await happen(db, 'after', binhu);
      const isSettled = async () => (await db.execute<{ is: boolean }>(sql`select settled > 'epoch' as is from record_horizon where pending_xmax <> '999999999999'`)).rows.map((row) => row.is);
      expect(await sealRecords(ctxOf(db))).toBe('1');
      expect(await isSettled(), 'it waits for a number of this server').toEqual([false]);
      await asAdmin(adminUrl, `update record_horizon set pending_xmax = '3'`); // as when every transaction of the server has ended, those of other tests too
      await sealRecords(ctxOf(db));
      expect(await isSettled()).toEqual([true]);
      expect((await verifyRecords(db)).faults).toEqual([]);
    }));
});

async function asAdmin(url: string, ...statements: string[]) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('set session_replication_role = replica'); // whoever owns the server is held by no key
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

describe('a line that is committed late', () => {
  plain('is sealed all the same, though later ids were sealed before it', () =>
    withServer(async (db, { appUrl }) => {
      const slow = new pg.Client({ connectionString: appUrl });
      await slow.connect();
      await slow.query('begin');
      await slow.query(`insert into records (county_code, region_code, at, actor_id, actor_name, event, subject_id, request_id, facts)
        values (340111, '340111', now(), 'a', 'a', 'application.started', 'slow', 'r', '{}')`);
      await happen(db, 'quick', binhu);
      const ctx = ctxOf(db);
      await sealRecords(ctx);
      for (let times = 0; times < 3; times += 1) await sealRecords(ctx);
      expect((await verifyRecords(db)).faults).toEqual([]);
      await slow.query('commit');
      await slow.end();
      expect(await sealRecords(ctx)).toBe('1');
      const { rows } = await db.execute(sql`select r.subject_id as what from record_seals s join records r on r.id = s.record_id where s.county_code = 340111 order by s.position`);
      expect(rows.map((row) => row.what)).toEqual(['quick', 'slow']);
      expect((await verifyRecords(db)).faults).toEqual([]);
    }));
});

describe('verifying the records', () => {
  const line = `(select record_id from record_seals where county_code = 340111 and position = 2)`;
  const other = `(select record_id from record_seals where county_code = 340111 and position = 3)`;
  plain.each([
    ['one letter of a fact', `update records set facts = jsonb_set(facts, '{code}', '"C-2"') where id = ${line}`, 'record-changed', '340111/2'],
    ['a number written otherwise', `update records set facts = jsonb_set(facts, '{number}', '1.0') where id = ${line}`, 'record-changed', '340111/2'],
    ['a name', `update records set actor_name = actor_name || ' ' where id = ${line}`, 'record-changed', '340111/2'],
    ['a millionth of a second', `update records set at = at + interval '1 microsecond' where id = ${line}`, 'record-changed', '340111/2'],
    ['a region', `update records set region_code = '340111401' where id = ${line}`, 'record-changed', '340111/2'],
    ['the hash of a seal', `update record_seals set hash = translate(hash, '0123456789abcdef', '123456789abcdef0') where record_id = ${line}`, 'record-changed', '340111/2'],
    ['the link of a seal', `update record_seals set link = reverse(link) where record_id = ${line}`, 'seal-changed', '340111/2'],
    ['the day of a seal', `update record_seals set sealed_on = '2026-08-31' where record_id = ${line}`, 'seal-changed', '340111/2'],
    ['a deleted line', `delete from records where id = ${line}`, 'record-missing', '340111/2'],
    ['a deleted line with its seal', `with gone as (delete from record_seals where county_code = 340111 and position = 2 returning record_id) delete from records where id in (select record_id from gone)`, 'seal-missing', '340111/2'],
    ['a line put in the middle', `insert into records (county_code, region_code, id, at, actor_id, actor_name, event, subject_id, request_id, facts) select county_code, region_code, '01900000-0000-7000-8000-000000000000', at, actor_id, actor_name, event, subject_id, request_id, facts from records where id = ${line}`, 'record-unsealed', '340111 01900000'],
    ['two lines with their places swapped', `update record_seals set record_id = case position when 2 then ${other} else ${line} end, position = position where county_code = 340111 and position in (2, 3)`, 'record-changed', '340111/2'],
    ['the figures of a day', `update record_days set last_position = last_position + 1 where county_code = 340111`, 'day-changed', '2026-09-01 340111'],
    ['a deleted day', `delete from record_days where county_code = 340111`, 'day-missing', '2026-09-01 340111'],
    ['a day that never was', `insert into record_days values (110101, '2026-09-01', 1, 1, 'x', 'y')`, 'day-changed', '2026-09-01 110101'],
    ['a root', `update record_roots set root = reverse(root)`, 'root-changed', '2026-09-01'],
    ['the count beside a root', `update record_roots set records = records + 1`, 'root-changed', '2026-09-01'],
    ['a deleted root between two others', `delete from record_roots where day = '2026-09-02'`, 'root-missing', '2026-09-02'],
  ])('finds %s', (_, deed, what, where) =>
    withServer(async (db, { adminUrl }) => {
      await sevenSealed(db);
      await sealRecords(ctxOf(db, undefined, tomorrow));
      await publishRoots(ctxOf(db, undefined, new Date('2026-09-04T02:00:00Z')));
      await sealRecords(ctxOf(db, undefined, new Date('2026-09-04T02:00:00Z')));
      await asAdmin(adminUrl, `update record_horizon set settled = now()`, `alter table record_seals drop constraint one_seal_per_record`, deed);
      const { faults } = await verifyRecords(db);
      expect(faults.map((fault) => `${fault.what} ${fault.where}`)).toContainEqual(expect.stringContaining(`${what} ${where}`));
    }));

  plain('finds a history rewritten from end to end by a root that somebody kept', () =>
    withServer(async (db, { adminUrl }) => {
      await sevenSealed(db);
      const kept = (await listRoots(ctxOf(db))).rows;
      expect((await verifyRecords(db, kept)).faults).toEqual([]);
      await asAdmin(adminUrl, `update records set facts = '{}' where subject_id = 'paper-1'`, 'truncate record_seals, record_days, record_roots, record_horizon');
      await sealRecords(ctxOf(db));
      await publishRoots(ctxOf(db, undefined, tomorrow));
      expect((await verifyRecords(db)).faults).toEqual([]);
      expect((await verifyRecords(db, kept)).faults).toEqual([{ what: 'root-not-as-published', where: '2026-09-01' }]);
    }));
});

describe('the app’s role', () => {
  plain('adds records and seals and can alter, delete or empty none of them', () =>
    withServer(async (db, { appUrl }) => {
      await sevenSealed(db);
      const app = new pg.Client({ connectionString: appUrl });
      await app.connect();
      try {
        expect((await app.query('select current_user as name')).rows).toEqual([{ name: 'tongyou_app' }]);
        for (const table of ['records', 'record_seals', 'record_days', 'record_roots']) {
          const column = { records: 'event', record_seals: 'link', record_days: 'head', record_roots: 'root' }[table];
          for (const deed of [`update ${table} set ${column} = ''`, `delete from ${table}`, `truncate ${table} cascade`]) {
            await expect(app.query(deed)).rejects.toMatchObject({ code: '42501' });
          }
        }
      } finally {
        await app.end();
      }
    }));

  plain('is not alone: the owner, too, deletes no line that is sealed', () =>
    withServer(async (db, { adminUrl }) => {
      await sevenSealed(db);
      const owner = new pg.Client({ connectionString: adminUrl });
      await owner.connect();
      await expect(owner.query(`delete from records where subject_id = 'paper-1'`)).rejects.toThrow('a_sealed_record_stays');
      await owner.end();
    }));
});
