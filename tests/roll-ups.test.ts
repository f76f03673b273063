import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { type Db, openDb } from '#app/db/db.server.ts';
import { concludeResults } from '#app/domain/base/rule-results/conclude-results.ts';
import { foldChanges } from '#app/domain/base/rule-results/fold.ts';
import { levels, streams } from '#app/domain/base/rule-results/model.ts';
import { readTallies } from '#app/domain/base/rule-results/read-tallies.ts';
import { rebuildTallies } from '#app/domain/base/rule-results/rebuild.ts';
import { verifyTallies } from '#app/domain/base/rule-results/verify.ts';
import { rulesOf } from '#app/domain/base/standard/model.ts';
import { currentEdition } from '#app/domain/base/standard/read.ts';
import { change } from '#app/platform/change.ts';
import { workerDatabase } from './worker-database.ts';
import { ctxOf } from './world.ts';

const seconds = Number(process.env.ROLL_UPS_SECONDS ?? 4);
const seed = Number(process.env.ROLL_UPS_SEED ?? Math.floor(Math.random() * 1e9));
const units = ['340111400001', '340111400002', '340111001001', '340102001001', '320102001001', '320102001', '1101'] as const;

/** A row of numbers that one seed always gives again. */
function randomFrom(start: number) {
  let state = start >>> 0;
  return (n: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

/** Somebody who concludes one assessment after the other, some of which are given up half way. */
async function write(db: Db, random: (n: number) => number, isOver: () => boolean): Promise<number> {
  const ctx = ctxOf(db);
  const edition = await currentEdition(ctx);
  const ruleIds = rulesOf(edition).map(({ id }) => id);
  let written = 0;
  while (!isOver()) {
    const regionCode = units[random(units.length)]!;
    const given = Object.fromEntries(ruleIds.flatMap((id) => (random(9) === 0 ? [] : [[id, levels[random(4)]!]])));
    const isGivenUp = random(8) === 0;
    await change(ctx, async (tx) => {
      await tx.record('self-assessment.submitted', { id: regionCode, regionCode });
      await concludeResults(tx, { regionCode, year: 2025 + random(2), stream: streams[random(2)]!, editionId: edition.id, levels: given, sourceId: 'test' });
      if (isGivenUp) throw new Error('given up');
    }).catch((error: Error) => {
      if (error.message !== 'given up') throw error;
    });
    if (!isGivenUp) written += 1;
  }
  return written;
}

/** What every page shows, beside a plain question about the same rows at the same moment. */
async function compare(db: Db): Promise<void> {
  await db.transaction(async (tx) => {
    const { figures } = await readTallies(ctxOf(tx), { regions: ['*', '34', '340111'], kinds: ['rule'], stream: 'self', year: 2025 });
    const { rows } = await tx.execute<{ key: string; met: number; partly: number }>(sql`
      select up.code || ' ' || rule_id as key, count(*) filter (where level = 'met')::int as met, count(*) filter (where level = 'partly')::int as partly
      from rule_results join (values ('*', '%'), ('34', '34%'), ('340111', '340111%')) up (code, pattern) on region_code like pattern
      where year = 2025 and stream = 'self' group by 1`);
    const shown = figures.map(({ region, item, met, partly }) => ({ key: `${region} ${item}`, met, partly }));
    const byKey = (one: { key: string }, other: { key: string }) => (one.key < other.key ? -1 : 1);
    expect(shown.toSorted(byKey)).toEqual(rows.toSorted(byKey));
  }, { isolationLevel: 'repeatable read' });
}

describe('roll-ups', () => {
  test(`equal the plain truth at every moment, while people write, folders are killed and everything is made anew (seed ${seed})`, { timeout: seconds * 1000 + 120_000 }, async () => {
    const { appUrl } = await workerDatabase();
    const { db, close } = openDb(appUrl, 8);
    const until = performance.now() + seconds * 1000;
    const isOver = () => performance.now() > until;
    const random = randomFrom(seed);
    const done = { looks: 0, kills: 0, written: 0 };
    const watch = async () => {
      while (!isOver()) {
        expect(await verifyTallies(ctxOf(db))).toEqual([]);
        await compare(db);
        done.looks += 1;
      }
    };
    const kill = async () => {
      while (!isOver()) {
        const folder = fork(path.join(import.meta.dirname, 'roll-ups/fold-on.ts'), [appUrl], { stdio: 'ignore' });
        await once(folder, 'message');
        await sleep(20 + random(300));
        folder.kill('SIGKILL');
        await once(folder, 'exit');
        if (random(3) === 0) await rebuildTallies(ctxOf(db));
        done.kills += 1;
      }
    };
    const writers = [1, 2, 3].map((one) => write(db, randomFrom(seed + one), isOver));
    const [, , ...written] = await Promise.all([watch(), kill(), ...writers]);
    done.written = written.reduce((sum, each) => sum + each, 0);
    await foldChanges(ctxOf(db));
    expect(await verifyTallies(ctxOf(db))).toEqual([]);
    const { version } = await readTallies(ctxOf(db), { regions: ['*'], kinds: ['all'] });
    expect(version.changes, 'every change was counted once').toBe(done.written);
    expect(Math.min(done.looks, done.kills, done.written)).toBeGreaterThan(0);
    await close();
  });
});
