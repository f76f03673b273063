import { createHash, randomBytes } from 'node:crypto';
import { request } from 'node:http';
import fc from 'fast-check';
import type { Pool } from 'pg';
import { roles } from '#app/domain/base/accounts/model.ts';
import { hashToken } from '#app/domain/base/accounts/session-token.ts';
import { tokenOf, tokenVerbs } from '#app/domain/base/interfaces/model.ts';
import { signedIn } from '../session.ts';
import { type Door, doorsOf } from './doors.ts';
import { type Bad, badAt, badCookies } from './inputs.ts';

export type Outcome = { sent: number; statuses: Record<string, number>; posts: Record<string, number>; doors: number; faults: string[] };
/** Who sends it: a name for the report and what is shown at the door. */
type Holder = { who: string; cookie?: string; authorization?: string };
type Phase = { name: string; regions: string | undefined; each: number; unchanged: string[]; tokens?: string[] };
type Ground = { port: number; client: Pool; count: number; seed: number };

/** What nobody may change who is not entitled to: everything but what a visitor may say, and what the machine counts. */
const visitorsMay = ['attempts', 'records', 'outbox', 'verifications', 'sessions', 'recommendations', 'objections', 'objection_box', 'notice_holds', 'messages', 'job_runs', 'service_minutes'];
const core = [
  'calls', 'call_extensions', 'letters', 'letter_templates', 'form_imports', 'recommendations', 'principles', 'sections', 'norms', 'region_changes', 'region_change_lines', 'region_pasts', 'region_lineage',
  'record_roots', 'record_seals', 'calendar_days', 'notification_templates', 'maintenance', 'communities', 'files', 'organisations', 'organisation_agents', 'webhooks', 'webhook_deliveries', 'access_tokens', 'system_clients', 'imports', 'exports','applications', 'application_answers', 'application_papers', 'submissions', 'check_items', 'assignments', 'marks', 'rubrics', 'decisions', 'notices', 'notice_entries', 'pilots', 'editions', 'rules', 'question_sets'];

/** Lives where nothing of the load is. */
const elsewhere = '51';

/** 恶意输入: bad requests at every door, as a visitor, as every role elsewhere, as every role here. Never our fault, never a stack, never a row changed without a right. */
export async function hostileRun({ port, client, count, seed }: Ground): Promise<Outcome> {
  const doors = await doorsOf(port);
  const outcome: Outcome = { sent: 0, statuses: {}, posts: {}, doors: doors.length, faults: [] };
  const known = await knownThings(client);
  await makePeople(client);
  const share = (part: number) => Math.ceil((count * part) / doors.length);
  const all = await tablesOf(client);
  const byToken = await tokensOf(client);
  const phases: Phase[] = [
    { name: 'a visitor', regions: undefined, each: share(0.35), unchanged: all.filter((table) => !visitorsMay.includes(table)) },
    { name: 'elsewhere', regions: elsewhere, each: share(0.2), unchanged: core },
    { name: 'by token elsewhere', regions: elsewhere, each: share(0.1), unchanged: core, tokens: byToken },
    { name: 'here', regions: '*', each: share(0.35), unchanged: [] },
  ];
  for (const [n, phase] of phases.entries()) {
    const before = await digests(client, phase.unchanged);
    const theirs = doors.filter((door) => !phase.tokens || /^\/(api|files)\//.test(door.pattern));
    const each = Math.ceil((phase.each * doors.length) / theirs.length);
    const bad = theirs.flatMap((door, i) => fc.sample(badAt(door, known), { numRuns: each, seed: seed + n * 10_000 + i }).map((one) => ({ door, one })));
    await sendAll(bad, port, (i) => holderOf(client, phase, i), phase.name, outcome);
    const after = await digests(client, phase.unchanged);
    for (const table of phase.unchanged) if (before[table] !== after[table]) outcome.faults.push(`${phase.name} changed ${table}`);
  }
  return outcome;
}

async function sendAll(bad: { door: Door; one: Bad }[], port: number, holder: (i: number) => Promise<Holder>, phase: string, outcome: Outcome) {
  let next = 0;
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      while (next < bad.length) {
        const i = next++;
        const { door, one } = bad[i]!;
        const { who, ...held } = await holder(i);
        const answer = await send(port, { ...one, headers: { ...one.headers, ...held } });
        outcome.sent += 1;
        outcome.statuses[answer.status] = (outcome.statuses[answer.status] ?? 0) + 1;
        if (one.method === 'POST') outcome.posts[answer.status] = (outcome.posts[answer.status] ?? 0) + 1;
        const fault = faultOf(one, answer);
        if (fault) outcome.faults.push(`${fault}: ${one.method} ${door.pattern} as ${phase} ${who} | ${one.path.slice(0, 200)} | ${JSON.stringify(one.headers).slice(0, 160)} | ${one.body?.toString().slice(0, 300) ?? ''}`);
      }
    }),
  );
}

type Answer = { status: number; body: string; error?: string; id?: string };

function send(port: number, { method, path, headers, body }: Bad): Promise<Answer> {
  return new Promise((resolve) => {
    try {
      const sent = request({ host: '127.0.0.1', port, method, path, headers: body ? { ...headers, 'content-length': String(body.length) } : headers, agent: false });
      sent.once('error', (error: NodeJS.ErrnoException) => resolve({ status: 0, body: '', error: error.code ?? error.message }));
      sent.setTimeout(20_000, () => sent.destroy(new Error('no answer')));
      sent.once('response', (answer) => {
        let text = '';
        answer.on('data', (piece) => (text.length < 200_000 ? (text += piece) : undefined));
        answer.once('close', () => resolve({ status: answer.statusCode ?? 0, body: text, id: String(answer.headers['x-request-id'] ?? '') }));
        answer.once('error', () => undefined);
      });
      sent.end(body);
    } catch (error) {
      resolve({ status: -1, body: '', error: (error as Error).message }); // the client library refused to send it
    }
  });
}

