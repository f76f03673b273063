import { eq } from 'drizzle-orm';
import sharp from 'sharp';
import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { addPaperVotes, openBallot } from '#app/domain/children/councils/ballot.ts';
import { countBallot } from '#app/domain/children/councils/count-ballot.ts';
import { foundCouncil } from '#app/domain/children/councils/found-council.ts';
import { firstCharter } from '#app/domain/children/councils/model.ts';
import { nominateOnPaper } from '#app/domain/children/councils/nominate.ts';
import { openTerm } from '#app/domain/children/councils/open-term.ts';
import { putMotionOnPaper } from '#app/domain/children/councils/put-motion.ts';
import { councilDesk } from '#app/domain/children/councils/read.ts';
import { councilMotions } from '#app/domain/children/councils/tables.server.ts';
import { addSupporter } from '#app/domain/children/councils/supporters.ts';
import { issueCode } from '#app/domain/children/identity/issue-code.ts';
import { approveItem } from '#app/domain/children/moderation/approve.ts';
import { settleFaces } from '#app/domain/children/moderation/faces.ts';
import { moderationFiles, moderationItems } from '#app/domain/children/moderation/tables.server.ts';
import { answerMatter } from '#app/domain/children/suggestions/answer-matter.ts';
import { finishWork } from '#app/domain/children/suggestions/finish-work.ts';
import { startWork } from '#app/domain/children/suggestions/start-work.ts';
import type { Db } from '#app/db/db.server.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { comeAsChild } from './as-child.ts';
import { press, reads } from './reads.ts';
import { type Person, signIn, test } from './story.ts';

/** A township of its own, so that no other story's children sit in its council. */
const place = '340111011';
const home = `/work/${place}/children/council`;
const today = beijingDay(new Date());
const quotas = { school: 2, community: 2, self: 1 };

async function readAll(db: Db, reader: Person) {
  const waiting = await db.select({ id: moderationItems.id }).from(moderationItems).where(eq(moderationItems.regionCode, place));
  for (const { id } of waiting) await approveItem(reader.ctx(), { id, regionCode: place }, { labels: [], looked: 'yes' }).catch(() => undefined);
}

/** A council of five that sits, with a motion that a person has read. */
async function aSittingCouncil(db: Db, worker: Person, officer: Person) {
  const id = await foundCouncil(worker.ctx(), place, { name: '故事儿童议事会', charter: { ...firstCharter, seats: 5, quotas, aim: '说了有人听', rules: '先举手再说话', childRules: ['想说的都可以说。'] } });
  await addSupporter(worker.ctx(), id, { name: '冯社工', duty: '社工', checkedOn: addDays(today, -30) });
  const term = await openTerm(worker.ctx(), id, today);
  const candidates: string[] = [];
  for (const [at, nickname] of ['风筝', '海豚', '小鹿', '星星', '豆豆'].entries()) {
    candidates.push(await nominateOnPaper(worker.ctx(), term, { nickname, layer: 'primary', seatKind: (['school', 'school', 'community', 'community', 'self'] as const)[at]!, statement: '', namedBy: '', assentOn: today, consentOn: today, isShown: at === 0 }));
  }
  await openBallot(worker.ctx(), term);
  await addPaperVotes(worker.ctx(), term, { papers: 20, votes: Object.fromEntries(candidates.map((one) => [one, 12])), tellers: '王、李' });
  await countBallot(worker.ctx(), term);
  const desk = await councilDesk(worker.ctx(), place);
  await putMotionOnPaper(worker.ctx(), (desk.council ? desk.members : [])[0]!.id, { title: '车站旁边装一盏灯', text: '等车的时候太黑。' });
  await readAll(db, officer);
  return id;
}

/** The people of the place promise it, do it and show it; whoever reads the motion sees its road to the end. */
async function goesOn(db: Db, worker: Person, officer: Person, council: string, page: Page) {
  const [motion] = await db.select().from(councilMotions).where(eq(councilMotions.councilId, council));
  const matterId = motion!.matterId!;
  await answerMatter(worker.ctx(), place, matterId, { outcome: 'adopted', reason: 'can-do', text: '城建办来装，两周内好。', owner: '街道城建办', dueOn: addDays(today, 14), called: '' });
  await startWork(worker.ctx(), place, matterId, { text: '工人来量过地方了。', dueOn: null, called: '' });
  await finishWork(worker.ctx(), place, matterId, { text: '灯亮了，等车不黑了。', rung: null, called: '' }, [{ kind: 'photo', content: await sharp({ create: { width: 320, height: 200, channels: 3, background: '#ffc84a' } }).png().toBuffer() }]);
  for (const { itemId, fileId } of await db.select().from(moderationFiles).innerJoin(moderationItems, eq(moderationItems.id, moderationFiles.itemId)).where(eq(moderationItems.regionCode, place)).then((rows) => rows.map((row) => row.moderation_files))) {
    await settleFaces(officer.ctx(), { regionCode: place, id: itemId }, fileId, 'none');
  }
  await readAll(db, officer);
  await page.locator('a', { hasText: '后来怎么样了' }).click();
  await reads(page, '灯亮了，等车不黑了。');
  await expect.poll(() => page.locator('.path img').evaluate((one: HTMLImageElement) => one.complete && one.naturalWidth)).toBe(320);
  await expect.poll(async () => (await db.select().from(councilMotions).where(eq(councilMotions.id, motion!.id)))[0]!.state).toBe('done');
}

