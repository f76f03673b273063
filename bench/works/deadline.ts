import { setTimeout as sleep } from 'node:timers/promises';
import { type Draft, freshDrafts, type World } from '../load-world.ts';
import { clientOf, type Client, cpuOf, drive, figures, type Line, rssOf } from '../measure.ts';
import { startSite } from '../site.ts';
import { submitAsk } from '../submit-ask.ts';

const every = 30;
const [drafts, seconds, submitsASecond] = [10_000, 60, 40];
const question = 'highlights';

type Told = { saved: Map<string, string>; receipts: Set<string>; wrong: string[] };

/** S10 截止前一小时: open drafts that save themselves every half minute, and a burst of submits; asks come by the clock, whether or not the last one is answered. */
export async function deadline(world: World): Promise<Line[]> {
  const share = Number(process.env.BENCH_SHARE ?? 1);
  const { rows } = await world.client.query<{ id: string }>(`select r.id from rules r join editions e on e.id = r.edition_id where e.state = 'published' order by r.id`);
  const open = await freshDrafts(world, Math.round(drafts * share));
  const site = await startSite({ script: 'scripts/start.ts', ready: '/health' });
  const client = clientOf(site.port, 2000);
  const told: Told = { saved: new Map(), receipts: new Set(), wrong: [] };
  try {
    await drive(200, 16, (i) => save(client, open[i % open.length]!, told, i));
    const quiet = figures('', await drive(200, 1, () => client.ask({ path: '/' })));
    const cpu = cpuOf(site.pid);
    const [saves, submits] = await storm(client, open, rows.map((row) => row.id), site.port, share, told);
    const used = cpuOf(site.pid) - cpu;
    const calm = await untilCalm(client, quiet.p50);
    await inspect(world, told);
    const note = `${open.length} drafts, ${saves.n} saves and ${submits.n} submits in ${seconds} s; ${told.wrong.length} refused`;
    return [
      { ...saves, work: 'S10 autosave', cpu_ms: Math.round((used / (saves.n + submits.n)) * 100) / 100, rss_mb: rssOf(site.pid), bar: 'p99 ≤ 1 s, 0 lost', met: saves.p99 <= 1000 && told.wrong.length === 0, note },
      { ...submits, work: 'S10 submit', bar: 'p99 ≤ 1 s, every answer with a receipt, 0 doubled', met: submits.p99 <= 1000 && told.wrong.length === 0, note: `${told.receipts.size} receipts, each there once` },
      { work: 'S10 back to normal', n: 1, p50: calm, p95: calm, p99: calm, rps: 0, floor: quiet.p50, bar: '≤ 60 s', met: calm <= 60_000, note: 'milliseconds after the last ask until the home page is twice its quiet time; floor: quiet' },
    ];
  } finally {
    client.close();
    await site.stop();
  }
}

/** Asks on their own timetable: a time is from when somebody meant to ask. */
async function storm(client: Client, open: Draft[], ruleIds: string[], port: number, share: number, told: Told): Promise<[Line, Line]> {
  const from = performance.now() + 200;
  const times = { saves: [] as number[], submits: [] as number[] };
  const at = async (moment: number, into: number[], ask: () => Promise<void>) => {
    await sleep(Math.max(0, from + moment - performance.now()));
    await ask().catch((error: Error) => void told.wrong.push(error.message));
    into.push(performance.now() - from - moment);
  };
  const pace = submitsASecond * share;
  const handedIn = open.slice(0, Math.round(pace * seconds));
  const going: Promise<void>[] = handedIn.map((draft, i) => at((i / pace) * 1000, times.submits, () => submit(client, draft, ruleIds, i, port, told)));
  for (let round = 0; round < seconds / every; round += 1) {
    for (const [i, draft] of open.slice(handedIn.length).entries()) {
      going.push(at((round * every + (i / (open.length - handedIn.length)) * every) * 1000, times.saves, () => save(client, draft, told, round)));
    }
  }
  await Promise.all(going);
  const took = (performance.now() - from) / 1000;
  return [figures('', { times: times.saves, seconds: took }), figures('', { times: times.submits, seconds: took })];
}

const revisions = new Map<string, number>();

async function save(client: Client, draft: Draft, told: Told, round: number) {
  const value = `亮点之一：孩子们每月走一遍上学路，第 ${round} 次记录。${draft.number}`;
  const answers = [{ questionId: question, value, bases: [revisions.get(draft.id) ?? 1] }];
  const { status, body } = await client.ask({ path: `/apply/${draft.id}/save`, method: 'POST', headers: { cookie: draft.cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' }, body: JSON.stringify({ answers }) });
  if (status !== 200) throw new Error(`a save was answered ${status}: ${body.slice(0, 200)}`);
  const mine = /"mine",?:?(\d+)/.exec(body)?.[1];
  if (mine) revisions.set(draft.id, Number(mine));
  told.saved.set(draft.id, value);
}

async function submit(client: Client, draft: Draft, ruleIds: string[], i: number, port: number, told: Told) {
  const { status, headers, body } = await client.ask(submitAsk(draft, ruleIds, i, port));
  if ((status !== 302 && status !== 303) || !String(headers.location).endsWith('/receipt')) throw new Error(`a submit was answered ${status}: ${body.slice(0, 200)}`);
  told.receipts.add(draft.id);
}

async function untilCalm(client: Client, usual: number): Promise<number> {
  const from = performance.now();
  for (;;) {
    const { p50 } = figures('', await drive(10, 1, () => client.ask({ path: '/' })));
    if (p50 <= usual * 2 || performance.now() - from > 120_000) return Math.round(performance.now() - from);
  }
}

/** 对账: every save that was acknowledged is there as the text that stands or beside it, every receipt exactly once. */
async function inspect({ client }: World, told: Told) {
  const saved = await client.query<{ lost: number }>(
    `select count(*)::int as lost from unnest($1::uuid[], $2::text[]) as told (id, value)
      where not exists (select from application_answers a where a.application_id = told.id and a.question_id = $3
                        and (a.value = to_jsonb(told.value) or a.rivals::text like '%' || told.value || '%'))`,
    [[...told.saved.keys()], [...told.saved.values()], question]);
  const kept = await client.query<{ kept: number; twice: number }>(
    `select count(*) filter (where n >= 1)::int as kept, count(*) filter (where n > 1)::int as twice
       from (select count(*) as n from submissions where application_id = any($1) group by application_id) as each`, [[...told.receipts]]);
  const { kept: there, twice } = kept.rows[0]!;
  const lost = saved.rows[0]!.lost + told.receipts.size - there;
  if (lost > 0 || twice > 0) throw new Error(`${lost} acknowledged writes lost, ${twice} doubled`);
}
