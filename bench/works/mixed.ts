import { setTimeout as sleep } from 'node:timers/promises';
import { freshDrafts, type Draft, type World } from '../load-world.ts';
import { clientOf, type Client, cpuOf, figures, type Line, rssOf } from '../measure.ts';
import { startSite } from '../site.ts';
import { submitAsk } from '../submit-ask.ts';

const million = 1_000_000;
const crowds = [200, 400, 600, 800];
const seconds = 40;
const thinking = 5000;
const limits = { reads: [50, 150, 300], writes: [100, 300, 500] } as const;

type Kind = keyof typeof limits;
type Deed = { weight: number; kind: Kind; do: (client: Client, world: World, drafts: Draft[], port: number, ruleIds: string[]) => Promise<number> };

const ask = async (client: Client, path: string, cookie?: string) => (await client.ask({ path, headers: cookie ? { cookie } : {} })).status;
const anyOf = <T>(many: readonly T[]) => many[Math.floor(Math.random() * many.length)]!;
const provinces = ['11', '13', '32', '33', '34', '37', '41', '44', '51', '61'];

/** What people do on a working day: nine of ten look something up, one of ten writes. */
const deeds: readonly Deed[] = [
  { weight: 25, kind: 'reads', do: (client, { office }) => ask(client, `/desk/applications.data?region=${anyOf(provinces)}&tab=to-check`, office) },
  { weight: 10, kind: 'reads', do: (client, { office }) => ask(client, `/desk/applications?region=${anyOf(provinces)}&tab=to-check`, office) },
  { weight: 20, kind: 'reads', do: (client, _, drafts) => { const draft = anyOf(drafts); return ask(client, `/apply/${draft.id}/history`, draft.cookie); } },
  { weight: 15, kind: 'reads', do: (client) => ask(client, `/pilots?region=${anyOf(provinces)}`) },
  { weight: 10, kind: 'reads', do: (client) => ask(client, '/') },
  { weight: 10, kind: 'reads', do: (client) => ask(client, `/api/v1/regions?q=${encodeURIComponent(anyOf(['滨湖', '社区', 'bhsj', '花园', 'xinhua']))}`) },
  { weight: 7, kind: 'writes', do: save },
  { weight: 3, kind: 'writes', do: submit },
];

/** S11 混合负载: simulated people of growing number, each thinking five seconds between two deeds, over a million applications. */
export async function mixed(world: World): Promise<Line[]> {
  await makeMillion(world);
  const { rows } = await world.client.query<{ id: string }>(`select r.id from rules r join editions e on e.id = r.edition_id where e.state = 'published' order by r.id`);
  const drafts = await freshDrafts(world, 3000);
  const site = await startSite({ script: 'scripts/start.ts', ready: '/health' });
  const client = clientOf(site.port, 1000);
  const lines: Line[] = [];
  try {
    await crowd(crowds[0]!, client, world, drafts, site.port, rows.map((row) => row.id)); // a server is not new when people come
    for (const people of crowds) {
      const cpu = cpuOf(site.pid);
      const times = await crowd(people, client, world, drafts, site.port, rows.map((row) => row.id));
      const used = cpuOf(site.pid) - cpu;
      for (const kind of ['reads', 'writes'] as const) {
        const line = figures(`S11 ${kind}, ${people} people`, { times: times[kind], seconds });
        const [p50, p95, p99] = limits[kind];
        lines.push({
          ...line, cpu_ms: Math.round((used / (times.reads.length + times.writes.length)) * 100) / 100, rss_mb: rssOf(site.pid), bar: `${p50}/${p95}/${p99} ms`,
          met: line.p50 <= p50 && line.p95 <= p95 && line.p99 <= p99 && times.wrong === 0, note: `${people / 2} people a core; ${times.wrong} failed`,
        });
      }
      if (lines.slice(-2).some((line) => !line.met)) break;
    }
    return lines;
  } finally {
    client.close();
    await site.stop();
  }
}

async function crowd(people: number, client: Client, world: World, drafts: Draft[], port: number, ruleIds: string[]) {
  const times = { reads: [] as number[], writes: [] as number[], wrong: 0 };
  const until = performance.now() + seconds * 1000;
  await Promise.all(
    Array.from({ length: people }, async () => {
      await sleep(Math.random() * thinking);
      while (performance.now() < until) {
        const deed = chosen();
        const from = performance.now();
        const status = await deed.do(client, world, drafts, port, ruleIds).catch(() => 0);
        if (status === 0 || status >= 400) times.wrong += 1;
        times[deed.kind].push(performance.now() - from);
        await sleep(-Math.log(1 - Math.random()) * thinking);
      }
    }),
  );
  return times;
}

function chosen(): Deed {
  let at = Math.random() * 100;
  return deeds.find((deed) => (at -= deed.weight) < 0) ?? deeds[0]!;
}

let next = 0;

async function save(client: Client, _: World, drafts: Draft[]): Promise<number> {
  const draft = drafts[drafts.length - 1 - (next % 1000)]!;
  const answers = [{ questionId: 'highlights', value: `第 ${next++} 次保存`, bases: [1] }];
  return (await client.ask({ path: `/apply/${draft.id}/save`, method: 'POST', headers: { cookie: draft.cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }, body: JSON.stringify({ answers }) })).status;
}

let submitted = 0;

async function submit(client: Client, _: World, drafts: Draft[], port: number, ruleIds: string[]): Promise<number> {
  const i = submitted++ % (drafts.length - 1000);
  return (await client.ask(submitAsk(drafts[i]!, ruleIds, i, port))).status;
}

/** Nine calls of earlier years over the same units, so that lists and counts work on a million applications; made once. */
async function makeMillion({ client, applications }: World): Promise<void> {
  const { rows } = await client.query<{ n: number }>('select count(*)::int as n from applications');
  if (rows[0]!.n >= million) return;
  console.log('· 正在把申报补到一百万份 · bringing the applications to a million');
  for (let year = 1; rows[0]!.n + (year - 1) * applications < million; year += 1) {
    await client.query('begin');
    const made = await client.query<{ id: string }>(
      `insert into calls (title, title_en, region_code, edition_id, question_set_id, places, applicant_levels, opens_on, closes_on, state, "check", review, notice, created_by, created_at, published_at)
       select title || '·前 ' || $1::int || ' 年', title_en || ' ' || $1::int, region_code, edition_id, question_set_id, places, applicant_levels,
              opens_on - $1::int * 365, closes_on - $1::int * 365, 'closed', "check", review, notice, created_by, now(), now() from calls where title_en = 'Load (invented)' returning id`, [year]);
    await client.query(
      `insert into applications (number, call_id, region_code, applicant_code, status, started_by, created_at, updated_at, submitted_at, check_due_on, round)
       select replace(number, 'LOAD', 'PAST' || $2::int), $1, region_code, applicant_code, status, started_by, created_at, updated_at, submitted_at, check_due_on, round
         from applications where number like 'TY-LOAD-%'`, [made.rows[0]!.id, year]);
    await client.query('commit');
  }
  await client.query('analyze applications');
}
