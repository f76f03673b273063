import pg from 'pg';
import { randomUUID } from 'node:crypto';
import { issueCode } from '#app/domain/children/identity/issue-code.ts';
import { addCodes, noteConsent } from '#app/domain/children/surveys/codes.ts';
import { publishSurvey } from '#app/domain/children/surveys/edit-survey.ts';
import { findInstrument } from '#app/domain/children/surveys/instruments.ts';
import { packedItems } from '#app/domain/children/surveys/model.ts';
import { openRound } from '#app/domain/children/surveys/rounds.ts';
import { startSurvey } from '#app/domain/children/surveys/start-survey.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import type { DemoWorld } from '../demo-world.ts';
import { type Answer, type Client, clientOf, cpuOf, drive, figures, type Line, rssOf } from '../measure.ts';
import { type Site, startSite } from '../site.ts';

const place = '340111400';
const [children, classes] = [40, 10];
/** Pressed twice, a moment apart, in every class. */
const impatient = 4;
const bar = 'p99 ≤ 1 s; all received once';
const words = '路口的绿灯太短了，奶奶走到一半就变红了，我和妹妹不敢过。';

/** 全班一起: forty children at once hand in a suggestion, and a sheet of the survey; class after class, each once. */
export async function classOfForty(demo: DemoWorld): Promise<Line[]> {
  const site = await startSite({ script: 'scripts/start.ts', ready: '/health' });
  const client = clientOf(site.port, children);
  try {
    await suggest(demo, site, client, 'warming up', 2);
    const bare = await floor(demo);
    const lines = [...(await suggest(demo, site, client, 'class suggestion', classes)), ...(await answerSheets(demo, site, client))];
    return [bare, ...lines.map((line) => ({ ...line, floor: bare.rps, ratio: Math.round((line.rps / bare.rps) * 100) / 100 }))];
  } finally {
    client.close();
    await site.stop();
  }
}

/** The same words as one row each, by forty at once through sixteen connections: no page, no right, no moderator, no record. */
async function floor({ url, client }: DemoWorld): Promise<Line> {
  await client.query('create table if not exists floor_words (id uuid primary key, words text not null)');
  const pool = new pg.Pool({ connectionString: url, max: 16 });
  const times: number[] = [];
  let seconds = 0;
  for (let each = 0; each <= classes; each += 1) {
    const driven = await drive(children, children, () => pool.query({ name: 'floor', text: 'insert into floor_words values ($1, $2)', values: [randomUUID(), words] }));
    if (each === 0) continue;
    times.push(...driven.times);
    seconds += driven.seconds;
  }
  await pool.end();
  await client.query('drop table floor_words');
  return { ...figures('class floor: one row each', { times, seconds }), note: 'plain PostgreSQL, 40 at once' };
}

type Hand = (child: number) => Promise<Answer>;

/** Class after class; those who are impatient press twice. */
async function handIn(site: Site, work: string, many: number, readyClass: () => Promise<{ hand: Hand; again: Hand }>): Promise<Line> {
  const times: number[] = [];
  let [seconds, refused, busy] = [0, 0, 0];
  for (let each = 0; each < many; each += 1) {
    const { hand, again } = await readyClass();
    const before = cpuOf(site.pid);
    const driven = await drive(children, children, async (child) => {
      const answers = await Promise.all([hand(child), ...(child < impatient ? [again(child)] : [])]);
      refused += answers.filter(({ status }) => status !== 302).length;
    });
    busy += cpuOf(site.pid) - before;
    times.push(...driven.times);
    seconds += driven.seconds;
  }
  return { ...figures(work, { times, seconds }), cpu_ms: Math.round((busy / (many * children)) * 100) / 100, rss_mb: rssOf(site.pid), note: `${many} classes of ${children}; ${refused} refused` };
}

const judged = (line: Line, kept: number, wanted: number): Line => ({ ...line, bar, met: line.p99 <= 1000 && kept === wanted && line.note!.endsWith(' 0 refused'), note: `${line.note}; ${kept} of ${wanted} kept, each once` });
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const fields = (given: Record<string, string>) => new URLSearchParams(given).toString();

