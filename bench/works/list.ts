import type { World } from '../load-world.ts';
import { against, clientOf, drive, driveProcess, type Line } from '../measure.ts';
import { startSite } from '../site.ts';

type Client = ReturnType<typeof clientOf>;
/** What a browser asks when the officer filters or turns the page: the frame stays. */
const data = '/desk/applications.data?region=34&tab=to-check&_routes=root%2Croutes%2Fdesk%2Fapplications%2Fapplications';

type Page = { work: string; path: string; isStaff?: boolean; isAnew?: boolean; atOnce: number; n: number; row: RegExp; bar: string; met: (line: Line) => boolean };

const fast = { bar: 'p50 ≤ 5 ms', met: (line: Line) => line.p50 <= 5 };
const many = (most: number) => ({ bar: `≥ ${most} /s`, met: (line: Line) => line.rps >= most });

/** Each page is looked at once first: it must show its fifty rows. `isAnew` asks under a new address each time, so that none is a page kept for some seconds. */
const pages: readonly Page[] = [
  { work: 'S2 list as data', path: data, isStaff: true, atOnce: 1, n: 1000, row: /TY-(LOAD|BENCH)-/g, ...fast },
  { work: 'S2 list as data, 16 at once', path: data, isStaff: true, atOnce: 16, n: 3000, row: /TY-(LOAD|BENCH)-/g, ...many(1000) },
  { work: 'S2 notices as JSON', path: '/api/v1/notices?limit=50', atOnce: 1, n: 1000, row: /"endsOn"/g, ...fast },
  { work: 'S2 notices as JSON, 16 at once', path: '/api/v1/notices?limit=50', atOnce: 16, n: 5000, row: /"endsOn"/g, ...many(1000) },
  { work: 'S2 public list', path: '/pilots?region=34', atOnce: 16, n: 2000, row: /href="\/communities\//g, ...many(300) },
  { work: 'S2 public list, made anew', path: '/pilots?region=34', isAnew: true, atOnce: 16, n: 3000, row: /href="\/communities\//g, ...many(300) },
  { work: 'S2 staff page', path: '/desk/applications?region=34&tab=to-check', isStaff: true, atOnce: 16, n: 1000, row: /TY-(LOAD|BENCH)-/g, ...many(80) },
];

/** S2 列表: a page of fifty, filtered by province and status, in each form in which people and programs get it. */
export async function list(world: World): Promise<Line[]> {
  const floorSite = await startSite({ script: 'bench/floor-server.ts', env: { FLOOR_URL: world.url } });
  const site = await startSite({ script: 'scripts/start.ts', ready: '/health' });
  const [bare, client] = [clientOf(floorSite.port, 16), clientOf(site.port, 16)];
  try {
    const floors = new Map<number, Line>();
    for (const atOnce of [1, 16]) floors.set(atOnce, await floor(bare, floorSite.pid, atOnce));
    const lines = [...floors.values()];
    for (const page of pages) lines.push(await one(page, client, site.pid, world.office, floors.get(page.atOnce)!.rps));
    return lines;
  } finally {
    bare.close();
    client.close();
    await floorSite.stop();
    await site.stop();
  }
}

async function floor(client: Client, pid: number, atOnce: number): Promise<Line> {
  const ask = () => client.ask({ path: '/list' });
  await drive(100, atOnce, ask);
  const line = await driveProcess(`S2 floor: one statement, ${atOnce} at once`, pid, atOnce === 1 ? 500 : 3000, atOnce, ask);
  return { ...line, note: 'bare Node, same fifty rows, no rights' };
}

async function one(page: Page, client: Client, pid: number, cookie: string, floorRps: number): Promise<Line> {
  const ask = (i: number) => client.ask({ path: page.isAnew ? `${page.path}&anew=${i}` : page.path, headers: { 'accept-encoding': 'identity', ...(page.isStaff ? { cookie } : {}) } });
  const first = await ask(-1);
  const rows = first.body.match(page.row)?.length ?? 0;
  if (first.status !== 200 || rows < 50) {
    return { work: page.work, n: 0, p50: 0, p95: 0, p99: 0, rps: 0, bar: page.bar, met: false, note: `${page.path} was answered ${first.status} with ${rows} rows` };
  }
  await drive(Math.ceil(page.n / 2), page.atOnce, (i) => ask(i + page.n)); // a server is not new when people come
  const line = await driveProcess(page.work, pid, page.n, page.atOnce, ask);
  return { ...against(line, floorRps, 'rps', page.bar, page.met), note: `${Math.round(first.body.length / 1024)} KB` };
}
