import { childCookie } from '#app/domain/children/identity/child-cookie.ts';
import type { DemoWorld } from '../demo-world.ts';
import { clientOf, drive, driveProcess, type Line } from '../measure.ts';
import { startSite } from '../site.ts';
import { lightPages } from './phone.ts';

const place = '340111400';
type Who = 'worker' | 'child' | 'visitor';

/** Addresses with the person who opens them; what the public sees is asked under a new address each time, so that none is a page kept for some seconds. */
const pages: readonly [path: string, who: Who][] = [
  ['/work', 'worker'], [`/work/${place}`, 'worker'], [`/work/${place}/children`, 'worker'], [`/work/${place}/plan`, 'worker'],
  ['/child', 'child'], ['/child/say', 'child'], ['/child/know', 'child'], ['/child/works', 'child'], ['/child/council', 'child'], ['/child/places', 'child'],
  [`/communities/${place}`, 'visitor'], [`/communities/${place}/voices`, 'visitor'], ['/spaces', 'visitor'], ['/safe-routes', 'visitor'], ['/hazards', 'visitor'], ['/exhibitions', 'visitor'], ['/statistics', 'visitor'], ['/pilots', 'visitor'],
];

/** 社区和孩子的页面: the time of the server beside one bare statement, and what a telephone gets of those that children and everybody open. */
export async function communityPages(demo: DemoWorld): Promise<Line[]> {
  const floorSite = await startSite({ script: 'bench/floor-server.ts', env: { FLOOR_URL: demo.url } });
  const site = await startSite({ script: 'scripts/start.ts', ready: '/health' });
  const [bare, client] = [clientOf(floorSite.port, 16), clientOf(site.port, 16)];
  const { rows: [code] } = await demo.client.query<{ id: string }>(`select id from class_codes where region_code = $1 and layer = 'primary' and revoked_at is null limit 1`, [place]);
  const { rows: [pilot] } = await demo.client.query<{ code: string }>(`select region_code as code from pilots where state = 'pilot' order by region_code <> $1, id limit 1`, [place]);
  const cookies: Record<Who, string> = {
    worker: await demo.cookieOf('binhu'), visitor: '',
    child: childCookie({ childId: null, codeId: code!.id, regionCode: place, layer: 'primary' }, new Date()).split(';')[0]!,
  };
  try {
    const ask = (path: string, who: Who, i: number) => client.ask({ path: who === 'visitor' ? `${path}?anew=${i}` : path, headers: { 'accept-encoding': 'identity', ...(cookies[who] ? { cookie: cookies[who] } : {}) } });
    await drive(100, 1, () => bare.ask({ path: '/list' }));
    const floor = await driveProcess('community floor: one statement', floorSite.pid, 400, 1, () => bare.ask({ path: '/list' }));
    const lines: Line[] = [{ ...floor, note: 'bare Node, no rights' }];
    const real = pages.map(([path, who]) => [path.replace(`/communities/${place}`, `/communities/${pilot!.code}`), who] as const);
    for (const [path, who] of real) {
      const first = await ask(path, who, -1);
      await drive(40, 1, (i) => ask(path, who, i + 1000));
      const line = await driveProcess(`${path} (${who})`, site.pid, 200, 1, (i) => ask(path, who, i));
      lines.push({ ...line, floor: floor.p50, ratio: Math.round((line.p50 / floor.p50) * 10) / 10, note: `${first.status}; ${Math.round(first.body.length / 1024)} KB` });
    }
    return [...lines, ...(await lightPages(site.port, real.filter(([, who]) => who !== 'worker').map(([path, who]) => ({ path, cookie: cookies[who] }))))];
  } finally {
    bare.close();
    client.close();
    await floorSite.stop();
    await site.stop();
  }
}
