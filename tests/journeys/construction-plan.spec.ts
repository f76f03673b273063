import { expect } from 'vitest';
import { concludeResults } from '#app/domain/base/rule-results/conclude-results.ts';
import { rulesOf } from '#app/domain/base/standard/model.ts';
import { currentEdition } from '#app/domain/base/standard/read.ts';
import { learnLessons } from '#app/domain/pilot/consulting/learn.ts';
import { change } from '#app/platform/change.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { button, confirm, open } from './desk-page.ts';
import { type Person, signIn, test } from './story.ts';

const unit = { name: '梅园新村街道', code: '320102002' };
const home = `/work/${unit.code}/plan`;
const today = beijingDay(new Date());

/** What the street was found to lack: two must-rules, and one that is partly met. */
async function found(officer: Person) {
  const ctx = officer.ctx();
  const edition = await currentEdition(ctx);
  const levels = Object.fromEntries(rulesOf(edition).map(({ id }) => [id, 'met' as const]));
  await change(ctx, async (tx) => {
    await tx.record('self-assessment.submitted', { id: unit.code, regionCode: unit.code });
    await concludeResults(tx, { regionCode: unit.code, year: Number(today.slice(0, 4)), stream: 'self', editionId: edition.id, levels: { ...levels, 'A1.1': 'not-met', 'A1.2': 'not-met', 'B1.1': 'partly' }, sourceId: 'story' });
  });
  await learnLessons(ctx);
}

test('Gaps become a plan that the government signs; advice finds something, the community mends it, and the expert closes it', async ({ visit, person, db }) => {
  const [officer, worker] = [await person('周七（故事）', 'government-officer', unit.code), await person('吴八（故事）', 'community-worker', unit.code)];
  const office = await person('郑九（故事）', 'programme-officer', '*');
  await found(officer);

  const first = await visit({ width: 360, scripts: false });
  await signIn(first.page, worker, home);
  expect(await first.page.locator('input[name="rules[]"]:checked').evaluateAll((ticks) => ticks.map((tick) => (tick as HTMLInputElement).value)), 'unmet must-rules are ticked').toContain('A1.1');
  await first.page.locator('[name=aim]').fill('一年内把制度补齐，让孩子的话有回音。');
  await first.page.locator('main form button').last().click();
  await first.page.waitForURL(`**${home}`);
  await first.page.locator('.goal .data a').first().click();
  await first.page.locator('[name=owner]').fill('儿童主任');
  await first.page.locator('[name=cost]').fill('五千');
  await first.page.locator('button[name=go][value=save]').click();
  await expect.poll(() => first.page.locator('main').innerText(), { message: 'a cost in words is sent back' }).toContain('请填整数元');
  await expect.poll(() => first.page.locator('[name=owner]').inputValue(), { message: 'and nothing typed is lost' }).toBe('儿童主任');
  await first.page.locator('[name=cost]').fill('5000');
  await first.page.locator('button[name=go][value=save]').click();
  await first.page.waitForURL(/saved=1/);
  await first.page.goto(`${home}/next`);
  await first.page.locator('#rule-B1\\.1 button[name=rule]').click();
  await first.page.waitForURL(/added=1/);
  await first.page.goto(home);
  const nobody = first.page.locator('.goal tbody tr', { hasText: '—' });
  await nobody.locator('a').first().click();
  await first.page.locator('[name=owner]').fill('社区书记');
  await first.page.locator('button[name=go][value=save]').click();
  await first.page.waitForURL(/saved=1/);

  const signing = await visit();
  await signIn(signing.page, officer, home);
  await signing.page.locator('#sign-reason').fill('首次签发，办公会通过。');
  await signing.page.locator('.signing button').click();
  await signing.page.waitForURL(/signed=1/);
  const order = () => signing.page.locator('.goal tbody th > span > a').allInnerTexts();
  await expect.poll(async () => (await order()).length).toBeGreaterThan(1);
  await expect.poll(() => signing.page.locator('.plantime rect').count(), { message: 'the timeline is drawn by the server' }).toBe((await order()).length);
  const [download] = await Promise.all([signing.page.waitForEvent('download'), signing.page.locator('a[href$="plan.xlsx"]').click()]);
  expect(download.suggestedFilename()).toContain('建设计划');

  await signing.page.goto(`${home}/advice`);
  await signing.page.locator('[name=topic]').fill('议事会怎样有回音');
  await signing.page.locator('#ask form button').last().click();
  await signing.page.waitForURL(/told=asked/);

  const desk = await visit();
  await signIn(desk.page, office, '/desk/consulting?tab=sessions&state=asked');
  await desk.page.locator('a', { hasText: '议事会怎样有回音' }).click();
  await desk.page.waitForURL(/desk\/consulting\/\d+\/[0-9a-f-]{36}/);
  const session = new URL(desk.page.url()).pathname;
  await open(desk.page, session);
  await desk.page.locator('#field-experts').selectOption({ index: 0 });
  await desk.page.locator('#field-on').fill(addDays(today, 1));
  await desk.page.locator('#field-at').fill('09:30');
  await button(desk.page, '确定安排').click();
  await desk.page.locator('.st', { hasText: '已安排' }).first().waitFor();

  await db.execute(`update consulting_sessions set starts_at = now() - interval '1 hour' where region_code = '${unit.code}'`); // the day has come
  await open(desk.page, session);
  await desk.page.locator('#field-minutes').fill('看了记录，建议每条提案都有人接、有日期、有答复。');
  await button(desk.page, '保存记录').click();
  await desk.page.locator('summary', { hasText: '提出一个问题' }).click();
  await desk.page.locator('#field-finding').fill('答复没有留下记录');
  await desk.page.locator('#field-action').fill('建立建议登记和答复单');
  await desk.page.locator('#field-dueOn').fill(addDays(today, 20));
  await button(desk.page, '提出').click();
  await desk.page.locator('.st', { hasText: '待整改' }).waitFor();
  const { rows: ties } = await db.execute<{ kind: string }>(`select kind from conflicts where community_code = '${unit.code}' and lifted_at is null`);
  expect(ties, 'whoever advised is tied to the community').toEqual([{ kind: 'trained-or-consulted' }]);

  await first.page.goto(`${home}/advice`);
  await first.page.locator('.findings summary', { hasText: '报告整改' }).click();
  await first.page.locator('.findings textarea[name=report]').fill('登记本和答复单已经用了三周，孩子签收。');
  await first.page.locator('.findings button[value=answer]').click();
  await first.page.waitForURL(/told=answered/);

  await open(desk.page, session);
  await confirm(desk.page, '核实，关闭');
  await desk.page.locator('.st', { hasText: '已关闭' }).waitFor();
  expect([...first.troubles, ...signing.troubles, ...desk.troubles]).toEqual([]);
});
