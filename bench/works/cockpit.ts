import type pg from 'pg';
import { cockpitOf } from '#app/domain/city/cockpit/cockpit.ts';
import { departmentInCockpit } from '#app/domain/city/cockpit/department.ts';
import { districtInCockpit } from '#app/domain/city/cockpit/district.ts';
import { heatOf } from '#app/domain/city/cockpit/read.ts';
import { scorecardOf } from '#app/domain/city/cockpit/scorecard.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { against, drive, figures, type Line } from '../measure.ts';

const asks = 200;
const year = 2025;
type City = { code: string; districts: string[]; plan: string };

/** 驾驶舱各页 over the load of the cities: what each page reads, beside the barest statement over the same cells. */
export async function cockpitPages(ctx: Ctx, bare: pg.Client, cities: readonly City[], ids: readonly number[], note: string): Promise<Line[]> {
  const cityAt = (i: number) => cities[i % cities.length]!;
  const counties = (codes: readonly string[]) => codes.map((code) => Number(code.slice(0, 6).padEnd(6, '0')));
  const plain = (i: number) => bare.query({ name: 'cockpit', text: 'select region_code, indicator_id, period, value from indicator_values where county_code = any($1::int[]) and region_code = any($2::text[]) and indicator_id = any($3::int[]) and period = 2025312 and breakdown = 0', values: [counties(cityAt(i).districts), cityAt(i).districts, ids] });
  const officer = (i: number): Ctx => ({ ...ctx, actor: { ...ctx.actor, grants: [{ role: 'government-officer', regionCode: cityAt(i).code, organisationId: null }] } });
  const pages: [string, (i: number) => Promise<unknown>][] = [
    ['cockpit: heat of a plan, actions × districts with lights', (i) => heatOf(ctx, cityAt(i).plan, year)],
    ['cockpit: the city’s first page', (i) => cockpitOf(officer(i), { plan: cityAt(i).plan, year })],
    ['cockpit: a district', (i) => districtInCockpit(officer(i), cityAt(i).districts[0]!, { plan: cityAt(i).plan, year })],
    ['cockpit: a department', (i) => departmentInCockpit(officer(i), 'wj', { plan: cityAt(i).plan, year })],
    ['scorecard of a city', (i) => scorecardOf(ctx, cityAt(i).code, { year })],
  ];
  await drive(30, 1, plain);
  const floor = figures('cockpit pages floor: December of all districts, one statement', await drive(asks, 1, plain));
  const lines: Line[] = [floor];
  for (const [name, read] of pages) {
    await drive(30, 1, read);
    lines.push({ ...against(figures(name, await drive(asks, 1, read)), floor.p50, 'p50', 'p95 ≤ 50 ms', ({ p95 }) => p95 <= 50), note });
  }
  return lines;
}
