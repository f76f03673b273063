import { sql } from 'drizzle-orm';
import { forgetPlaces, noteFeatures, settlePlaces } from '#app/domain/base/communities/place-alike.ts';
import { placesAfter } from '#app/domain/base/communities/alike.ts';
import type { Stream } from '#app/domain/base/rule-results/model.ts';
import { rulesOf } from '#app/domain/base/standard/model.ts';
import { getEdition } from '#app/domain/base/standard/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { cursorRows } from '#app/platform/cursor-rows.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { inParts } from '#app/platform/in-batches.ts';
import { countCommunity, countsAt, newTally, strataOf, type Tally, type YearSheet } from './count-letters.ts';
import { learnEfforts } from './learn-efforts.ts';

/** Years that still teach something. */
const years = 5;
const batch = 5000;

/**
 * 学习: every night, who has results and where they stand among their like, how each stratum stands to each rule, what finished tasks
 * took. Derived from other tables alone: a run that was cut off leaves yesterday's, and running twice changes nothing.
 */
export async function learnLessons(ctx: Ctx): Promise<string> {
  await notePlaces(ctx);
  const { communities } = await settlePlaces(ctx);
  const lessons = await ctx.db.transaction((db) => learnStrata({ ...ctx, db }));
  const efforts = await learnEfforts(ctx);
  return `${communities} ${lessons} ${efforts}`;
}

/** Who has results gets a place; who has none any more loses it. Both lists rise by code and are walked side by side. */
async function notePlaces(ctx: Ctx): Promise<void> {
  for (let after = ''; ; ) {
    const { rows } = await ctx.db.execute<{ code: string }>(sql`
      select distinct region_code as code from (
        select region_code from result_sheets where (county_code, region_code) > (${after === '' ? 0 : Number(after.slice(0, 6))}, ${after})
        order by county_code, region_code limit ${batch * 4}) next order by 1`);
    const codes = rows.map(({ code }) => code);
    const last = codes.at(-1) ?? ':';
    for (const part of inParts(codes, batch)) await noteFeatures(ctx, part);
    const kept = new Set(codes);
    for (let at = after; ; ) {
      const placed = (await placesAfter(ctx, at, batch)).filter((code) => code <= last);
      await forgetPlaces(ctx, placed.filter((code) => !kept.has(code)));
      if (placed.length < batch) break;
      at = placed.at(-1)!;
    }
    if (codes.length === 0) return;
    after = last;
  }
}

type Row = { regionCode: string; stream: Stream; year: number; editionId: string; letters: string; setting: number | null; part: number | null; size: number | null };

async function learnStrata(ctx: Ctx): Promise<number> {
  const since = Number(beijingDay(ctx.now).slice(0, 4)) - years;
  // The order of the key read backwards: no sort, and a community's years follow each other, newest revision first.
  const question = sql`
    select r.region_code as "regionCode", r.stream, r.year, r.edition_id as "editionId", r.letters, p.setting, p.part,
           case when p.log_children is null then null else (p.log_children - s.means[1]) / nullif(s.spreads[1], 0) end as size
    from result_sheets r left join alike_places p on p.region_code = r.region_code left join alike_scale s on s.id = 1
    where r.year >= ${since}
    order by r.county_code desc, r.region_code desc, r.stream desc, r.year desc, r.revision desc`;
  const tallies = new Map<string, Tally>();
  const ruleCounts = new Map<string, number>();
  let group: Row[] = [];
  const settle = () => {
    if (group.length > 0) teach(tallies, group, ruleCounts);
    group = [];
  };
  for await (const rows of cursorRows<Row>(ctx, question, 4000)) {
    for (const row of rows) {
      const last = group.at(-1);
      if (last && (last.regionCode !== row.regionCode || last.stream !== row.stream)) settle();
      if (last && last.regionCode === row.regionCode && last.stream === row.stream && last.year === row.year) continue; // an older revision
      if (!ruleCounts.has(row.editionId)) ruleCounts.set(row.editionId, row.letters.length);
      group.push(row);
    }
  }
  settle();
  return keep(ctx, tallies);
}

function teach(tallies: Map<string, Tally>, group: readonly Row[], ruleCounts: ReadonlyMap<string, number>): void {
  const { stream, setting, part, size } = group[0]!;
  const sheets: YearSheet[] = [...group];
  const strata = setting === null || part === null ? [''] : strataOf({ setting, part, size });
  for (const editionId of new Set(sheets.map((sheet) => sheet.editionId))) {
    for (const stratum of strata) {
      const key = JSON.stringify([editionId, stream, stratum]);
      let tally = tallies.get(key);
      if (!tally) tallies.set(key, (tally = newTally(ruleCounts.get(editionId)!)));
      countCommunity(tally, sheets, editionId);
    }
  }
}

async function keep(ctx: Ctx, tallies: ReadonlyMap<string, Tally>): Promise<number> {
  const rows: Record<string, unknown>[] = [];
  for (const [key, tally] of tallies) {
    const [editionId, stream, stratum] = JSON.parse(key) as [string, Stream, string];
    const rules = rulesOf(await getEdition(ctx, editionId));
    rules.forEach((rule, place) => rows.push({ editionId, stream, stratum, ruleId: rule.id, ...countsAt(tally, place) }));
  }
  await ctx.db.execute(sql`delete from norm_lessons`);
  for (const some of inParts(rows, batch)) {
    await ctx.db.execute(sql`
      insert into norm_lessons (edition_id, stream, stratum, rule_id, known, met, from_not, from_not_met, from_partly, from_partly_met, learned_at)
      select "editionId", stream, stratum, "ruleId", known, met, "fromNot", "fromNotMet", "fromPartly", "fromPartlyMet", ${ctx.now.toISOString()}
      from jsonb_to_recordset(${JSON.stringify(some)}::jsonb) as row ("editionId" text, stream text, stratum text, "ruleId" text,
        known int, met int, "fromNot" int, "fromNotMet" int, "fromPartly" int, "fromPartlyMet" int)`);
  }
  return rows.length;
}

