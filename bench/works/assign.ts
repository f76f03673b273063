import { setTimeout as sleep } from 'node:timers/promises';
import { gapOf, type PlanStats } from '#app/domain/pilot/assigning/model.ts';
import type { World } from '../load-world.ts';
import { type Client, clientOf, drive, figures, type Line, rssOf } from '../measure.ts';
import { type Site, startSite } from '../site.ts';

const [applications, experts, reviews] = [5000, 1000, 3];
const call = '0198f000-0000-7000-8000-0000000a5516';
const data = '/desk/applications.data?region=34&tab=to-check&_routes=root%2Croutes%2Fdesk%2Fapplications%2Fapplications';
const asksBefore = 400;
const atOnce = 2;

type Plan = { id: string; state: string; problem: string; step: string; stats: PlanStats | null };

/** S9 分配: a plan for 5,000 applications and 1,000 experts, ordered on the page and worked out in the server's own process while officers go on reading their list. */
export async function assign(world: World): Promise<Line[]> {
  await prepare(world);
  const site = await startSite({ script: 'scripts/start.ts', ready: '/health' });
  const client = clientOf(site.port, 16);
  const read = () => client.ask({ path: data, headers: { cookie: world.office, 'accept-encoding': 'identity' } });
  try {
    await drive(asksBefore, atOnce, read);
    const quiet = figures('S9 list before', await drive(asksBefore, atOnce, read));
    const { plan, took, busy, rss, steps } = await order(world, client, site, read);
    const kept = await inspect(world, plan.id);
    const stats = plan.stats!;
    const gap = gapOf(stats);
    const milliseconds = Math.round(took);
    const isGood = gap <= 1 && kept.conflicted === 0 && kept.pairs === applications * reviews && kept.twice === 0;
    return [
      quiet,
      {
        work: 'S9 assign', n: kept.pairs, p50: milliseconds, p95: milliseconds, p99: milliseconds, rps: 0, rss_mb: rss, bar: '≤ 10 s, within 1 % of the bound, 0 conflicted', met: milliseconds <= 10_000 && isGood,
        note: `milliseconds from the order to the plan (${steps}); ${gap.toFixed(2)} % from the bound; ${kept.conflicted} conflicted of ${kept.ties} ties; loads ${kept.least}–${kept.most}; ${stats.groups} group; worst ${stats.worst.toFixed(0)} (${stats.worstBefore.toFixed(0)} before it was lifted, ${stats.worstBound.toFixed(0)} at most)`,
      },
      { ...busy, floor: quiet.p95, ratio: Math.round((busy.p95 / quiet.p95) * 100) / 100, bar: 'p95 ≤ 2 × p95 before', met: busy.p95 <= 2 * quiet.p95 },
    ];
  } finally {
    client.close();
    await site.stop();
  }
}

/** The officer presses the button; two others go on turning the pages of their list until the plan is there. */
async function order({ client: database, office }: World, client: Client, site: Site, read: () => Promise<unknown>) {
  const form = new URLSearchParams({ deed: 'order', reviewsPerApplication: String(reviews), leastLoad: '9', mostLoad: '21', seed: '7' });
  const headers = { cookie: office, origin: `http://127.0.0.1:${site.port}`, 'content-type': 'application/x-www-form-urlencoded' };
  const sent = await client.ask({ path: `/desk/calls/${call}/assigning`, method: 'POST', headers, body: form.toString() });
  if (sent.status !== 302) throw new Error(`The order was answered ${sent.status}.`);
  const times: number[] = [];
  const from = performance.now();
  let plan = await latest(database);
  let rss = rssOf(site.pid);
  const steps = new Map<string, number>();
  const readers = Array.from({ length: atOnce }, async () => {
    while (plan.state === 'ordered') {
      const began = performance.now();
      await read();
      times.push(performance.now() - began);
    }
  });
  while (plan.state === 'ordered') {
    await sleep(200);
    rss = Math.max(rss, rssOf(site.pid));
    if (!steps.has(plan.step)) steps.set(plan.step, performance.now() - from);
    plan = await latest(database);
  }
  const took = performance.now() - from;
  await Promise.all(readers);
  if (plan.state !== 'draft') throw new Error(`The plan ended as ${plan.state} ${plan.problem}`);
  return { plan, took, rss, steps: [...steps].map(([step, at]) => `${step} ${(at / 1000).toFixed(1)}`).join(' '), busy: figures('S9 list meanwhile', { times, seconds: took / 1000 }) };
}

