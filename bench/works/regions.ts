import pg from 'pg';
import { loadRegions, regionNames } from '#seed/regions.ts';
import { copyInto } from '#seed/load-copy.ts';
import type { World } from '../load-world.ts';
import { against, clientOf, drive, driveProcess, figures, type Line } from '../measure.ts';
import { startSite } from '../site.ts';

const words = ['滨湖', '合肥', '朝阳', '新城', 'bhsj', 'hfbh', 'binhu', 'chaoyang', '合肥滨湖', '和平', '幸福', 'nanjing', 'xx', '人民路', '解放', '世纪', '东方', 'hp', '340111400', '花园'];
const parents = ['', '34', '3401', '340111', '340111400', '11', '110101', '44', '4403', '440304'];

/** S8 区划: finding, stepping down, and loading all five levels into an empty database. */
export async function regions(world: World): Promise<Line[]> {
  const site = await startSite({ script: 'scripts/start.ts' });
  const client = clientOf(site.port, 4);
  const headers = { cookie: world.office };
  try {
    const search = (i: number) => ask(client, `/api/v1/regions?q=${encodeURIComponent(words[i % words.length]!)}`, headers);
    const cascade = (i: number) => ask(client, `/desk/regions.json?parent=${parents[i % parents.length]}`, headers);
    const floor = figures('S8 floor', await drive(400, 1, (i) => world.client.query('select code, name from regions where parent_code = $1 order by code', [parents[1 + (i % 9)]])));
    await drive(60, 1, search);
    const found = await driveProcess('S8 search', site.pid, 400, 1, search);
    await drive(60, 1, cascade);
    const stepped = await driveProcess('S8 cascade', site.pid, 400, 1, cascade);
    return [
      { ...against(found, floor.p50, 'p50', 'p95 ≤ 20 ms', (line) => line.p95 <= 20), note: `${words.length} words in Chinese, pinyin and initials; floor: index read` },
      { ...against(stepped, floor.p50, 'p50', 'p95 ≤ 20 ms', (line) => line.p95 <= 20), note: 'floor: index read' },
      await loading(world),
    ];
  } finally {
    client.close();
    await site.stop();
  }
}

async function ask(client: ReturnType<typeof clientOf>, path: string, headers: Record<string, string>) {
  const answer = await client.ask({ path, headers });
  if (answer.status !== 200) throw new Error(`${path} was answered ${answer.status}: ${answer.body.slice(0, 200)}`);
}

function* plainRows() {
  for (const { code, name } of regionNames()) yield [code, name];
}

/** Into an empty schema of its own, beside a plain COPY of the same codes and names without any index. */
async function loading(world: World): Promise<Line> {
  await world.client.query('drop schema if exists bench_regions cascade');
  await world.client.query('create schema bench_regions');
  const client = new pg.Client({ connectionString: world.url, options: '-c search_path=bench_regions,public' });
  await client.connect();
  try {
    await client.query('create table plain (code text, name text)');
    const from = performance.now();
    const rows = await copyInto(client, { name: 'plain', columns: ['code', 'name'] }, plainRows());
    const floor = Math.round(performance.now() - from);
    await client.query('create table regions (like public.regions including all)');
    await client.query('create table region_editions (like public.region_editions including all)');
    const began = performance.now();
    await loadRegions(client);
    const took = Math.round(performance.now() - began);
    return {
      work: 'S8 load all levels', n: rows, p50: took, p95: took, p99: took, rps: Math.round(rows / (took / 1000)), floor, ratio: Math.round((took / floor) * 10) / 10,
      bar: '≤ 30 s', met: took <= 30_000, note: 'milliseconds; floor: COPY of code and name without index',
    };
  } finally {
    await client.end();
    await world.client.query('drop schema bench_regions cascade');
  }
}
