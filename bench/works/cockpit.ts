import pg from 'pg';
import { cockpitOf } from '#app/domain/city/cockpit/cockpit.ts';
import { departmentInCockpit } from '#app/domain/city/cockpit/department.ts';
import { districtInCockpit } from '#app/domain/city/cockpit/district.ts';
import { heatOf } from '#app/domain/city/cockpit/read.ts';
import { scorecardOf } from '#app/domain/city/cockpit/scorecard.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { against, clientOf, drive, figures, type Line } from '../measure.ts';
import { signedIn } from '../session.ts';
import { startSite } from '../site.ts';

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

/** 驾驶舱各页 over HTTP, made anew for each ask: what is read and what is drawn, for an officer of each city and for everybody; the largest cities, and for the first page cities of every size. */
export async function cockpitOverHttp(url: string, cities: readonly City[], every: readonly City[], note: string): Promise<Line[]> {
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  const cityAt = (i: number) => cities[i % cities.length]!;
  const cookies = new Map<string, string>();
  const anyAt = (i: number) => every[Math.floor((i * every.length) / asks) % every.length]!;
  for (const { code } of every) {
    const id = `bench-city-${code}`;
    await owner.query('insert into users (id, name, email, two_factor_enabled, region_code) values ($1, $1, $2, true, $3) on conflict do nothing', [id, `${id}@accounts.invalid`, code]);
    await owner.query(`insert into role_grants (user_id, role, region_code, granted_by, granted_at) select $1, 'government-officer', $2, 'bench', now() where not exists (select from role_grants where user_id = $1)`, [id, code]);
    cookies.set(code, await signedIn(owner, id));
  }
  const site = await startSite({ script: 'scripts/start.ts', ready: '/health', within: 300_000 });
  const client = clientOf(site.port, 1);
  const pages: [string, (i: number) => string, ((i: number) => City)?][] = [
    ['cockpit of a city of any size over HTTP', (i) => `/desk/cockpit?plan=${anyAt(i).plan}&year=${year}`, anyAt],
    ['cockpit of a city of the largest over HTTP', (i) => `/desk/cockpit?plan=${cityAt(i).plan}&year=${year}`],
    ['cockpit of a district over HTTP', (i) => `/desk/cockpit/districts/${cityAt(i).districts[0]!}?plan=${cityAt(i).plan}&year=${year}`],
    ['cockpit of a department over HTTP', (i) => `/desk/cockpit/departments/wj?plan=${cityAt(i).plan}&year=${year}`],
    ['scorecard of a city over HTTP', (i) => `/scorecard/${cityAt(i).code}?year=${year}&again=${i}`],
    ['scorecard of a district over HTTP', (i) => `/scorecard/${cityAt(i).districts[0]!}?year=${year}&again=${i}`],
  ];
  const lines: Line[] = [];
  try {
    const asked = pages.map(([name, path, whose = cityAt]) => ({
      name,
      ask: async (i: number) => {
        const { status } = await client.ask({ path: path(i), headers: path(i).startsWith('/desk') ? { cookie: cookies.get(whose(i).code)! } : {} });
        if (status !== 200) throw new Error(`${path(i)} answered ${status}`);
      },
    }));
    for (const { ask } of asked) await drive(60, 1, ask); // a server that has run for a while, as people meet it
    for (const { name, ask } of asked) {
      const line = figures(name, await drive(asks, 1, ask));
      lines.push({ ...line, bar: 'p95 ≤ 50 ms', met: line.p95 <= 50, note });
    }
    return lines;
  } finally {
    client.close();
    await site.stop();
    await owner.end();
  }
}
