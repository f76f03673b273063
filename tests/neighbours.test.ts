import fc from 'fast-check';
import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { access, type Verb } from '#app/domain/base/accounts/access.ts';
import { roles } from '#app/domain/base/accounts/model.ts';
import { contains } from '#app/domain/base/regions/model.ts';
import type { Db } from '#app/db/db.server.ts';
import type { Actor } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { deeds } from './neighbours/deeds.ts';
import { reads } from './neighbours/reads.ts';
import { fillThere, type There, tracesOf } from './neighbours/there.ts';
import { baohe, ctxOf, person, test } from './world.ts';

/** As many in the gate; NEIGHBOUR_RUNS and NEIGHBOUR_SEED ask for others. */
const runs = Number(process.env.NEIGHBOUR_RUNS ?? 1000);
const seed = Number(process.env.NEIGHBOUR_SEED ?? 20_261_122);

const regions = ['340102', '340103', '340122', '3402', '340202', '32', '320102', '51', '510104', '340102001', '320102001'].filter((code) => !contains(code, baohe));
const grant = fc.record({ role: fc.constantFrom(...roles), regionCode: fc.constantFrom(...regions), organisationId: fc.constantFrom(null, '00000000-0000-7000-8000-00000000bbbb') });

/** 隔壁的人: any roles anywhere but there; sometimes by a token that may do everything its owner may. */
const neighbours = fc
  .tuple(fc.array(grant, { minLength: 1, maxLength: 4 }), fc.boolean())
  .map(([grants, hasToken]): Actor => ({ id: 'neighbour', name: '隔壁', grants, ...(hasToken ? { token: { id: '00000000-0000-7000-8000-00000000cccc', verbs: Object.keys(access), perMinute: 60 } } : {}) }));

async function digest(db: Db): Promise<string> {
  const { rows } = await db.execute<{ name: string }>(sql`
    select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname not in ('regions', 'attempts') and has_table_privilege(oid, 'select') order by 1`);
  const each: string[] = [];
  for (const { name } of rows) {
    const found = await db.execute<{ text: string }>(sql`select coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') as text from ${sql.identifier(name)} t`);
    each.push(`${name} ${found.rows[0]!.text}`);
  }
  return each.join('\n');
}

/** What came of it: the refusal's code, or what was read. */
async function outcomeOf(run: () => Promise<unknown>): Promise<{ refused: string } | { got: string }> {
  try {
    return { got: JSON.stringify(await run()) ?? '' };
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.code };
    throw error;
  }
}

describe('somebody of a neighbouring region', () => {
  test('DB-05 AS-02: changes and reads no row of another, whatever their roles, the verb and the id', async ({ db }) => {
    const there = await fillThere(db);
    const traces = await tracesOf(db, there);
    const kinds = (Object.keys(there) as (keyof There)[]).filter((kind) => isId(there[kind])); // the doors let nothing else in where an id is meant
    const all = (Object.keys(deeds) as Verb[]).flatMap((verb) => deeds[verb].map((deed, n) => ({ verb, n, ...deed })));
    const before = await digest(db);
    const once = fc.record({ actor: neighbours, deed: fc.constantFrom(...all), other: fc.constantFrom(...kinds), isRight: fc.integer({ min: 0, max: 3 }).map((n) => n > 0) });
    await fc.assert(
      fc.asyncProperty(once, async ({ actor, deed, other, isRight }) => {
        const ctx = ctxOf(db, actor);
        const outcome = await outcomeOf(() => db.transaction((tx) => deed.run({ ...ctx, db: tx }, there[isRight ? deed.right : other], there)));
        const told = 'got' in outcome ? traces.filter((trace) => outcome.got.includes(trace)) : [];
        if ('got' in outcome && (told.length > 0 || !isHarmless(outcome.got))) throw new Error(`${deed.verb} ${deed.n} answered ${outcome.got.slice(0, 300)}`);
      }),
      { numRuns: runs, seed },
    );
    expect(await digest(db)).toBe(before);
  }, 600_000);

  test('DB-05 AS-02: finds nothing of another in any list, whatever they ask for', async ({ db }) => {
    const there = await fillThere(db);
    const traces = await tracesOf(db, there);
    await fc.assert(
      fc.asyncProperty(neighbours, fc.constantFrom(...Object.keys(reads)), async (actor, list) => {
        const outcome = await outcomeOf(() => db.transaction((tx) => reads[list]!(ctxOf(tx, actor), there)));
        const found = 'got' in outcome ? traces.filter((trace) => outcome.got.includes(trace)) : [];
        if (found.length > 0) throw new Error(`${list} answered with ${found.join(', ')}`);
      }),
      { numRuns: runs, seed },
    );
  }, 600_000);

  test('misses what the people of that region do find: the world is not empty', async ({ db }) => {
    const there = await fillThere(db);
    const found: string[] = [];
    for (const role of roles) {
      for (const list of Object.keys(reads)) {
        const outcome = await outcomeOf(() => db.transaction((tx) => reads[list]!(ctxOf(tx, person(role, baohe)), there)));
        if ('got' in outcome && (await tracesOf(db, there)).some((trace) => outcome.got.includes(trace))) found.push(list);
      }
    }
    const own = ['ownTokens', 'myOrganisations', 'letters', 'formImports', 'myReviews', 'myExports', 'myImports', 'messages', 'search', 'history', 'burden']; // found by other people or ids; the last are sums that name nobody
    expect(Object.keys(reads).filter((list) => !found.includes(list) && !own.includes(list))).toEqual([]);
  });

  test('is asked about under every verb that touches a row', () => {
    const without = (Object.keys(deeds) as Verb[]).filter((verb) => deeds[verb].length === 0);
    expect(without).toEqual(['records.read', 'jobs.read', 'delivery.read', 'recommendation.read']); // lists, asked in the test before
  });
});

/** Nothing at all, or an empty page. */
function isHarmless(got: string): boolean {
  return ['', 'null', '[]', '{"rows":[]}', '{"items":[]}', '{"counted":{"all":0,"done":0},"rows":[]}'].includes(got);
}
