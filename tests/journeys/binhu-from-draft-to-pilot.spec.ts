import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect } from 'vitest';
import { demoPassword } from '#app/domain/base/accounts/model.ts';
import { checkWords } from '#app/i18n/check.ts';
import { openBox } from '#app/domain/pilot/objections/open-box.ts';
import { markingWords } from '#app/i18n/marking.ts';
import { noticesWords } from '#app/i18n/notices.ts';
import { objectionsWords } from '#app/i18n/objections.ts';
import { reviewWords } from '#app/i18n/review.ts';
import { system } from '#app/platform/ctx.ts';
import { wholeForm } from './answers.ts';
import { lacks, readReceipt, saved, startApplication, submit, writePart } from './apply-page.ts';
import { openCall } from './calls.ts';
import { awake, button, confirm, judge, open } from './desk-page.ts';
import { press, reads } from './reads.ts';
import { scannedOpinion } from './scan.ts';
import { signIn, test, until } from './story.ts';

const unit = { name: '滨湖世纪社区', code: '340111400' };
const check = checkWords['zh-CN'];
const review = reviewWords['zh-CN'];
const marking = markingWords['zh-CN'];
const notices = noticesWords['zh-CN'];
const objections = objectionsWords['zh-CN'];
const dateReason = '意见函上的日期看不清楚，请重新扫描。';

/** What one chapter leaves for the next. */
const told = { callId: '', id: '', hash: '', notice: '', objection: '', broken: '' };

beforeEach(() => {
  if (told.broken) throw new Error(`The story stopped earlier: ${told.broken}`);
});
afterEach(({ task }) => {
  if (task.result?.state === 'fail') told.broken ||= task.name;
});

const as = (page: Page, username: string, to: string) => signIn(page, { username }, to, demoPassword);
const scan = async (name: string) => ({ name, mimeType: 'application/pdf', buffer: await scannedOpinion() });
const desk = (rest = '') => `/desk/applications/${told.id}${rest}`;

