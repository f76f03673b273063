import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { statementVersion } from '#app/domain/pilot/conflicts/model.ts';
import { demoPassword } from '#app/domain/base/accounts/model.ts';
import type { Db } from '#app/db/db.server.ts';
import { openCall } from './calls.ts';
import { aDraft } from './drafts.ts';
import { signIn, test } from './story.ts';

/** The address of one row of the demonstration. */
async function one(db: Db, query: string): Promise<string> {
  const { rows } = await db.execute<{ id: string }>(sql.raw(query));
  return rows[0]!.id;
}

/** What belongs to Wuhulu sub-district, to Hongshan's experts, and to the office: the first of each, which the demonstration made before any story came. */
async function hidden(db: Db) {
  const returned = await one(db, `select id from applications where status = 'returned' order by id limit 1`);
  const expertsOwn = await one(db, `select a.id from assignments a join users u on u.id = a.expert_id join applications p on p.id = a.application_id where u.username = 'expert' and p.status = 'in-review' order by a.id limit 1`);
  const reviewed = await one(db, `select application_id as id from assignments where id = '${expertsOwn}'`);
  return {
    returned, reviewed, expertsOwn,
    paper: await one(db, `select file_id as id from application_papers where application_id = '${returned}' order by file_id limit 1`),
    reviewedPaper: await one(db, `select file_id as id from application_papers where application_id = '${reviewed}' order by file_id limit 1`),
    away: await one(db, `select id from assignments where state = 'conflict' order by id limit 1`),
    draftCall: await one(db, `select id from calls where state = 'draft' order by id limit 1`),
    objection: await one(db, `select id from objections order by id limit 1`),
    account: await one(db, `select id from users where username = 'office'`),
  };
}

const no = [401, 403, 404];

test('Visitors are led to sign in and see nothing that is not public', async ({ db, visit }) => {
  const own = await hidden(db);
  const { page } = await visit();
  const paths = [
    '/desk', '/desk/applications', `/desk/applications/${own.returned}`, `/desk/applications/${own.returned}/check`, '/desk/reviews', `/desk/reviews/${own.expertsOwn}`,
    `/desk/calls/${own.draftCall}`, `/desk/objections/${own.objection}`, '/desk/accounts', '/desk/records', '/desk/jobs', `/apply/${own.returned}`, `/apply/${own.returned}/unit`,
    `/apply/${own.returned}/receipt`, `/apply/${own.returned}/history`, `/papers/${own.returned}/${own.paper}`, `/desk/reviews/${own.expertsOwn}/papers/${own.reviewedPaper}`,
    '/account', '/account/inbox', '/account/sessions', '/account/security', `/apply/calls/${own.draftCall}`,
  ];
  const answers = await Promise.all(paths.map(async (path) => ({ path, answer: await page.request.get(path, { maxRedirects: 0 }) })));
  const open = answers.filter(({ answer }) => {
    const leads = answer.status() === 302 && (answer.headers()['location'] ?? '').startsWith('/account/sign-in');
    return !leads && !no.includes(answer.status());
  });
  expect(open.map(({ path, answer }) => `${answer.status()} ${path}`)).toEqual([]);
});

