import { openWorld, type World } from '../load-world.ts';
import { clientOf, type Line, rssOf } from '../measure.ts';
import { startSite } from '../site.ts';

const times = 5;
const line = (work: string, all: number[], bar: string, most: number, floor: number): Line => {
  const sorted = all.map(Math.round).toSorted((a, b) => a - b);
  const p50 = sorted[Math.floor(sorted.length / 2)]!;
  const last = sorted.at(-1)!;
  return { work, n: all.length, p50, p95: last, p99: last, rps: 0, floor, ratio: Math.round((p50 / floor) * 10) / 10, bar, met: p50 <= most };
};

async function firstAnswers(script: string, ready: string): Promise<number[]> {
  const all: number[] = [];
  for (let i = 0; i < times; i += 1) {
    const site = await startSite({ script, ready });
    all.push(site.startedIn);
    await site.stop();
  }
  return all;
}

/** S5 冷启动: from the command to the first whole home page: with the database stopped, with a server that runs, and beside a process that works already. */
export async function start(world: World): Promise<Line[]> {
  const bare = await firstAnswers('bench/floor-server.ts', '/');
  const floor = Math.max(1, Math.round(bare.toSorted((a, b) => a - b)[2]!));
  const withServer = await firstAnswers('scripts/start.ts', '/');
  const first = await startSite({ script: 'scripts/start.ts' });
  const second = await firstAnswers('scripts/start.ts', '/');
  await first.stop();
  await world.stop();
  const embedded = await firstAnswers('scripts/start.ts', '/');
  Object.assign(world, await openWorld());
  return [
    line('S5 start, database not running', embedded, '≤ 2.5 s', 2500, floor),
    line('S5 start, database running', withServer, '≤ 1.2 s', 1200, floor),
    line('S5 start of a second process', second, '≤ 1.2 s', 1200, floor),
  ].map((each) => ({ ...each, note: 'milliseconds to the first home page; floor: bare Node' }));
}

/** S6 内存: the app without its database, after some hundreds of pages of every kind and a rest. */
export async function memory(world: World): Promise<Line[]> {
  const bare = await startSite({ script: 'bench/floor-server.ts' });
  const floor = rssOf(bare.pid);
  await bare.stop();
  const site = await startSite({ script: 'scripts/start.ts' });
  const client = clientOf(site.port, 8);
  const fresh = rssOf(site.pid);
  const pages = ['/', '/standard', '/pilots', '/notices', '/desk', '/desk/applications', '/health'];
  for (let i = 0; i < 40; i += 1) await Promise.all(pages.map((path) => client.ask({ path, headers: { cookie: world.office } })));
  client.close();
  await new Promise((resolve) => setTimeout(resolve, 20_000));
  const rest = rssOf(site.pid);
  await site.stop();
  const note = `${fresh} MB when just started; floor: bare Node`;
  return [{ work: 'S6 memory at rest', n: 40 * pages.length, p50: 0, p95: 0, p99: 0, rps: 0, rss_mb: rest, floor, ratio: Math.round((rest / floor) * 10) / 10, bar: '≤ 180 MB', met: rest <= 180, note }];
}
