import { sql, type SQL } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import { startOfBeijingDay } from '#app/platform/dates.ts';
import { countedFigures, type Figure, type FigureId } from './model.ts';

const counts = { subjects: sql`count(distinct subject_id)`, people: sql`count(distinct actor_id)`, regions: sql`count(distinct region_code)`, lines: sql`count(*)` };
const said = { subjects: 'count(distinct subject_id)', people: 'count(distinct actor_id)', regions: 'count(distinct region_code)', lines: 'count(*)' };

/** 事实数字 of a year, as known at a moment, with those of the year before: counted out of the records, which nobody can alter. */
export async function countFigures(ctx: Ctx, regionCode: string, year: number, asOf: Date): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const id of Object.keys(countedFigures) as FigureId[]) {
    const [value, before] = [await counted(ctx, id, regionCode, year, asOf), await counted(ctx, id, regionCode, year - 1, asOf)];
    figures.push({ id, value, before, query: queryOf(id, regionCode, year, asOf) });
  }
  return figures;
}

function spanOf(year: number, asOf: Date): { from: string; to: string } {
  const end = startOfBeijingDay(`${year + 1}-01-01`);
  return { from: startOfBeijingDay(`${year}-01-01`).toISOString(), to: (end < asOf ? end : asOf).toISOString() };
}

async function counted(ctx: Ctx, id: FigureId, regionCode: string, year: number, asOf: Date): Promise<number> {
  const { events, of } = countedFigures[id];
  const { from, to } = spanOf(year, asOf);
  const inside: SQL = regionCode === '*' ? sql`true` : sql`region_code like ${`${regionCode}%`}`;
  const { rows } = await ctx.db.execute<{ value: number }>(sql`
    select ${counts[of]}::int as value from records where event = any(${sql.param([...events])}) and at >= ${from} and at < ${to} and ${inside}`);
  return rows[0]!.value;
}

/** The same question as text, to be asked again by hand. */
function queryOf(id: FigureId, regionCode: string, year: number, asOf: Date): string {
  const { events, of } = countedFigures[id];
  const { from, to } = spanOf(year, asOf);
  return `select ${said[of]} from records where event in (${events.map((event) => `'${event}'`).join(', ')}) and at >= '${from}' and at < '${to}'${regionCode === '*' ? '' : ` and region_code like '${regionCode}%'`}`;
}
