import { and, asc, between, getTableColumns, inArray } from 'drizzle-orm';
import { inside } from '#app/domain/base/regions/inside.ts';
import { isUnwatched } from '#app/domain/city/early-warning/is-unwatched.ts';
import { alerts } from '#app/domain/city/early-warning/tables.server.ts';
import { everybody } from '#app/domain/city/indicators/model.ts';
import { yearOf } from '#app/domain/city/indicators/period.ts';
import type { Indicator } from '#app/domain/city/indicators/read.ts';
import { askFigures } from '#app/domain/city/statistics-database/ask-figures.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import type { AlertLine, ReportContent } from './model.ts';

type Asked = { regionCode: string; indicators: ReadonlyMap<string, Indicator>; districts: ReportContent['districts']; years: readonly number[]; to: string };

/** 预警与处置 of a plan's indicators in its region and one step below, about figures of these years: what was raised, who answered what, who closed it; none that stands on a figure the statistics database hides. */
export async function alertsOf(ctx: Ctx, { regionCode, indicators, districts, years, to }: Asked): Promise<AlertLine[]> {
  const codes = new Map([...indicators.values()].map(({ id, code }) => [id, code]));
  if (codes.size === 0) return [];
  const names = new Map(districts.map(({ code, name }) => [code, name]));
  const rows = await ctx.db.select({ ...getTableColumns(alerts), isUnwatched: isUnwatched() }).from(alerts)
    .where(and(inside(alerts.regionCode, regionCode), inArray(alerts.regionCode, [regionCode, ...names.keys()]), inArray(alerts.indicatorId, [...codes.keys()]), between(alerts.raisedOn, `${years[0]!}-01-01`, to)))
    .orderBy(asc(alerts.raisedOn), asc(alerts.id));
  const isOf = ({ ground, raisedOn }: (typeof rows)[number]) => years.includes(ground.period === null ? Number(raisedOn.slice(0, 4)) : yearOf(ground.period));
  const meant = rows.filter(isOf);
  const hidden = await hiddenOf(ctx, meant, [...indicators.values()]);
  return meant.filter((row) => !hidden.has(keyOf(row))).map((row) => ({
    code: codes.get(row.indicatorId)!, place: names.get(row.regionCode) ?? '', rule: row.rule, level: row.level, state: row.state === 'ended' && row.isUnwatched ? 'unwatched' : row.state, raisedOn: row.raisedOn, dueOn: row.dueOn, owner: row.ownerName ?? '',
    reason: row.reason, measure: row.measure, closedOn: row.closedAt ? beijingDay(row.closedAt) : row.endedOn, verdict: row.verdict,
  }));
}

type Grounded = Pick<typeof alerts.$inferSelect, 'indicatorId' | 'regionCode' | 'ground'>;
const keyOf = ({ indicatorId, regionCode, ground: { period } }: Grounded) => `${indicatorId} ${regionCode} ${period}`;

/** 依据不公开的: which of these stand on a figure of too few people. */
async function hiddenOf(ctx: Ctx, meant: readonly Grounded[], known: readonly Indicator[]): Promise<Set<string>> {
  const grounded = meant.filter(({ ground }) => ground.actual !== null);
  const years = grounded.flatMap(({ ground: { period } }) => (period === null ? [] : [yearOf(period)]));
  if (years.length === 0) return new Set();
  const indicators = known.filter(({ id }) => grounded.some(({ indicatorId }) => indicatorId === id));
  const { figures } = await askFigures(ctx, { indicators, regionCodes: [...new Set(grounded.map(({ regionCode }) => regionCode))], from: Math.min(...years), to: Math.max(...years), span: 'all', breakdowns: [everybody], limit: 50_000 });
  return new Set(figures.filter(({ isHidden }) => isHidden).map(({ indicatorId, regionCode, period }) => `${indicatorId} ${regionCode} ${period}`));
}
