import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { submitSuggestion } from '#app/domain/children/suggestions/submit-suggestion.ts';
import { visitor } from '#app/platform/ctx.ts';
import { press, reads } from './reads.ts';
import { signIn, test } from './story.ts';

/** A township of its own, so that no other story's children are in the queue. */
const place = '340111010';
const disclosed = '叔叔打我，他说不许告诉别人。';

test('A child’s words tell of harm: the moderator asks the child nothing, whoever is on duty knows within minutes, and the evidence is locked', async ({ db, visit, person }) => {
  const moderator = await person('郑一（故事）', 'community-worker', place);
  const officer = await person('钱二（故事）', 'government-officer', place);
  const child = { ...moderator.ctx(), actor: visitor, child: { childId: null, codeId: null, regionCode: place, layer: 'primary' as const } };
  await submitSuggestion(child, { topic: 'other', text: disclosed, pictures: [], plate: '' });

  const { page, troubles } = await visit({ width: 360, scripts: false });
  await signIn(page, moderator, `/work/${place}/children/moderation`);
  await press(page.locator('main a.btn').first());
  await expect.poll(() => page.locator('mark.urgent').count(), { message: 'what may be harm is marked' }).toBeGreaterThan(0);
  const grave = page.locator('details.grave');
  await expect.poll(() => grave.innerText(), { message: 'the card is open' }).toContain('不要问孩子');
  await grave.locator('[name=noticed]').fill('孩子写到被打，并被要求保密。');
  await grave.locator('button').click();
  await reads(page, '请不要问孩子');
  expect(await page.locator('main').innerText(), 'nothing of it is shown any more').not.toContain('打我');

  const desk = await visit();
  await signIn(desk.page, officer, '/account/inbox');
  await reads(desk.page, '儿童保护报告');
  expect(await desk.page.locator('main').innerText()).not.toContain('打我');
  const { rows } = await db.execute<{ link: string }>(sql`select link from messages where user_id = ${officer.id} and kind = 'protection-opened'`);
  const report = rows[0]!.link;
  expect((await page.goto(report))!.status(), 'the moderator does not read it').toBe(404);

  await desk.page.goto(report);
  await desk.page.locator('button[value=take]').waitFor();
  expect(await desk.page.locator('main').innerText()).not.toContain('打我');
  await desk.page.locator('button[value=take]').click();
  await desk.page.locator('main', { hasText: '已记下您知悉的时间' }).waitFor();
  await desk.page.locator('#reason').fill('上门前了解情况');
  await desk.page.locator('button[value=read]').click();
  await desk.page.locator('main', { hasText: disclosed }).waitFor();
  await expect.poll(() => desk.page.locator('aside').last().innerText(), { message: 'who read it and why' }).toContain('上门前了解情况');

  const facts = await db.execute<{ event: string }>(sql`select event from records where region_code = ${place} and event like 'protection.%' order by id`);
  expect(facts.rows.map(({ event }) => event)).toEqual(['protection.opened', 'protection.known', 'protection.read']);
  const [item] = (await db.execute<{ locked: boolean }>(sql`select is_locked as locked from moderation_items where region_code = ${place}`)).rows;
  expect(item).toEqual({ locked: true });
  expect([...troubles, ...desk.troubles]).toEqual([]);
});
