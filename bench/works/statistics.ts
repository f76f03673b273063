import path from 'node:path';
import { sql } from 'drizzle-orm';
import { type Db, openDb } from '#app/db/db.server.ts';
import { concludeResults } from '#app/domain/base/rule-results/conclude-results.ts';
import { foldChanges } from '#app/domain/base/rule-results/fold.ts';
import { decodeLevels } from '#app/domain/base/rule-results/model.ts';
import { readTallies } from '#app/domain/base/rule-results/read-tallies.ts';
import { placesOf } from '#app/domain/base/rule-results/tally.ts';
import { getEdition } from '#app/domain/base/standard/read.ts';
import { change } from '#app/platform/change.ts';
import { type Ctx, system } from '#app/platform/ctx.ts';
import { nationSource } from '#seed/nation.ts';
import { openDatabase } from '../../scripts/database.ts';
import { root } from '../../scripts/run.ts';
import { against, drive, figures, type Line } from '../measure.ts';

const waiting = 60; // what a minute of the busiest day leaves unfolded
const asks = 400;
type Size = { year: number; editionId: string; communities: number };

/** S3 均分: every section of every province, over all answers, at both sizes, with changes waiting; beside the same from the plain rows. */
export async function statistics(): Promise<Line[]> {
  process.env.DATABASE_DIR ||= 'var/load/postgres';
  process.env.FILES_DIR ||= path.join(root, 'var/load/files');
  process.env.DEMO = 'no';
  const opened = await openDatabase();
  const { db, close } = openDb(opened.appUrl, 4);
  const ctx: Ctx = { actor: system, db, now: new Date(), locale: 'zh-CN', requestId: 'bench' };
  try {
    const { rows: sizes } = await db.execute<Size>(sql`
      select year, edition_id as "editionId", count(*)::int as communities from result_sheets where source_id = ${nationSource} group by 1, 2 order by 3`);
    if (sizes.length === 0) throw new Error('还没有全国负载，请先运行 npm run seed:load -- nation · there is no load of the nation yet: run npm run seed:load -- nation first');
    const lines = [];
    for (const size of sizes) lines.push(await one(ctx, size));
    return lines;
  } finally {
    await close();
    await opened.stop();
  }
}

async function one(ctx: Ctx, size: Size): Promise<Line> {
  await foldChanges(ctx);
  await concludeSome(ctx, size);
  const { rows: provinces } = await ctx.db.execute<{ code: string }>(sql`select code from regions where level = 1 order by code`);
  const regions = provinces.map(({ code }) => code);
  const read = (db: Db) => readTallies({ ...ctx, db }, { regions, kinds: ['section'], year: size.year, stream: 'self', editionId: size.editionId });
  await drive(100, 1, () => read(ctx.db));
  const line = figures(`S3 mean per section per province, ${size.communities.toLocaleString('en')} communities`, await drive(asks, 1, () => read(ctx.db)));
  const { isExact, answers, plainly } = await besides(ctx.db, size, read);
  const judged = against(line, plainly, 'p50', 'p50 ≤ 5 ms', ({ p50 }) => p50 <= 5 && isExact);
  return { ...judged, ratio: Math.round((line.p50 / plainly) * 1e7) / 1e7, exact: isExact, note: `${answers.toLocaleString('en')} answers, ${waiting} sheets not folded; floor: plain SQL over all of them, ms` };
}

/** The same figures from the rows of the rules, at the same moment. */
async function besides(db: Db, { year, editionId }: Size, read: (db: Db) => ReturnType<typeof readTallies>) {
  return db.transaction(async (tx) => {
    const { figures: rolled } = await read(tx);
    const from = performance.now();
    const { rows } = await tx.execute<{ key: string; met: number; partly: number; not_met: number; not_applicable: number }>(sql`
      select left(r.region_code, 2) || ' ' || n.section_id as key, count(*) filter (where level = 'met')::int as met, count(*) filter (where level = 'partly')::int as partly,
             count(*) filter (where level = 'not-met')::int as not_met, count(*) filter (where level = 'not-applicable')::int as not_applicable
      from rule_results r join rules on rules.edition_id = ${editionId} and rules.id = r.rule_id
      join norms n on n.edition_id = rules.edition_id and n.id = rules.norm_id
      where r.year = ${year} and r.stream = 'self' group by 1`);
    const plainly = Math.round(performance.now() - from);
    const held = new Map(rolled.map((figure) => [`${figure.region} ${figure.item}`, figure]));
    const isExact = rows.length === rolled.length && rows.every((row) => {
      const figure = held.get(row.key);
      return figure?.met === row.met && figure.partly === row.partly && figure.notMet === row.not_met && figure.notApplicable === row.not_applicable;
    });
    return { isExact, plainly, answers: rows.reduce((sum, row) => sum + row.met + row.partly + row.not_met + row.not_applicable, 0) };
  }, { isolationLevel: 'repeatable read' });
}

/** Some communities conclude once more, with one rule turned round, and nobody folds it. */
async function concludeSome(ctx: Ctx, { year, editionId }: Size): Promise<void> {
  const ruleIds = placesOf(await getEdition(ctx, editionId)).map(({ ruleId }) => ruleId);
  const { rows } = await ctx.db.execute<{ code: string; letters: string }>(sql`
    select region_code as code, letters from result_sheets where source_id = ${nationSource} and year = ${year} and revision = 1 order by md5(region_code) limit ${waiting}`);
  for (const { code: regionCode, letters } of rows) {
    const held = decodeLevels(ruleIds, letters);
    const levels = { ...held, [ruleIds[0]!]: Math.random() < 0.5 ? ('met' as const) : ('not-met' as const) };
    await change(ctx, async (tx) => {
      await tx.record('demo.told', { id: 'bench-statistics', regionCode }, {});
      await concludeResults(tx, { regionCode, year, stream: 'self', editionId, levels, sourceId: 'bench' });
    });
  }
}