describe('滨湖世纪社区 from a draft to a pilot', () => {
  test('the officer begins, fills every part, and hands in with the sealed opinion', async ({ db, visit }) => {
    told.callId = await openCall(db);
    const { page, troubles } = await visit();
    await as(page, 'binhu', '/apply');
    await expect.poll(() => page.locator(`a[href="/apply/new?call=${told.callId}"]`).count()).toBe(1);
    told.id = await startApplication(page, told.callId, unit);

    await page.goto(`/apply/${told.id}/unit`);
    await expect.poll(() => page.locator('[name="q.unit-name"]').inputValue(), { message: 'what is known is filled in' }).toBe(unit.name);

    for (const part of wholeForm(unit.name, 21)) {
      await page.goto(`/apply/${told.id}/${part.id}`);
      const before = await lacks(page);
      expect(before).toBeGreaterThan(0);
      await writePart(page, part);
      expect(await saved(page)).toMatch(/\d\d:\d\d:\d\d/);
      if (part.id === 'people-in-charge') await until(async () => (await lacks(page)) < before, 'fewer items are missing');
    }
    await until(async () => (await lacks(page)) === 1, 'only the letter is missing');
    await page.locator('[data-paper=sealed-opinion] input[type=file]').setInputFiles(await scan('同意申报的意见.pdf'));
    await page.locator('[data-paper=sealed-opinion] .file.done').waitFor();
    await until(async () => (await lacks(page)) === 0, 'nothing is missing');

    await submit(page, told.id);
    const receipt = await readReceipt(page);
    told.hash = receipt.hash;
    await page.goto(`/receipts/${receipt.code}`);
    await reads(page, receipt.hash);
    expect(troubles).toEqual([]);
  });

  test('the office looks beside the document and returns one item with its reason', async ({ visit }) => {
    const { page, troubles } = await visit();
    await as(page, 'office-check', '/desk/applications');
    await page.locator('main', { hasText: unit.name }).first().waitFor();
    await open(page, desk('/check'));
    await page.locator('.papers canvas').first().waitFor();
    await expect.poll(() => button(page, check.pass).isDisabled()).toBe(true);
    await judge(page, ['opinion-date']);
    await page.locator('#item-opinion-date textarea').fill(dateReason);
    await Promise.all([page.waitForResponse((answer) => answer.request().method() === 'POST'), page.locator('#item-opinion-date textarea').blur()]);
    await page.locator('.sum .said:not(.going)').waitFor();
    await confirm(page, check.returnDeed(1));
    await page.waitForURL(`**${desk()}`);
    expect(troubles).toEqual([]);
  });

  test('the applicant sees exactly this item, answers, and hands in again', async ({ visit }) => {
    const { page, troubles } = await visit();
    await as(page, 'binhu', `/apply/${told.id}`);
    await page.waitForURL('**/opinion');
    await reads(page, dateReason);
    expect(await page.locator('[data-question]').count(), 'nothing else may be changed').toBe(0);
    await expect.poll(() => page.locator('[data-paper]').count()).toBe(1);
    await page.goto(`/apply/${told.id}/children`);
    expect(await page.locator('[data-question], [data-paper]').count(), 'nor on another part').toBe(0);

    await page.goto(`/apply/${told.id}/opinion`);
    await press(page.locator('[data-paper] button[value^="drop:"]'));
    await page.locator('[data-paper]:not(:has(.file.done))').waitFor();
    await page.locator('[data-paper] input[type=file]').setInputFiles(await scan('重新扫描的意见.pdf'));
    await page.locator('[data-paper] .file.done').waitFor();
    await submit(page, told.id);
    expect((await readReceipt(page)).hash).not.toBe(told.hash);
    expect(troubles).toEqual([]);
  });

  test('the office sees what changed and passes it', async ({ visit }) => {
    const { page, troubles } = await visit();
    await as(page, 'office-check', desk('/changes'));
    for (const word of ['同意申报的意见', '重新扫描的意见', dateReason]) await reads(page, word);
    await open(page, desk('/check'));
    await judge(page, []);
    await confirm(page, check.pass);
    await page.waitForURL(`**${desk()}`);
    expect(troubles).toEqual([]);
  });

  test('experts are assigned; one declares a conflict and sees the papers no more', async ({ db, visit }) => {
    const { page, troubles } = await visit();
    await as(page, 'office', desk('/review'));
    for (const name of ['顾明远', '苏念真', '何以宁', '白露生']) {
      await awake(page);
      await button(page.locator('tr', { hasText: name }), review.assignDeed).click();
      await page.locator('.score-table thead ~ tbody tr', { hasText: name }).first().waitFor();
    }

    const away = await visit();
    await as(away.page, 'expert-social', '/desk/reviews');
    await openReview(away.page);
    await confirm(away.page, review.declare, async (asked) => {
      await asked.locator('select[name=kind]').selectOption('other-declared');
      await asked.locator('textarea[name=reason]').fill('我在该社区有合作项目。');
    });
    await away.page.getByText(review.conflictDone).waitFor();
    const { rows } = await db.execute<{ file: string }>(`select file_id as file from application_papers where application_id = '${told.id}'`);
    const assignment = away.page.url().split('/').at(-1)!;
    const papers = [`/desk/reviews/${assignment}/papers/${rows[0]!.file}`, `/papers/${told.id}/${rows[0]!.file}`];
    const answers = await Promise.all(papers.map((path) => away.page.request.get(path)));
    expect(answers.map((answer) => answer.status())).toEqual([expect.toBeOneOf([403, 404]), expect.toBeOneOf([403, 404])]);
    expect([...troubles, ...away.troubles]).toEqual([]);
  });

  test.for(['expert', 'expert-rights', 'expert-education'])('%s accepts, marks every item beside the papers by key, and submits', async (username, { visit }) => {
    const { page, troubles } = await visit();
    await as(page, username, '/desk/reviews');
    await openReview(page);
    await page.locator('input[name=attested]').check();
    await button(page, review.accept).click();
    await page.locator('.papers canvas').first().waitFor();
    const items = page.locator('.mark-item');
    const count = 30;
    await expect.poll(() => items.count(), { message: '19 norms, 5 must-rules, 6 lines of the negative list' }).toBe(count);
    await items.first().locator('.t').click();
    await page.keyboard.type(Array.from({ length: count }, () => '1').join('j'));
    await page.keyboard.press('k');
    await items.nth(2).locator('.t').click();
    await page.keyboard.press('3');
    await page.keyboard.press('e');
    await page.keyboard.type('没有看到定期更新的底数台账。');
    await page.keyboard.press('Escape');
    await page.locator('textarea[name=overall]').fill('同意列为试点。');
    await until(() => button(page, marking.submit).isEnabled(), 'everything is answered and saved, and the review may be submitted');
    await confirm(page, marking.submit);
    await page.getByText(marking.done).first().waitFor();
    await reads(items.nth(2), '没有看到定期更新的底数台账。');
    expect(troubles).toEqual([]);
  });

  test('the office decides with reasons, drafts the notice and publishes it', async ({ visit }) => {
    const { page, troubles } = await visit();
    await as(page, 'office', desk('/decision'));
    await awake(page);
    await confirm(page, review.decide, async (asked) => {
      await asked.locator('select[name=outcome]').selectOption('accepted');
      await asked.locator('textarea[name=reason]').fill('三位专家一致认为基础扎实、计划具体，同意列为试点。');
    });
    await page.getByText(review.decided(review.outcomes.accepted)).waitFor();

    await open(page, `/desk/notices/new?call=${told.callId}`);
    await button(page, notices.desk.saveDraft).click();
    await page.waitForURL(/\/desk\/notices\/[0-9a-f-]{36}/);
    told.notice = page.url().split('/').at(-1)!;
    await awake(page);
    await confirm(page, notices.desk.publishToday);
    await page.getByText(notices.phases.open).first().waitFor();
    expect(troubles).toEqual([]);
  });

  test('a visitor objects without a name, is answered by somebody who had no part in it, and follows it with a code', async ({ visit, db }) => {
    const visitor = await visit({ width: 360 });
    await visitor.page.goto(`/notices/${told.notice}`);
    await reads(visitor.page, unit.name);
    await visitor.page.locator(`a[href*="/notices/${told.notice}/objection"]`).first().click();
    await visitor.page.locator('select[name=applicationId]').selectOption(told.id);
    await visitor.page.locator('input[name=manner][value=anonymous]').check();
    await visitor.page.locator('textarea[name=content]').fill('社区的儿童之家周末经常不开门，请核实之后再公布名单。');
    await visitor.page.locator('form.narrow button').last().click();
    await visitor.page.waitForURL(/\/objections\/[0-9A-Z-]+/);
    told.objection = new URL(visitor.page.url()).pathname;
    await reads(visitor.page, objections.boxedText);
    await openBox({ actor: system, db, now: new Date(), locale: 'zh-CN', requestId: 'story' });

    const decider = await visit();
    await as(decider.page, 'office', `/desk/objections?notice=${told.notice}`);
    await decider.page.locator('a[href^="/desk/objections/"]').first().click();
    await reads(decider.page, objections.desk.recusedText);
    expect(await decider.page.locator('main').innerText(), 'whoever decided keeps out').not.toContain('经常不开门');

    const { page, troubles } = await visit();
    await as(page, 'office-check', `/desk/objections?notice=${told.notice}`);
    await page.locator('a[href^="/desk/objections/"]').first().click();
    await page.waitForURL(/\/desk\/objections\/[0-9a-f-]{36}/);
    await awake(page);
    await reads(page, objections.desk.identityNone);
    await confirm(page, objections.desk.decide, async (asked) => {
      await asked.locator('select[name=outcome]').selectOption('dismissed');
      await asked.locator('textarea[name=findings]').fill('到现场查看了三个周末的开放记录，并询问了居民。');
      await asked.locator('input[name=rule]').fill('问答 8：公示期');
      await asked.locator('textarea[name=answer]').fill('经核实，周末因消防检修临时关闭，已恢复开放，名单维持不变。');
    });
    await page.getByText('名单维持不变').first().waitFor();

    await visitor.page.goto(told.objection);
    await reads(visitor.page, '名单维持不变');
    expect([...troubles, ...visitor.troubles, ...decider.troubles]).toEqual([]);
  });

  test('after the last day the list becomes final and Binhu is a pilot that everybody sees', async ({ visit, clock }) => {
    const early = await visit();
    await as(early.page, 'office', `/desk/notices/${told.notice}`);
    await reads(early.page, notices.phases.open);
    expect(await button(early.page, notices.desk.finalise).count(), 'not before the last day has passed').toBe(0);

    await clock.ahead(30);
    const { page, troubles } = await visit();
    await as(page, 'office', `/desk/notices/${told.notice}`);
    await awake(page);
    await confirm(page, notices.desk.finalise);
    await page.getByText(notices.phases.final).first().waitFor();

    const anybody = await visit();
    await anybody.page.goto(`/communities/${unit.code}`);
    await reads(anybody.page.locator('h1'), unit.name);
    await anybody.page.goto('/pilots?text=滨湖世纪');
    await expect.poll(() => anybody.page.locator(`a[href="/communities/${unit.code}"]`).count()).toBeGreaterThan(0);
    expect([...troubles, ...anybody.troubles]).toEqual([]);
  });

  test('the applicant has been told, and the history tells it all', async ({ visit }) => {
    const { page, troubles } = await visit();
    await as(page, 'binhu', '/account/inbox');
    await until(async () => {
      await page.reload();
      const inbox = await page.locator('main').innerText();
      return ['试点', '退回'].every((word) => inbox.includes(word));
    }, 'the inbox tells of the return and of the pilot');
    await page.goto(`/apply/${told.id}/history`);
    for (const word of ['开始申报', '提交申报', '退回补正', '资料齐全']) await reads(page, word);
    expect(await page.locator('main').innerText(), 'no step is left without its name').not.toMatch(/办理\n/);

    const office = await visit();
    await as(office.page, 'office', desk());
    for (const word of ['退回补正', '同意列为试点', told.hash]) await reads(office.page, word);
    expect([...troubles, ...office.troubles]).toEqual([]);
  });
});

async function openReview(page: Page): Promise<void> {
  await page.locator('tr', { hasText: unit.name }).locator('a[href^="/desk/reviews/"]').first().click();
  await page.waitForURL(/\/desk\/reviews\/[0-9a-f-]{36}/);
  await awake(page);
}
