import { sql } from 'drizzle-orm';
import { decodeLevels, pointsOf, scoreOf, type Stream, streams, unmetMusts } from '#app/domain/base/rule-results/model.ts';
import { type Edition, rulesOf } from '#app/domain/base/standard/model.ts';
import { getEdition } from '#app/domain/base/standard/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { cursorRows } from '#app/platform/cursor-rows.ts';
import type { StreamResults } from './model.ts';

type Reckoned = Omit<StreamResults, 'before'>;
type Row = { stream: Stream; edition: string; letters: string };
type Sum = { communities: number; scores: number; scored: number; sections: Map<string, { points: number; rules: number }>; missed: Map<string, number> };

/** Of many communities the rules missed most often; of one community all that it misses. */
const mostMissed = 10;

/** 年度结果: the sheets that stood for a year at a moment, reckoned one by one; a corrected one counts as it stood then. */
export async function reckonResults(ctx: Ctx, regionCode: string, year: number, asOf: Date): Promise<StreamResults[]> {
  const [now, earlier] = [await ofYear(ctx, regionCode, year, asOf), await ofYear(ctx, regionCode, year - 1, asOf)];
  return now.map((one) => ({ ...one, before: earlier.find(({ stream, editionId }) => stream === one.stream && editionId === one.editionId)?.mean ?? null }));
}

function ofYear(ctx: Ctx, regionCode: string, year: number, asOf: Date): Promise<Reckoned[]> {
  return ctx.db.transaction(async (db) => {
    const inside = { ...ctx, db };
    const sums = new Map<string, Sum>();
    const editions = new Map<string, Edition>();
    for await (const rows of cursorRows<Row>(inside, sheets(regionCode, year, asOf))) {
      for (const row of rows) {
        const edition = editions.get(row.edition) ?? (await getEdition(inside, row.edition));
        editions.set(row.edition, edition);
        add(sums, row, edition);
      }
    }
    return [...sums].map(([key, sum]) => resultOf(key, sum, editions)).toSorted((a, b) => streams.indexOf(a.stream) - streams.indexOf(b.stream));
  });
}

const sheets = (regionCode: string, year: number, asOf: Date) => sql`
  select distinct on (county_code, region_code, stream) stream, edition_id as edition, letters from result_sheets
  where year = ${year} and concluded_at < ${asOf.toISOString()} and ${regionCode === '*' ? sql`true` : sql`region_code like ${`${regionCode}%`}`}
  order by county_code, region_code, stream, revision desc`;

/** The question as text. */
export const resultsQuery = (regionCode: string, year: number, asOf: Date) =>
  `select distinct on (county_code, region_code, stream) stream, edition_id, letters from result_sheets where year = ${year} and concluded_at < '${asOf.toISOString()}'${regionCode === '*' ? '' : ` and region_code like '${regionCode}%'`} order by county_code, region_code, stream, revision desc`;

const empty = (): Sum => ({ communities: 0, scores: 0, scored: 0, sections: new Map(), missed: new Map() });

function add(sums: Map<string, Sum>, { stream, edition: id, letters }: Row, edition: Edition): void {
  const key = `${stream} ${id}`;
  const sum = sums.get(key) ?? empty();
  sums.set(key, sum);
  const rules = rulesOf(edition);
  const levels = decodeLevels(rules.map((rule) => rule.id), letters);
  const score = scoreOf(levels);
  sum.communities += 1;
  if (score !== null) [sum.scores, sum.scored] = [sum.scores + score, sum.scored + 1];
  for (const rule of rules) {
    const points = levels[rule.id] ? pointsOf(levels[rule.id]!) : null;
    if (points === null) continue;
    const section = sum.sections.get(rule.section.id) ?? { points: 0, rules: 0 };
    sum.sections.set(rule.section.id, { points: section.points + points, rules: section.rules + 1 });
  }
  for (const ruleId of unmetMusts(rules.filter((rule) => levels[rule.id]), levels)) sum.missed.set(ruleId, (sum.missed.get(ruleId) ?? 0) + 1);
}

const rounded = (value: number) => Math.round(value * 100) / 100;

function resultOf(key: string, { communities, scores, scored, sections, missed }: Sum, editions: ReadonlyMap<string, Edition>): Reckoned {
  const [stream, editionId] = key.split(' ') as [Stream, string];
  return {
    stream, editionId, communities, mean: scored === 0 ? null : rounded(scores / scored),
    sections: editions.get(editionId)!.sections.map(({ id }) => {
      const sum = sections.get(id);
      return { id, mean: sum ? rounded((100 * sum.points) / sum.rules) : null };
    }),
    missed: [...missed].toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).slice(0, communities === 1 ? rulesOf(editions.get(editionId)!).length : mostMissed).map(([ruleId, many]) => ({ ruleId, communities: many, share: rounded((100 * many) / communities) })),
  };
}