test.for([
  ['binhu', (own: Own) => [`/apply/${own.returned}`, `/apply/${own.returned}/unit`, `/apply/${own.returned}/history`, `/papers/${own.returned}/${own.paper}`, `/desk/applications/${own.returned}`, `/desk/applications/${own.returned}/check`, `/desk/applications/${own.reviewed}/review`, `/desk/reviews/${own.expertsOwn}`, `/desk/objections/${own.objection}`, '/desk/accounts', `/desk/accounts/${own.account}`, '/desk/records', '/desk/jobs', '/desk/experts', '/desk/notices/new', '/desk/calls/new', `/desk/calls/${own.draftCall}/edit`]],
  ['expert', (own: Own) => [`/apply/${own.reviewed}`, `/papers/${own.reviewed}/${own.reviewedPaper}`, `/desk/applications/${own.reviewed}`, `/desk/applications/${own.reviewed}/review`, `/desk/applications/${own.reviewed}/decision`, `/desk/reviews/${own.away}`, '/desk/accounts', '/desk/records', '/desk/experts']],
  ['expert-social', (own: Own) => [`/desk/reviews/${own.away}/papers/${own.reviewedPaper}`, `/papers/${own.reviewed}/${own.reviewedPaper}`, `/desk/reviews/${own.expertsOwn}`, `/desk/reviews/${own.expertsOwn}/papers/${own.reviewedPaper}`]],
  ['office', (own: Own) => [`/apply/${own.returned}/unit`, `/desk/reviews/${own.expertsOwn}`, '/desk/accounts', '/desk/invitations', '/desk/records', '/desk/jobs']],
  ['sysadmin', (own: Own) => [`/apply/${own.returned}`, `/papers/${own.returned}/${own.paper}`, `/desk/applications/${own.returned}`, `/desk/reviews/${own.expertsOwn}`, `/desk/objections/${own.objection}`, '/desk/records']],
  ['auditadmin', (own: Own) => [`/apply/${own.returned}`, `/papers/${own.returned}/${own.paper}`, `/desk/applications/${own.returned}`, '/desk/calls/new', '/desk/notices/new']],
] as const)('%s does not get at what is not theirs', async ([username, paths], { db, visit }) => {
  const own = await hidden(db);
  const { page } = await visit();
  await signIn(page, { username }, '/account', demoPassword);
  const answers = await Promise.all(paths(own).map(async (path) => ({ path, answer: await page.request.get(path, { maxRedirects: 0 }) })));
  expect(answers.filter(({ answer }) => !no.includes(answer.status())).map(({ path, answer }) => `${answer.status()} ${path}`)).toEqual([]);
});

test('Deeds are refused to those who may not do them, and to forms from elsewhere', async ({ db, visit, site }) => {
  const own = await hidden(db);
  const { page } = await visit();
  await signIn(page, { username: 'binhu' }, '/account', demoPassword);
  const deeds: [string, Record<string, string>][] = [
    [`/apply/${own.returned}/check`, { truthful: 'yes' }],
    [`/apply/${own.returned}/withdraw`, { sure: 'yes' }],
    [`/desk/applications/${own.returned}/check`, { deed: 'complete', round: '1' }],
    [`/desk/applications/${own.reviewed}/decision`, { outcome: 'accepted', reason: '因为我想要这样，没有别的理由。' }],
    [`/desk/reviews/${own.expertsOwn}`, { deed: 'accept', attested: statementVersion }],
    [`/desk/objections/${own.objection}`, { deed: 'answer', outcome: 'dismissed', effect: 'none', findings: '我看过了，没有问题。', rule: '问答 8：公示期', answer: '我来答复，名单维持不变。' }],
  ];
  const done = () => one(db, `select count(*)::text as id from records r join users u on u.id::text = r.actor_id::text where u.username = 'binhu' and r.event not like 'account.%'`);
  const before = await done();
  const answers = await Promise.all(deeds.map(([path, form]) => page.request.post(path, { form, maxRedirects: 0, headers: { origin: site.url } })));
  expect(answers.map((answer) => answer.status()).filter((status) => !no.includes(status))).toEqual([]);
  const foreign = await page.request.post('/account/sessions', { form: { session: 'others' }, maxRedirects: 0, headers: { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' } });
  expect([400, 403]).toContain(foreign.status());
  expect(await done(), 'nothing was done').toBe(before);
});

test('A double click hands in once', async ({ db, visit, person }) => {
  const unit = { name: '孝陵卫街道', code: '320102009' };
  const officer = await person('褚六（故事）', 'government-officer', unit.code);
  const id = await aDraft(officer.ctx(), await openCall(db), unit, 51);
  const { page } = await visit();
  await signIn(page, officer, `/apply/${id}/check`);
  await page.locator('#truthful').check();
  await page.locator('form:has(#truthful) button').dblclick();
  await page.waitForURL(/\/receipt$/);
  const twice = await Promise.all([1, 2].map(() => page.request.post(`/apply/${id}/check`, { form: { truthful: 'yes' }, maxRedirects: 0 })));
  expect(twice.map((answer) => answer.status())).toEqual([302, 302]);
  expect(await one(db, `select count(*)::text as id from submissions where application_id = '${id}'`)).toBe('1');
  expect(await one(db, `select count(*)::text as id from records where subject_id = '${id}' and event = 'application.submitted'`)).toBe('1');
});

type Own = Awaited<ReturnType<typeof hidden>>;
