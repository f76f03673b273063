import { expect } from 'vitest';
import { rulesOf } from '#app/domain/base/standard/model.ts';
import { currentEdition } from '#app/domain/base/standard/read.ts';
import { saveCells } from '#app/domain/pilot/self-assessment/save-cells.ts';
import { startAssessment } from '#app/domain/pilot/self-assessment/start-assessment.ts';
import { submitAssessment } from '#app/domain/pilot/self-assessment/submit.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { saved } from './apply-page.ts';
import { reads } from './reads.ts';
import { type Person, signIn, test } from './story.ts';

const unit = { name: '孝陵卫街道', code: '320102009' };
const other = { name: '玄武湖街道', code: '320102010' };
const thisYear = Number(beijingDay(new Date()).slice(0, 4));
const home = `/work/${unit.code}/self-assessment`;

/** Last year, every must-rule met, the others partly. */
async function lastYear(officer: Person) {
  const which = { regionCode: unit.code, year: thisYear - 1 };
  const rules = rulesOf(await currentEdition(officer.ctx()));
  await startAssessment(officer.ctx(), unit.code, { year: which.year });
  await saveCells(officer.ctx(), which, {
    cells: rules.flatMap(({ id, kind }) => [
      { ruleId: id, field: 'level' as const, value: kind === 'must' && id !== 'C2.3' ? ('met' as const) : ('partly' as const), bases: [0] }, { ruleId: id, field: 'reason' as const, value: '去年这样写的', bases: [0] },
    ]),
  });
  await submitAssessment(officer.ctx(), which);
}

test('A street copies last year forward, gives a section to a colleague, sees the radar move, and hands in', async ({ visit, person }) => {
  const [officer, colleague] = [await person('赵五（故事）', 'government-officer', unit.code), await person('钱六（故事）', 'community-worker', unit.code)];
  await lastYear(officer);
  const { page, troubles } = await visit();
  await signIn(page, officer, home);
  await page.locator('form:has(#year) button').click();
  await page.waitForURL(`**${home}/${thisYear}`);
  await expect.poll(() => page.locator('form[method=post] button[value=submit]').isDisabled(), { message: 'nothing can be handed in yet' }).toBe(true);

  await page.locator(`button[name=fromYear][value="${thisYear - 1}"]`).click();
  await page.waitForURL(/copied=77/);
  await reads(page, '已沿用 77 条');
  const whoHas = page.locator('.whohas form', { hasText: '空间营造' });
  await page.locator('details:has(.whohas) summary').click();
  await whoHas.locator('select').selectOption({ label: colleague.name });
  await whoHas.locator('input[name=note]').fill('场地在你那里');
  await whoHas.locator('button').click();
  await page.locator('.whohas form', { hasText: '空间营造' }).locator('button[value=take-back]').waitFor();

  const second = await visit({ width: 360 });
  await signIn(second.page, colleague, '/account/inbox');
  await reads(second.page, '场地在你那里');
  await second.page.goto(`${home}/${thisYear}/sections/C`);
  await reads(second.page.locator('#missing'), 'C2.3');
  const before = Number(await second.page.locator('[data-radar-score=C]').textContent());
  await second.page.locator('input[name="q.C2.3:level"][value=met]').check();
  await saved(second.page);
  await expect.poll(async () => Number(await second.page.locator('[data-radar-score=C]').textContent()), { message: 'the radar is redrawn at once' }).toBeGreaterThan(before);
  expect(await second.page.locator('#missing').innerText(), 'and the must-rule leaves the list').not.toContain('C2.3');

  for (const part of ['A', 'B', 'C', 'D', 'E']) {
    await page.goto(`${home}/${thisYear}/sections/${part}`);
    await page.locator('button[value=confirm-all]').click();
    await page.waitForURL(/\?saved/);
  }
  await page.goto(`${home}/${thisYear}`);
  await page.locator('button[value=submit]').click();
  await expect.poll(() => page.locator('[role=alert]').innerText(), { message: 'not without the promise' }).toContain('勾选承诺');
  await page.locator('#truthful').check();
  await page.locator('button[value=submit]').click();
  await page.waitForURL(/\/receipt$/);
  const hash = await page.locator('code').filter({ hasText: /^[0-9a-f]{64}$/ }).innerText();

  const anybody = await visit();
  await anybody.page.goto(`/verify?q=${hash}`);
  await reads(anybody.page, '提交的自评');
  const office = await visit();
  await signIn(office.page, await person('孙七（故事）', 'programme-officer', '3201'), `/desk/self-assessments?year=${thisYear}&region=320102`);
  await office.page.locator('a', { hasText: unit.name }).click();
  await office.page.waitForURL(/\/desk\/self-assessments\/[0-9a-f-]{36}/);
  await office.page.locator('.keyset', { hasText: 'C2.3' }).waitFor();
  expect([...troubles, ...second.troubles, ...anybody.troubles, ...office.troubles]).toEqual([]);
});

test('Without scripts a worker fills every rule on a phone, an officer hands in and corrects', async ({ visit, person }) => {
  const [officer, worker] = [await person('周八（故事）', 'government-officer', other.code), await person('吴九（故事）', 'community-worker', other.code)];
  const at = `/work/${other.code}/self-assessment`;
  const { page, troubles } = await visit({ scripts: false, width: 360 });
  await signIn(page, worker, at);
  await page.locator('#year').selectOption(String(thisYear));
  await page.locator('form:has(#year) button').click();
  await page.waitForURL(`**${at}/${thisYear}`);
  await page.goto(`${at}/${thisYear}/sections/A`);
  for (const part of ['A', 'B', 'C', 'D', 'E']) {
    for (const radio of await page.locator('input[type=radio][value=not-met]').all()) await radio.check();
    if (part === 'A') {
      await page.locator('input[name="q.A1.1:level"][value=met]').check();
      await page.locator('textarea[name="q.A1.1:reason"]').fill('街道办主任牵头，有文件');
    }
    await page.locator(`.form button[value=${part === 'E' ? 'check' : 'next'}]`).first().click();
    await page.waitForURL(part === 'E' ? `**${at}/${thisYear}` : /\/sections\/[B-E]$/);
  }
  await reads(page, '都填完了');
  await expect.poll(() => page.locator('main').innerText(), { message: 'a worker cannot hand in' }).toContain('由街道（乡镇）经办人提交');

  const second = await visit({ scripts: false });
  await signIn(second.page, officer, `${at}/${thisYear}`);
  await second.page.locator('#truthful').check();
  await second.page.locator('button[value=submit]').click();
  await second.page.waitForURL(/\/receipt$/);
  await second.page.goto(`${at}/${thisYear}`);
  await second.page.locator('summary', { hasText: '更正' }).click();
  await second.page.locator('#reason').fill('A1.2 漏看了纪要');
  await second.page.locator('button[value=correct]').click();
  await second.page.waitForURL(`**${at}/${thisYear}`);
  await reads(second.page, '漏看了纪要');
  const sheet = await second.page.request.get(`${at}/${thisYear}/assessment.csv`);
  expect([sheet.status(), (await sheet.text()).split('\r\n').length]).toEqual([200, 79]);
  expect([...troubles, ...second.troubles]).toEqual([]);
});
