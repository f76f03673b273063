import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { writeSheets } from '#app/domain/base/documents/write-sheet.ts';
import { enterTwice } from '#app/domain/children/surveys/enter-twice.ts';
import { addCodes, noteConsent } from '#app/domain/children/surveys/codes.ts';
import { publishSurvey } from '#app/domain/children/surveys/edit-survey.ts';
import { shownItems } from '#app/domain/children/surveys/model.ts';
import { findInstrument } from '#app/domain/children/surveys/instruments.ts';
import { openRound } from '#app/domain/children/surveys/rounds.ts';
import { startSurvey } from '#app/domain/children/surveys/start-survey.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { press, reads } from './reads.ts';
import { signIn, test } from './story.ts';

const place = '340111400';

/** A telephone without a script: the fields of a page, and posting them. */
async function post(url: string, path: string, body: Record<string, string>) {
  return fetch(url + path, { method: 'POST', body: new URLSearchParams(body), headers: { Origin: url }, redirect: 'manual' });
}

test('A class answers at once on telephones: forty have seats, the next hears a kind sentence; nobody can be told from the others', async ({ db, site, visit, person }) => {
  const worker = await person('章宁（故事）', 'community-worker', place);
  const ctx = worker.ctx();
  const today = beijingDay(ctx.now);
  const survey = await startSurvey(ctx, place, { from: 'children-8-12', title: '' });
  await publishSurvey(ctx, place, survey, 1);
  const round = await openRound(ctx, place, survey, { title: '全班一起答（故事）', wave: 'once', opensOn: today, closesOn: addDays(today, 7), invited: 42 });
  await noteConsent(ctx, place, round, { kind: 'school', givenBy: '故事小学', people: 42, refused: 0, givenOn: today });
  const [code] = await addCodes(ctx, place, round, { kind: 'class', label: '故事班', seats: 42 });

  // One on a browser with scripts, 360 pixels wide; the network goes away and comes back.
  const { page, troubles } = await visit({ width: 360 });
  await page.goto(`/child/survey?code=${code!.toLowerCase()}`);
  await page.locator('button[value=begin]').click();
  await page.waitForURL(/\?sheet=/);
  const first = page.locator('form[data-survey] legend .ask');
  await page.locator('label:has(input[name=value][value="2"])').click();
  await page.locator('button[value=next]').click();
  await first.filter({ hasText: '我喜欢看故事' }).waitFor();
  await page.context().setOffline(true);
  await page.locator('label:has(input[name=value][value="1"])').click();
  await page.locator('button[value=next]').click();
  await page.locator('[data-trouble]:visible').waitFor();
  await expect.poll(() => page.locator('input[name=value][value="1"]').isChecked()).toBe(true);
  await page.context().setOffline(false);
  await page.locator('button[value=next]').click();
  await first.filter({ hasText: '今天我喝过水' }).waitFor();
  await page.reload();
  await first.filter({ hasText: '今天我喝过水' }).waitFor();
  await page.locator('button[value=back]').click();
  await first.filter({ hasText: '我喜欢看故事' }).waitFor();
  await expect.poll(() => page.locator('input[name=value][value="1"]').isChecked()).toBe(true);
  for (const item of shownItems(findInstrument('children-8-12')!.definition, {}).slice(1)) {
    await page.locator(`input[name=at][value="${item.id}"]`).waitFor({ state: 'attached' });
    if (item.kind === 'text') await page.locator('textarea').fill('多一点树荫，中午太晒了');
    else await page.locator(`label:has(input[name=value][value="${item.kind === 'scale' ? '1' : item.options![0]!.id}"])`).click();
    await page.locator('button[value=next]').click();
  }
  await page.locator('button[value=hand-in]').click();
  await page.waitForURL(/\?done/);
  expect(await page.context().cookies()).toEqual([]);
  expect(await page.evaluate('JSON.stringify([localStorage.length, sessionStorage.length, history.state])')).not.toContain('a-play');

  // One without scripts, at the same moment as forty-two plain telephones for the forty seats left and one that stays for the browser.
  const plain = await visit({ scripts: false, width: 360 });
  await plain.page.goto('/child/survey');
  await plain.page.locator('#code').fill(code!);
  await plain.page.locator('button[value=begin]').click();
  await plain.page.waitForURL(/\?sheet=/);
  const begun = await Promise.all(Array.from({ length: 42 }, () => post(site.url, '/child/survey', { go: 'begin', code: code! })));
  const seated = begun.filter(({ status }) => status === 302).map((answer) => new URL(answer.headers.get('location')!, site.url).searchParams.get('sheet')!);
  expect(seated).toHaveLength(40);
  const refused = begun.find(({ status }) => status !== 302)!;
  expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining('座位都坐满了，不是你的错')]);
  await Promise.all(seated.map((ticket, at) => post(site.url, '/child/survey', { go: 'hand-in', ticket, 'a-play-near': String((at % 3) + 1) })));
  await plain.page.locator('label:has(input[name=value][value="rather-not-say"])').click();
  await press(plain.page.locator('button[value=next]'));
  await press(plain.page.locator('button[value=next]'));
  await plain.page.locator('.trouble[role=alert]:visible').waitFor();
  await plain.page.locator('label:has(input[name=value][value="does-not-apply"])').click();
  await plain.page.locator('button[value=next]').click();
  await plain.page.locator('input[name=at][value="practice-3"]').waitFor({ state: 'attached' });
  await plain.page.locator('button[value=language]').click();
  await reads(plain.page, 'I drank water today');
  await expect.poll(() => plain.page.locator('input[name="a-practice-1"]').getAttribute('value'), { message: 'the other language keeps what was said' }).toBe('rather-not-say');

  const { rows } = await db.execute<{ answers: string }>(sql`select answers from survey_responses where round_id = ${round}`);
  expect(rows).toHaveLength(41);
  expect(rows.filter(({ answers }) => /^1{26}$/.test(answers))).toHaveLength(1);
  const { rows: said } = await db.execute<{ actor: string }>(sql`select distinct actor_id || request_id as actor from records where event in ('survey.begun', 'survey.answered') and subject_id = ${round}`);
  expect(said).toEqual([{ actor: '' }]);

  // The teacher's side: a sheet from paper by keyboard, and the end.
  const desk = await visit();
  await signIn(desk.page, worker, `/work/${place}/children/surveys/rounds/${round}/paper`);
  await desk.page.locator('#play-near').focus();
  await desk.page.keyboard.type('1230-1');
  await desk.page.locator('form[data-paper] button').click();
  await desk.page.waitForURL(/saved/);
  await desk.page.goto(`/work/${place}/children/surveys/rounds/${round}`);
  await reads(desk.page.locator('.nums'), '42');

  // A paper that two people read: one answer differs, the paper settles it.
  const colleague = (await person('裘录入（故事）', 'community-worker', place)).ctx();
  await enterTwice(colleague, place, round, 7, { 'play-near': '1', 'play-safe': '2' });
  await press(desk.page.getByRole('link', { name: '双录纸质问卷' }));
  await desk.page.locator('#number').fill('7');
  await desk.page.locator('#play-near').focus();
  await desk.page.keyboard.type('32');
  await desk.page.locator('form[data-paper] button').click();
  await reads(desk.page, '两遍有不一样的地方');
  await desk.page.getByRole('link', { name: '核定 7' }).click();
  await desk.page.getByText('章宁（故事）：3 从不这样').click();
  await desk.page.getByRole('button', { name: '核定，收进答卷' }).click();
  await reads(desk.page, '核定好了，已收进答卷');
  await desk.page.goto(`/work/${place}/children/surveys/rounds/${round}`);
  await reads(desk.page.locator('.nums'), '43');

  // The questionnaire goes out for another tool and comes back; a file with a fault says where it lies.
  const form = (sheets: readonly string[][]) => writeSheets([{ name: 'survey', widths: [20, 20, 20], hidden: [], rules: [], across: [], frozenRows: 1, rows: [['type', 'name', 'label::zh'], ...sheets].map((row) => row.map((text) => ({ text }))) }]);
  const send = async (content: Uint8Array) => {
    await desk.page.goto(`/work/${place}/children/surveys/import`);
    await desk.page.locator('#form').setInputFiles({ name: 'form.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
    await desk.page.locator('button[value=read]').click();
  };
  await send(await form([['geopoint', 'where', '在哪里']]));
  await reads(desk.page, 'survey A2');
  await send(await form([['text', 'wish', '还想说什么？']]));
  await desk.page.locator('button[value=keep]').click();
  await desk.page.waitForURL(/surveys\/[0-9a-f-]{36}$/);
  await reads(desk.page, '还想说什么？');
  await desk.page.goto(`/work/${place}/children/surveys/rounds/${round}`);
  await desk.page.locator('summary', { hasText: '结束这一轮' }).click();
  await desk.page.locator('button[value=close]').click();
  await desk.page.waitForURL(/saved/);
  expect((await post(site.url, '/child/survey', { go: 'begin', code: code! })).status).toBe(409);
  expect([...troubles.filter((line) => !line.includes('ERR_INTERNET_DISCONNECTED')), ...plain.troubles, ...desk.troubles]).toEqual([]);
});