async function latest(database: World['client']): Promise<Plan> {
  const { rows } = await database.query<Plan>(
    `select id, state, problem, progress ->> 'step' as step, stats from assignment_plans where call_id = $1 order by id desc limit 1`, [call]);
  return rows[0]!;
}

/** What lies in the plan, asked of the database itself. */
async function inspect({ client }: World, planId: string) {
  const { rows } = await client.query<{ pairs: number; twice: number; conflicted: number; ties: number; least: number; most: number }>(
    `with pair as (select application_id, expert_id from assignment_plan_pairs where plan_id = $1),
          tie as (select distinct application_id, expert_id from conflicts_between(
            array(select user_id from experts where user_id like 'bench-expert-%'), array(select id from applications where call_id = $2))),
          load as (select count(*)::int as n from pair group by expert_id)
     select (select count(*)::int from pair) as pairs, (select count(*)::int - count(distinct (application_id, expert_id))::int from pair) as twice,
            (select count(*)::int from pair join tie using (application_id, expert_id)) as conflicted, (select count(*)::int from tie) as ties,
            (select min(n) from load) as least, (select max(n) from load) as most`, [planId, call]);
  return rows[0]!;
}

/** A call of the bench's own: applications of real committees that passed the check, experts of one to three fields from all over the country. */
async function prepare({ client }: World): Promise<void> {
  await client.query('begin');
  for (const table of ['submissions', 'role_grants', 'experts']) await client.query(`alter table ${table} disable trigger user`);
  await client.query('delete from assignment_plan_pairs where plan_id in (select id from assignment_plans where call_id = $1)', [call]);
  await client.query('delete from assignment_plans where call_id = $1', [call]);
  await client.query(
    `insert into calls (id, title, title_en, region_code, edition_id, question_set_id, places, applicant_levels, opens_on, closes_on, state, "check", review, notice, created_by, created_at, published_at)
     select $1, '分配测速批次（虚构）', 'Assigning bench (invented)', '*', edition_id, question_set_id, places, applicant_levels, opens_on, current_date, 'published', "check", review, notice, created_by, now(), now()
       from calls where title_en = 'Load (invented)' on conflict do nothing`, [call]);
  await client.query(
    `with source as (select * from applications where number like 'TY-LOAD-%' order by md5(id::text) limit $2),
          made as (
            insert into applications (number, call_id, region_code, applicant_code, started_by, status, round, created_at, updated_at, submitted_at)
            select replace(number, 'LOAD', 'PLAN'), $1, region_code, applicant_code, started_by, 'complete', 1, now(), now(), now() from source
            on conflict do nothing returning id, number)
     insert into submissions (application_id, round, content, hash, receipt_code, submitted_by, submitted_by_name, submitted_at)
     select made.id, 1, old.content, old.hash, 'PLAN-' || made.id, old.submitted_by, old.submitted_by_name, now()
       from made join source on source.number = replace(made.number, 'PLAN', 'LOAD') join submissions old on old.application_id = source.id and old.round = 1`, [call, applications]);
  await client.query(
    `insert into users (id, name, email) select 'bench-expert-' || n, '专家' || n, 'bench-expert-' || n || '@example.cn' from generate_series(1, $1::int) n on conflict do nothing`, [experts]);
  await client.query(
    `insert into role_grants (user_id, role, region_code, granted_by, granted_at)
     select id, 'expert', '*', 'load-office', now() from users where id like 'bench-expert-%' and not exists (select from role_grants g where g.user_id = users.id)`);
  await client.query(
    `with place as (select code, row_number() over (order by md5(code)) as n from regions where level = 3)
     insert into experts (user_id, fields, region_code, max_load, standing, trained_on, training, created_at)
     select 'bench-expert-' || n, to_jsonb((array['community-building', 'childrens-rights', 'education', 'planning-design', 'policy', 'social-work',
              'community-building', 'childrens-rights'])[1 + n % 6 : 1 + n % 6 + n / 6 % 3]), code, 30, 'verified', current_date - 30, '线上培训', now()
       from place where n <= $1 on conflict do nothing`, [experts]);
  await client.query(
    `insert into expert_agreements (expert_id, year, version, content, content_hash, signed_name, signed_at)
     select user_id, extract(year from now() at time zone 'Asia/Shanghai')::int, 'bench', '协议', 'hash', user_id, now() from experts where user_id like 'bench-expert-%' on conflict do nothing`);
  for (const table of ['submissions', 'role_grants', 'experts']) await client.query(`alter table ${table} enable trigger user`);
  await client.query('commit');
  await client.query('analyze applications, submissions, users, experts, role_grants, expert_agreements');
}