async function suggest({ as, client: database }: DemoWorld, site: Site, client: Client, work: string, many: number): Promise<Line[]> {
  const worker = await as('binhu-worker');
  const day = beijingDay(worker.now);
  const origin = `http://127.0.0.1:${site.port}`;
  const run = randomUUID().slice(0, 8);
  let seen = 0;
  const entered: number[] = [];
  const line = await handIn(site, work, many, async () => {
    const { code } = await issueCode(worker, place, { layer: 'primary', label: '测速班（虚构）', validFrom: day, validTo: addDays(day, 1), mostUses: undefined });
    const cookies: string[] = [];
    const came = await drive(children, children, async (child) => {
      const answer = await client.ask({ path: '/child/enter?to=/child/say', method: 'POST', headers: { ...form, origin }, body: fields({ code }) });
      cookies[child] = String(answer.headers['set-cookie']).split(';')[0]!;
    });
    entered.push(...came.times);
    const plates = await Promise.all(cookies.map(async (cookie) => /name="plate" value="([^"]+)"/.exec((await client.ask({ path: '/child/say', headers: { cookie } })).body)![1]!));
    const first = seen;
    seen += children;
    const hand: Hand = (child) => client.ask({ path: '/child/say', method: 'POST', headers: { ...form, origin, cookie: cookies[child]! }, body: fields({ topic: 'way-to-school', text: `${words}（${run} ${first + child}）`, plate: plates[child]! }) });
    return { hand, again: hand };
  });
  const { rows: [kept] } = await database.query<{ all: number; once: number }>('select count(*)::int as all, count(distinct text)::int as once from suggestions where text like $1', [`%（${run} %`]);
  return [
    { ...figures(`${work}: coming in by the code of the class`, { times: entered, seconds: entered.reduce((sum, each) => sum + each, 0) / 1000 / children }), note: `${children} at once` },
    judged(line, kept!.all === kept!.once ? kept!.all : -1, many * children),
  ];
}

async function answerSheets({ as, client: database }: DemoWorld, site: Site, client: Client): Promise<Line[]> {
  const worker = await as('binhu-worker');
  const day = beijingDay(worker.now);
  const origin = `http://127.0.0.1:${site.port}`;
  const survey = await startSurvey(worker, place, { from: 'children-8-12', title: '' });
  await publishSurvey(worker, place, survey, 1);
  const people = children * classes;
  const round = await openRound(worker, place, survey, { title: '测速（虚构）', wave: 'once', opensOn: day, closesOn: addDays(day, 1), invited: people });
  await noteConsent(worker, place, round, { kind: 'school', givenBy: '测速小学（虚构）', people, refused: 0, givenOn: day });
  const said = Object.fromEntries(packedItems(findInstrument('children-8-12')!.definition).map(({ id }, at) => [`a-${id}`, String((at % 3) + 1)]));
  const begun: number[] = [];
  const line = await handIn(site, 'class survey sheet', classes, async () => {
    const [code] = await addCodes(worker, place, round, { kind: 'class', label: '测速班（虚构）', seats: children });
    const tickets: string[] = [];
    const came = await drive(children, children, async (child) => {
      const answer = await client.ask({ path: '/child/survey', method: 'POST', headers: { ...form, origin }, body: fields({ go: 'begin', code: code! }) });
      tickets[child] = new URL(String(answer.headers.location), origin).searchParams.get('sheet')!;
    });
    begun.push(...came.times);
    const hand: Hand = (child) => client.ask({ path: '/child/survey', method: 'POST', headers: { ...form, origin }, body: fields({ ...said, go: 'hand-in', ticket: tickets[child]! }) });
    return { hand, again: hand };
  });
  const { rows: [kept] } = await database.query<{ n: number }>('select count(*)::int as n from survey_responses where round_id = $1', [round]);
  return [
    { ...figures('class survey: taking a seat', { times: begun, seconds: begun.reduce((sum, each) => sum + each, 0) / 1000 / children }), note: `${children} at once` },
    judged(line, kept!.n, people),
  ];
}
