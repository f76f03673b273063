import { freshDrafts, type Draft, type World } from '../load-world.ts';
import { against, clientOf, drive, driveProcess, type Line } from '../measure.ts';
import { startSite } from '../site.ts';
import { selfCheckFor, submitAsk } from '../submit-ask.ts';

const atOnce = 16;
const [warm, measured] = [500, 2000];

/** S1 提交: a whole application with its self-check of every rule, through the page's own door, beside the thin server. */
export async function submit(world: World): Promise<Line[]> {
  const { rows } = await world.client.query<{ id: string }>(`select r.id from rules r join editions e on e.id = r.edition_id where e.state = 'published' order by r.id`);
  const ruleIds = rows.map((row) => row.id);
  const drafts = await freshDrafts(world, 2 * (warm + measured));
  const half = drafts.length / 2;
  const floor = await thin(world, drafts.slice(0, half), ruleIds);
  const ours = await real(drafts.slice(half), ruleIds);
  await checkKept(world, drafts.slice(half), ruleIds.length);
  const bar = `≥ 0.5 of thin; p99 ≤ 3 × ${floor.p99} ms`;
  return [floor, against(ours, floor.rps, 'rps', bar, (line) => line.ratio! >= 0.5 && line.p99 <= 3 * floor.p99)];
}

async function real(drafts: Draft[], ruleIds: string[]): Promise<Line> {
  const site = await startSite({ script: 'scripts/start.ts', ready: '/health' });
  const client = clientOf(site.port, atOnce);
  const send = async (i: number) => {
    const answer = await client.ask(submitAsk(drafts[i]!, ruleIds, i, site.port));
    if (answer.status !== 302 && answer.status !== 303) throw new Error(`The submit was answered ${answer.status}: ${answer.body.slice(-600)}`);
  };
  try {
    await drive(warm, atOnce, send);
    const size = Math.round(Buffer.byteLength(submitAsk(drafts[0]!, ruleIds, 0, site.port).body ?? '') / 100) / 10;
    const line = await driveProcess('S1 submit', site.pid, measured, atOnce, (i) => send(warm + i));
    return { ...line, note: `${size} KB body, 16 at once; rights, freeze, hash, receipt, record` };
  } finally {
    client.close();
    await site.stop();
  }
}

async function thin({ client, url }: World, drafts: Draft[], ruleIds: string[]): Promise<Line> {
  await client.query('drop schema if exists floor cascade');
  await client.query('create schema floor');
  await client.query('create table floor.floor_submissions (application_id uuid primary key, content jsonb not null)');
  await client.query('create table floor.floor_answers (like self_check_answers including all)');
  const address = new URL(url);
  address.searchParams.set('options', '-c search_path=floor,public');
  const site = await startSite({ script: 'bench/floor-server.ts', env: { FLOOR_URL: address.href } });
  const http = clientOf(site.port, atOnce);
  const send = async (i: number) => {
    const body = JSON.stringify({ id: drafts[i]!.id, regionCode: drafts[i]!.regionCode, selfCheck: selfCheckFor(ruleIds, i) });
    const answer = await http.ask({ path: '/submit', method: 'POST', headers: { 'content-type': 'application/json' }, body });
    if (answer.status !== 200) throw new Error(`The floor answered ${answer.status}: ${answer.body}`);
  };
  try {
    await drive(warm, atOnce, send);
    return { ...(await driveProcess('S1 floor: thin server', site.pid, measured, atOnce, (i) => send(warm + i))), note: 'one statement, no rights, no record' };
  } finally {
    http.close();
    await site.stop();
    await client.query('drop schema floor cascade');
  }
}

/** A fast submit that kept nothing would be no submit. */
async function checkKept({ client }: World, drafts: Draft[], rules: number) {
  const { rows } = await client.query<{ kept: number; answers: number; lines: number }>(
    `select (select count(*)::int from submissions where application_id = any($1)) as kept,
            (select count(*)::int from self_check_answers where application_id = any($1)) as answers,
            (select count(*)::int from records where subject_id = any($2) and event = 'application.submitted') as lines`,
    [drafts.map((draft) => draft.id), drafts.map((draft) => draft.id)],
  );
  const { kept, answers, lines } = rows[0]!;
  if (kept !== drafts.length || answers !== drafts.length * rules || lines !== drafts.length) {
    throw new Error(`Not everything was kept: ${kept} submissions, ${answers} answers and ${lines} records of ${drafts.length} drafts`);
  }
}