const stack = /\n\s+at [^\n]+:\d+:\d+|node_modules[/\\]|DrizzleQueryError|Failed query|syntax error at or near|violates [a-z]+ constraint/;

function faultOf({ method, headers, body }: Bad, { status, body: text, error, id }: Answer): string | undefined {
  if (status === -1) return undefined;
  // A server that has read enough of a body that is too large may close the connection while the client still sends.
  if (status === 0) return (error === 'ECONNRESET' || error === 'EPIPE') && (body?.length ?? 0) > 100_000 ? undefined : `no answer (${error})`;
  if (status >= 500) return `${status} (${id})`;
  if (stack.test(text)) return 'a stack or a statement is shown';
  // What is no HTTP (a host that is none, an expectation nobody knows, headers without end) is turned away before it has a language.
  const isNoHttp = status === 417 || status === 431 || (status === 400 && 'host' in headers);
  const isSilent = method === 'HEAD' || method === 'OPTIONS' || status === 416 || isNoHttp;
  return status >= 400 && text === '' && !isSilent ? `${status} without a word` : undefined;
}

async function tablesOf(client: Pool): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname not in ('regions', 'self_check_answers')`);
  return rows.map((row) => row.name);
}

async function digests(client: Pool, tables: readonly string[]): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const table of tables) {
    const { rows } = await client.query<{ text: string }>(`select coalesce(string_agg(md5(said), '' order by md5(said)), '') as text from (select (to_jsonb(t) - 'last_used_at')::text as said from ${table} t) as line`);
    found[table] = createHash('sha256').update(rows[0]!.text).digest('hex');
  }
  return found;
}

/** Ids, codes and names that exist: a forged request uses real ones. */
async function knownThings(client: Pool): Promise<string[]> {
  const { rows } = await client.query<{ thing: string }>(`
    (select id::text as thing from applications order by id limit 20) union all (select file_id::text from application_papers limit 3)
    union all (select id::text from calls limit 3) union all (select id::text from notices limit 3) union all (select receipt_code from submissions limit 3)
    union all (select id from users limit 4) union all (select id from editions limit 1) union all (select id from rules limit 2)
    union all (select region_code from applications limit 3) union all (select id::text from assignments limit 2) union all (select id::text from organisations limit 2)
    union all (select code from regions where level = 3 limit 4) union all (select paper from application_papers limit 1)`);
  return [...rows.map((row) => row.thing), 'unit', 'goals', 'work-so-far', '2026', '340111400', 'A1.1', 'province', 'return', 'application-returned', 'form.docx', 'form.xlsx', 'form.pdf', 'sealed-opinion', '2026-11-22'];
}

async function makePeople(client: Pool) {
  for (const region of [elsewhere, '*']) {
    for (const role of roles) {
      const id = `hostile-${role}-${region}`;
      await client.query(`insert into users (id, name, email, two_factor_enabled, region_code) values ($1, $1, $2, true, $3) on conflict do nothing`, [id, `${role}-${region === '*' ? 'here' : region}@hostile.invalid`, region]);
      await client.query(`insert into role_grants (user_id, role, region_code, granted_by, granted_at) values ($1, $2, $3, 'hostile', now()) on conflict do nothing`, [id, role, region]);
      if (role === 'expert') await client.query(`insert into experts (user_id, fields, region_code, created_at) values ($1, '["policy"]', $2, now()) on conflict do nothing`, [id, region]);
    }
  }
}

/** 伪造不了的令牌: real ones, of people elsewhere, with every verb a token may have. */
async function tokensOf(client: Pool): Promise<string[]> {
  const made: string[] = [];
  for (const role of ['government-officer', 'community-worker', 'programme-officer']) {
    const token = tokenOf(randomBytes(32).toString('base64url'));
    await client.query(
      `insert into access_tokens (user_id, name, token_hash, ending, verbs, region_code, per_minute, created_by, created_at, expires_at)
       values ($1, 'hostile', $2, $3, $4, '*', 100000, $1, now(), now() + interval '1 day')`,
      [`hostile-${role}-${elsewhere}`, hashToken(token), token.slice(-4), JSON.stringify(tokenVerbs)],
    );
    made.push(token);
  }
  return made;
}

async function holderOf(client: Pool, { regions, tokens }: Phase, i: number): Promise<Holder> {
  if (tokens) return { who: 'token', authorization: `Bearer ${tokens[i % tokens.length]}` };
  const { who, cookie } = await cookieOf(client, regions, i);
  return cookie ? { who, cookie } : { who };
}

const cookies = new Map<string, string>();

/** Some of what is sent ends sessions or closes accounts, so everybody signs in anew every now and then. */
async function cookieOf(client: Pool, region: string | undefined, i: number): Promise<{ who: string; cookie: string }> {
  if (region === undefined) return { who: '', cookie: i % 3 === 0 ? badCookies[i % badCookies.length]! : '' };
  const who = `hostile-${roles[i % roles.length]}-${region}`;
  if (!cookies.has(who) || i % 160 < roles.length) {
    await client.query('update users set disabled_at = null where id = $1', [who]);
    cookies.set(who, await signedIn(client, who));
  }
  return { who, cookie: cookies.get(who)! };
}