const formOf = (page: Page, go: string) => page.locator(`form:has(input[name=go][value="${go}"])`).first();
async function fill(page: Page, go: string, fields: Record<string, string>) {
  await page.locator(`details:has(input[name=go][value="${go}"])`).first().locator('summary').click();
  for (const [name, value] of Object.entries(fields)) {
    const field = formOf(page, go).locator(`[name=${name}]`);
    if ((await field.evaluate((one) => one.tagName)) === 'SELECT') await field.selectOption(value === '' ? { index: 1 } : value);
    else await field.fill(value);
  }
  await press(formOf(page, go).locator('button'));
}

test('A council meets, from the call to the answer, on a phone without scripts; children read what was said, and everybody what became of it', async ({ db, visit, person }) => {
  const worker = await person('卫一（故事）', 'community-worker', place);
  const officer = await person('蒋二（故事）', 'government-officer', place);
  const council = await aSittingCouncil(db, worker, officer);
  const { page, troubles } = await visit({ width: 360, scripts: false });
  await signIn(page, worker, home);
  await fill(page, 'call', { on: addDays(today, 1), at: '15:00', place: '社区活动室' });
  await page.locator('h1', { hasText: '第 1 次会议' }).waitFor();
  await press(formOf(page, 'begin').locator('button'));
  await expect.poll(() => page.locator('main').innerText(), { message: 'never without a checked adult' }).toContain('还没有勾选到场的成人支持者');

  for (const box of await page.locator('[name="members[]"], [name="supporters[]"]').all()) await box.check();
  await press(formOf(page, 'here').locator('button'));
  await page.locator('main', { hasText: '到场委员 5 名' }).waitFor();
  await page.locator('details:has(input[name=go][value=second]) summary').click();
  await formOf(page, 'second').locator('select').selectOption({ index: 1 });
  await press(formOf(page, 'second').locator('button'));
  const motion = formOf(page, 'item').locator('[name=motionId]');
  await motion.selectOption({ index: 1 });
  await press(formOf(page, 'item').locator('button'));
  await press(formOf(page, 'begin').locator('button'));
  await press(formOf(page, 'go-to').locator('button'));
  await page.locator('li.card[aria-current=step]').waitFor();
  await fill(page, 'count', { inFavour: '4', against: '1', abstaining: '0' });
  await page.locator('main', { hasText: '已通过，待发函' }).waitFor();
  await press(formOf(page, 'end').locator('button'));
  await expect.poll(() => page.locator('[name=minutes]').inputValue(), { message: 'the draft knows the vote' }).toContain('赞成 4，反对 1，弃权 0');
  await page.locator('[name=childMinutes]').fill('我们说了车站的灯。\n大家同意了。');
  await press(formOf(page, 'minutes').locator('button'));
  await page.locator('main', { hasText: '记录在审核' }).waitFor();
  await readAll(db, officer);

  await page.goto(home);
  await page.locator('a', { hasText: '车站旁边装一盏灯' }).click();
  await formOf(page, 'send').locator('[name=body]').fill('街道城建办');
  await press(formOf(page, 'send').locator('button'));
  await page.locator('a', { hasText: '函件 Word' }).waitFor();
  const letter = await page.request.get((await page.locator('a', { hasText: '函件 PDF' }).getAttribute('href'))!);
  expect((await letter.body()).subarray(0, 5).toString()).toBe('%PDF-');
  for (const [name, value] of Object.entries({ answer: '本月装好，由城建办负责。', childAnswer: '这个月就装灯。', answeredBy: '街道城建办' })) await formOf(page, 'answer').locator(`[name=${name}]`).fill(value);
  await press(formOf(page, 'answer').locator('button'));
  await page.locator('.tag', { hasText: '已答复' }).waitFor();

  const days = { validFrom: addDays(today, -1), validTo: addDays(today, 5), mostUses: undefined };
  await issueCode(worker.ctx(), place, { layer: 'primary', label: '故事班', ...days }, '气球 小船 3141');
  const child = await visit({ width: 360 });
  await comeAsChild(child.page, `/child/council/${council}`, '气球 小船 3141');
  await reads(child.page, '街道城建办');
  await goesOn(db, worker, officer, council, child.page);
  await child.page.goto(`/child/council/${council}`);
  await child.page.locator('a', { hasText: '看看说了什么' }).click();
  await expect.poll(() => child.page.locator('main .vh').allInnerTexts()).toContain('大家同意了。');

  const everybody = await visit({ scripts: false });
  await everybody.page.goto(`/councils/${council}`);
  for (const one of ['车站旁边装一盏灯', '赞成 4，反对 1，弃权 0', '本月装好，由城建办负责。', '大家同意了。', '风筝']) await reads(everybody.page, one);
  expect(await everybody.page.locator('main').innerText(), 'nobody’s nickname without consent').not.toContain('海豚');
  expect([...troubles, ...child.troubles, ...everybody.troubles]).toEqual([]);
});
