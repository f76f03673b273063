import { expect } from 'vitest';
import { StartPlanInput } from '#app/domain/city/city-plans/input.ts';
import { startPlan } from '#app/domain/city/city-plans/start-plan.ts';
import { cityActionWords } from '#app/i18n/city-action.ts';
import { cityDeskWords } from '#app/i18n/city-desk.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { button, open } from './desk-page.ts';
import { reads } from './reads.ts';
import { signIn, test } from './story.ts';

const words = { ...cityDeskWords['zh-CN'], ...cityActionWords['zh-CN'] };

test('An officer writes a new action of a plan while the line is cut: words and added rows stay on the page, and are saved once it is back', async ({ visit, person }) => {
  const officer = await person('淮三（故事）', 'government-officer', '3404');
  const plan = await startPlan(officer.ctx(), StartPlanInput.parse({ regionCode: '3404', zh: '断网也不丢的计划（故事）', en: 'A plan written on a bad line', startsOn: '2026-01-01', endsOn: '2028-12-31', issuer: '' }));
  const { page } = await visit();
  const path = `/desk/plans/${plan}/actions/new`;
  await signIn(page, officer, path);
  await open(page, path);
  const field = (name: string) => page.locator(`[name="${name}"]`);
  await button(page, words.form.addTask).click();
  const typed = { zh: '社区里都有图书角', en: 'Book corners in every community', aboutZh: '每个社区一处，放学后开放。', 'tasks.0.zh': '先在十个社区试办', 'tasks.0.en': 'Try it in ten communities' };
  for (const [name, said] of Object.entries(typed)) await field(name).fill(said);
  const standing = async () => Object.fromEntries(await Promise.all(Object.keys(typed).map(async (name) => [name, await field(name).inputValue()])));

  await page.context().setOffline(true);
  await button(page, words.save).click();
  await reads(page, refusalSentence('cut-off', 'zh-CN'));
  expect(await standing()).toEqual(typed);

  await page.context().setOffline(false);
  await button(page, words.save).click();
  await page.waitForURL(`**/desk/plans/${plan}/actions/A*`);
  await reads(page, typed['tasks.0.zh']);
});
