import { eq, sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { revokeToken } from '#app/domain/base/interfaces/revoke-token.ts';
import { makeToken } from '#app/domain/base/interfaces/make-token.ts';
import { applications, checkItems } from '#app/domain/pilot/applications/tables.server.ts';
import { returnApplication } from '#app/domain/pilot/applications/check-completeness.ts';
import { records } from '#app/platform/tables.server.ts';
import { completeAnswers } from './answers.ts';
import { apiSite, type Answered, officersToken, program, someone, begun } from './api.ts';
import { aPdf, aPilotCall } from './apply.ts';
import { anApplication } from './cycle.ts';
import { asked, baohe, binhu, neighbour, test, today } from './world.ts';

const tagOf = (answer: Answered) => answer.headers.get('etag')!;

describe('an application through the API', () => {
  test('goes from a draft to the receipt, back by withdrawal, and leaves records in the name of its token', async ({ db }) => {
    const { ask, id, started, owner } = await begun(db);
    expect([started.status, started.headers.get('location')]).toEqual([201, `/api/v1/applications/${id}`]);
    const read = await ask(`/applications/${id}`);
    expect(read.body).toMatchObject({ state: 'draft', may: { fill: true, submit: true, withdraw: false } });

    const saved = await ask(`/applications/${id}/answers`, { method: 'PATCH', headers: { 'If-Match': tagOf(read) }, body: { answers: completeAnswers } });
    expect([saved.status, saved.body.answers.goals]).toEqual([200, completeAnswers.goals]);
    expect(tagOf(saved)).toBe(tagOf(await ask(`/applications/${id}`)));
    expect(saved.body.missing).toEqual([{ questionId: 'sealed-opinion', why: 'paper-missing' }]);

    const file = await ask('/files?name=%E6%84%8F%E8%A7%81.pdf', { method: 'POST', headers: { 'Content-Type': 'application/octet-stream' }, body: aPdf() });
    expect([file.status, file.body.name]).toEqual([201, '意见.pdf']);
    const attached = await ask(`/applications/${id}/papers/sealed-opinion/${file.body.id}`, { method: 'PUT' });
    expect(attached.body.missing).toEqual([]);
    const content = await ask(`/applications/${id}/papers/${file.body.id}`);
    expect(content.body).toBe(aPdf().toString('latin1'));

    const receipt = await ask(`/applications/${id}/submission`, { method: 'POST', body: { truthful: 'yes' } });
    expect(receipt).toMatchObject({ status: 201, body: { round: 1, submittedByName: `${owner.actor.name} · 申报接口` } });
    expect((await ask(`/applications/${id}/submission`, { method: 'POST', body: { truthful: 'yes' } })).body).toEqual(receipt.body);
    expect((await ask(`/applications/${id}/receipt`)).body).toEqual(receipt.body);
    const history = await ask(`/applications/${id}/timeline`);
    expect(history.body.items.map((item: { event: string }) => item.event)).toEqual(['application.submitted', 'application.paper-attached', 'application.started']);

    expect((await ask(`/applications/${id}/withdrawal`, { method: 'POST', body: { sure: 'yes' } })).body).toEqual({ id, state: 'draft' });
    expect((await ask(`/applications/${id}/receipt`)).status).toBe(404);
    const written = await db.select().from(records).where(eq(records.subjectId, id));
    expect(new Set(written.map((record) => `${record.actorId} ${record.actorName}`))).toEqual(new Set([`${owner.actor.id} ${owner.actor.name} · 申报接口`]));
  });

  test('answers a return: only what was returned may be changed, then it is handed in again', async ({ db }) => {
    const { ask, id } = await begun(db);
    const read = await ask(`/applications/${id}`);
    await ask(`/applications/${id}/answers`, { method: 'PATCH', headers: { 'If-Match': tagOf(read) }, body: { answers: completeAnswers } });
    const file = await ask('/files', { method: 'POST', headers: { 'Content-Type': 'application/octet-stream' }, body: aPdf() });
    await ask(`/applications/${id}/papers/sealed-opinion/${file.body.id}`, { method: 'PUT' });
    await ask(`/applications/${id}/submission`, { method: 'POST', body: { truthful: 'yes' } });
    const office = await someone(db, [{ role: 'programme-officer', regionCode: '*' }]);
    await db.insert(checkItems).values({ applicationId: id, round: 1, item: 'goals', verdict: 'return', reason: '请写明时间', checkedBy: 'x', checkedAt: today });
    await returnApplication(office, id, { round: 1 });

    const returned = await ask(`/applications/${id}`);
    expect(returned.body).toMatchObject({ state: 'returned', returned: [{ questionId: 'goals', reason: '请写明时间' }] });
    const save = (answers: object) => ask(`/applications/${id}/answers`, { method: 'PATCH', headers: { 'If-Match': tagOf(returned) }, body: { answers } });
    expect(await save({ population: '1' })).toMatchObject({ status: 409, body: { title: 'item-not-returned' } });
    expect((await save({ goals: '到 2027 年底，让每个孩子步行十五分钟内都有一处安全的活动空间。' })).status).toBe(200);
    expect((await ask(`/applications/${id}/submission`, { method: 'POST', body: { truthful: 'yes' } })).body).toMatchObject({ round: 2 });
  });

  test('is not saved over what somebody else changed since it was read', async ({ db }) => {
    const { ask, id } = await begun(db);
    const read = await ask(`/applications/${id}`);
    const save = (headers: Record<string, string>, population: string) => ask(`/applications/${id}/answers`, { method: 'PATCH', headers, body: { answers: { population } } });
    expect(await save({}, '1')).toMatchObject({ status: 428, body: { title: 'if-match-needed' } });
    expect(await save({ 'If-Match': '*' }, '1')).toMatchObject({ status: 428 });
    expect((await save({ 'If-Match': `W/${tagOf(read)}` }, '120000')).status).toBe(200);
    expect(await save({ 'If-Match': tagOf(read) }, '130000')).toMatchObject({ status: 412, body: { title: 'changed-meanwhile' } });
    expect((await ask(`/applications/${id}`)).body.answers.population).toBe('120000');
  });

  test('costs nothing to ask again while it has not changed', async ({ db }) => {
    const { ask, id } = await begun(db);
    for (const path of [`/applications/${id}`, '/applications', '/token']) {
      const first = await ask(path);
      const again = await ask(path, { headers: { 'If-None-Match': tagOf(first) } });
      expect([again.status, again.body, tagOf(again)]).toEqual([304, '', tagOf(first)]);
    }
  });
});

describe('the list of applications', () => {
  test('is filtered by region, state and call, newest first, page by page with a Link', async ({ db }) => {
    const callId = await aPilotCall(db);
    const codes = ['340111001', '340111002', '340111003', '320102001'];
    for (const regionCode of codes) await anApplication(db, { callId, regionCode });
    await anApplication(db, { callId, regionCode: '340111004', status: 'draft' });
    const office = await someone(db, [{ role: 'programme-officer', regionCode: '*' }]);
    const { token } = await makeToken(office, { name: '汇总', verbs: ['application.queue'], regionCode: '*', organisationId: undefined, days: 1 });
    const ask = program(db, token);
    const codesOf = (answer: Answered) => answer.body.items.map((item: { regionCode: string }) => item.regionCode);
    const first = await ask('/applications?region=34&state=submitted&limit=2');
    expect(codesOf(first)).toEqual(['340111003', '340111002']);
    const link = /^<\/api\/v1(\/applications\?[^>]+)>; rel="next"$/.exec(first.headers.get('link')!)![1]!;
    const second = await ask(link);
    expect([codesOf(second), second.body.next, second.headers.get('link')]).toEqual([['340111001'], null, null]);
    expect(codesOf(await ask(`/applications?call=${callId}`))).toEqual(codes.toReversed());
    expect(codesOf(await ask('/applications?state=draft'))).toEqual([]); // drafts are nobody's business before they are handed in
    expect((await ask('/applications?region=32&state=accepted')).body).toEqual({ items: [], next: null });
  });

  test('calls its unit in English beside the code, as one application does; what has no English name yet says so', async ({ db }) => {
    const callId = await aPilotCall(db);
    for (const regionCode of ['340111400', '340111001']) await anApplication(db, { callId, regionCode });
    await db.execute(sql`update regions set english = null where code = '340111001'`);
    const office = await someone(db, [{ role: 'programme-officer', regionCode: '*' }]);
    const { token } = await makeToken(office, { name: '汇总', verbs: ['application.queue'], regionCode: '*', organisationId: undefined, days: 1 });
    const ask = program(db, token);
    const { items } = (await ask('/applications')).body;
    const named = ({ regionCode, regionNameEn, unitName }: { regionCode: string; regionNameEn: string | null; unitName: string }) => [regionCode, regionNameEn, unitName];
    expect(items.map(named)).toEqual([['340111001', null, expect.any(String)], ['340111400', 'Binhu Shiji Community', '滨湖世纪社区']]);
    for (const item of items) expect(named((await ask(`/applications/${item.id}`)).body)).toEqual(named(item));
  });

  test('asks the database two questions: who asks, and the page; one application asks at most nine', async ({ db }) => {
    const { ask, id } = await begun(db);
    await ask('/applications');
    const questionsOf = async (path: string) => {
      const before = asked.length;
      await ask(path);
      return asked.length - before;
    };
    expect(await questionsOf('/applications?region=34&state=draft&limit=50')).toBe(2);
    expect(await questionsOf(`/applications/${id}`)).toBeLessThanOrEqual(9);
  });

  test('lets the office open what was handed in, and no draft', async ({ db }) => {
    const { ask, id } = await begun(db);
    const file = await ask('/files', { method: 'POST', headers: { 'Content-Type': 'application/octet-stream' }, body: aPdf() });
    await ask(`/applications/${id}/papers/sealed-opinion/${file.body.id}`, { method: 'PUT' });
    const office = await someone(db, [{ role: 'programme-officer', regionCode: '34' }]);
    const { token } = await makeToken(office, { name: '汇总', verbs: ['application.queue'], regionCode: '*', organisationId: undefined, days: 1 });
    const read = () => program(db, token)(`/applications/${id}/papers/${file.body.id}`);
    expect((await read()).status).toBe(404);
    await db.update(applications).set({ status: 'submitted' }).where(eq(applications.id, id));
    expect((await read()).status).toBe(200);
    const elsewhere = await someone(db, [{ role: 'programme-officer', regionCode: '32' }]);
    const theirs = await makeToken(elsewhere, { name: '汇总', verbs: ['application.queue'], regionCode: '*', organisationId: undefined, days: 1 });
    expect((await program(db, theirs.token)(`/applications/${id}/papers/${file.body.id}`)).status).toBe(404);
  });

  test('shows a government its own, drafts included, and nothing of the neighbour', async ({ db }) => {
    const { ask, id } = await begun(db);
    const theirs = await anApplication(db, { regionCode: '320102001' });
    expect((await ask('/applications')).body.items).toMatchObject([{ id, state: 'draft' }]);
    expect((await ask(`/applications?region=${neighbour}`)).body.items).toEqual([]);
    for (const path of ['', '/receipt', '/timeline']) expect((await ask(`/applications/${theirs}${path}`)).status).toBe(404);
    expect((await ask(`/applications/${theirs}/submission`, { method: 'POST', body: { truthful: 'yes' } })).status).toBe(404);
    expect((await ask(`/applications/${theirs}/answers`, { method: 'PATCH', headers: { 'If-Match': '"x"' }, body: { answers: { goals: 'x' } } })).status).toBe(404);
    expect((await ask(`/applications?cursor=${theirs}`)).body.items.map((item: { id: string }) => item.id)).toEqual([id]); // a cursor is a place, not a key
  });
});

describe('whoever asks', () => {
  test('needs a token; a wrong, revoked or expired one is told so', async ({ db }) => {
    const { token, tokenId, owner } = await begun(db);
    const none = await program(db, '')('/applications');
    expect([none.status, none.body.title, none.headers.get('www-authenticate')]).toEqual([401, 'token-needed', 'Bearer realm="Tongyou"']);
    const wrong = await program(db, `ty_${'A'.repeat(43)}`)('/applications');
    expect([wrong.status, wrong.body.title]).toEqual([401, 'token-wrong']);
    expect(wrong.headers.get('www-authenticate')).toContain('invalid_token');
    expect((await program(db, token, new Date('2027-09-01T00:00:00Z'))('/applications')).status).toBe(401);
    await revokeToken(owner, tokenId);
    expect((await program(db, token)('/applications')).status).toBe(401);
  });

  test('by a browser’s cookie alone is nobody here', async ({ db }) => {
    const { owner } = await begun(db);
    expect((await apiSite(db, today, owner.actor).request('/api/v1/applications')).status).toBe(401);
  });

  test('may do only what the token was given', async ({ db }) => {
    const { id, callId } = await begun(db);
    const reader = await officersToken(db, ['application.read']);
    const ask = program(db, reader.token);
    expect((await ask(`/applications/${id}`)).status).toBe(200);
    const deeds: [string, string, object?][] = [
      ['/applications', 'POST', { callId, regionCode: binhu }], [`/applications/${id}/submission`, 'POST', { truthful: 'yes' }],
      [`/applications/${id}/withdrawal`, 'POST', { sure: 'yes' }], ['/files', 'POST', aPdf()], ['/organisations', 'GET'],
    ];
    for (const [path, method, body] of deeds) expect([path, await ask(path, { method, body })]).toMatchObject([path, { status: 403, body: { title: 'not-allowed' } }]);
    const tag = tagOf(await ask(`/applications/${id}`));
    expect((await ask(`/applications/${id}/answers`, { method: 'PATCH', headers: { 'If-Match': tag }, body: { answers: { goals: 'x' } } })).status).toBe(403);
    const filler = await officersToken(db, ['application.fill']);
    expect((await program(db, filler.token)('/applications')).status).toBe(403);
    expect((await program(db, filler.token)(`/applications/${id}`)).status).toBe(403);
  });

  test('too often is told when to come back, and how much is left before that', async ({ db }) => {
    const { token, tokenId } = await begun(db);
    await db.execute(sql`update access_tokens set per_minute = 2 where id = ${tokenId}`);
    await db.execute(sql`delete from attempts where key = ${`token:${tokenId}`}`);
    const ask = program(db, token, new Date(today.getTime() + 120_000));
    const first = await ask('/token');
    expect([first.headers.get('ratelimit-policy'), first.headers.get('ratelimit')]).toEqual(['"minute";q=2;w=60', '"minute";r=1;t=60']);
    await ask('/token');
    const over = await ask('/token');
    expect([over.status, over.body.title, over.headers.get('retry-after')]).toEqual([429, 'too-many-requests', '60']);
  });

  test('uploads in pieces with the same token, if it may fill in applications', async ({ db }) => {
    const { token } = await begun(db);
    const site = apiSite(db);
    const pdf = aPdf();
    const headers = (text: string) => ({ Authorization: `Bearer ${text}`, 'Tus-Resumable': '1.0.0' });
    const make = (text: string) => site.request('http://localhost/files/uploads', { method: 'POST', headers: { ...headers(text), 'Upload-Length': String(pdf.length) } });
    const made = await make(token);
    const place = made.headers.get('location')!;
    const sent = await site.request(`http://localhost${place}`, {
      method: 'PATCH', headers: { ...headers(token), 'Upload-Offset': '0', 'Content-Type': 'application/offset+octet-stream' }, body: new Uint8Array(pdf),
    });
    expect([made.status, sent.status]).toEqual([201, 204]);
    expect((await program(db, token)(`/files/${sent.headers.get('x-file-id')}`)).body).toMatchObject({ size: pdf.length });
    expect((await make('ty_wrong')).status).toBe(401);
    expect((await make((await officersToken(db, ['application.read'])).token)).status).toBe(403);
  });
});

describe('bad input', () => {
  test('gets a sentence and changes nothing', async ({ db }) => {
    const { ask, id } = await begun(db);
    const before = await db.select().from(records);
    const bad: [string, string, unknown, number][] = [
      ['/applications', 'POST', '{"callId":', 400], ['/applications', 'POST', {}, 400], ['/applications', 'POST', [], 400],
      ['/applications', 'POST', { callId: id, regionCode: binhu }, 404], [`/applications/${id}/submission`, 'POST', { truthful: 'no' }, 400],
      [`/applications/${id}/answers`, 'PATCH', { answers: {} }, 400], [`/applications/${id}/answers`, 'PATCH', { answers: { nothing: 'x' } }, 400],
      [`/applications/${id}/answers`, 'PATCH', { answers: { goals: { a: { b: 1 } } } }, 400], [`/applications/${id}/papers/other/${id}`, 'PUT', undefined, 400],
      [`/applications/${id}/papers/attachment/${id}`, 'PUT', undefined, 404], ['/applications/x', 'GET', undefined, 404], ['/applications?cursor=forged', 'GET', undefined, 400],
      ['/applications?state=lost', 'GET', undefined, 400], ['/applications?limit=1000', 'GET', undefined, 400], ['/files', 'POST', Buffer.from('no paper'), 415], ['/files/x', 'GET', undefined, 404],
    ];
    const tag = tagOf(await ask(`/applications/${id}`));
    for (const [path, method, body, status] of bad) {
      const headers = { 'If-Match': tag, ...(Buffer.isBuffer(body) ? { 'Content-Type': 'application/octet-stream' } : { 'Content-Type': 'application/json' }) };
      const answer = await ask(path, { method, body, headers });
      expect([path, body, answer.status]).toEqual([path, body, status]);
      expect(answer.body.detail).toMatch(/[\u4e00-\u9fff].*。$/);
    }
    expect(await db.select().from(records)).toHaveLength(before.length);
  });

  test('larger than a form or a file may be is refused before it is read', async ({ db }) => {
    const { ask, id } = await begun(db);
    const tag = tagOf(await ask(`/applications/${id}`));
    const huge = await ask(`/applications/${id}/answers`, { method: 'PATCH', headers: { 'If-Match': tag, 'Content-Length': String(3 * 1024 * 1024) }, body: { answers: { goals: 'x'.repeat(3 * 1024 * 1024) } } });
    expect([huge.status, huge.body.title]).toEqual([413, 'too-large']);
    const file = await ask('/files', { method: 'POST', headers: { 'Content-Type': 'application/octet-stream', 'Content-Length': String(22 * 1024 * 1024) }, body: Buffer.alloc(22 * 1024 * 1024) });
    expect(file.status).toBe(413);
  });
});

describe('organisations', () => {
  test('are listed for the region of the token', async ({ db }) => {
    const owner = await someone(db, [{ role: 'government-officer', regionCode: baohe }]);
    const { token } = await makeToken(owner, { name: '机构', verbs: ['organisation.list'], regionCode: baohe, organisationId: undefined, days: 1 });
    await db.execute(sql`insert into organisations (kind, name, region_code, created_at, updated_at) values ('community', '包河一', ${baohe}, now(), now()), ('community', '玄武一', ${neighbour}, now(), now())`);
    const ask = program(db, token);
    const list = await ask('/organisations?limit=1');
    expect(list.body).toMatchObject({ items: [{ name: '包河一', regionNameEn: 'Baohe District' }], next: null });
    expect((await ask(`/organisations/${list.body.items[0].id}`)).body).toMatchObject({ name: '包河一', regionNameEn: 'Baohe District', address: '' });
    expect((await ask('/token')).body.grants, 'and a token says where in English too').toMatchObject([{ regionCode: baohe, regionNameEn: 'Baohe District' }]);
    const { rows } = await db.execute<{ id: string }>(sql`select id from organisations where name = '玄武一'`);
    expect((await ask(`/organisations/${rows[0]!.id}`)).status).toBe(404);
  });
});
