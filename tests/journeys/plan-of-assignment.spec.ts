import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { demoPassword } from '#app/domain/base/accounts/model.ts';
import { assigningWords } from '#app/i18n/assigning.ts';
import type { Db } from '#app/db/db.server.ts';
import { anApplication } from '#tests/cycle.ts';
import { openCall } from './calls.ts';
import { awake, button, confirm, open } from './desk-page.ts';
import { signIn, test } from './story.ts';

const words = assigningWords['zh-CN'];
const units = ['340111400', '340111001', '340111005', '340111007'];

/** A call of its own with applications that passed the check. */
async function aCallToAssign(db: Db): Promise<string> {
  const { rows } = await db.execute<{ id: string }>(sql`
    insert into calls (title, title_en, region_code, edition_id, question_set_id, rubric_id, places, applicant_levels, opens_on, closes_on, state, "check", review, notice, created_by, created_at, published_at)
    select '分配的故事', 'A story of assigning', region_code, edition_id, question_set_id, rubric_id, places, applicant_levels, opens_on, opens_on, state, "check", review, notice, created_by, created_at, published_at
    from calls where id = ${await openCall(db)} returning id`);
  for (const regionCode of units) await anApplication(db, { callId: rows[0]!.id, status: 'complete', regionCode, applicantCode: '340111' });
  return rows[0]!.id;
}

describe('a plan of assignment', () => {
  test('is ordered, looked at, changed by keyboard, locked, and becomes assignments', async ({ db, visit }) => {
    const callId = await aCallToAssign(db);
    const { page, troubles } = await visit();
    await signIn(page, { username: 'office' }, `/desk/calls/${callId}`, demoPassword);
    await open(page, `/desk/calls/${callId}/assigning`);
    await page.locator('[name=leastLoad]').fill('9');
    await page.locator('[name=mostLoad]').fill('4');
    await button(page, words.order).click();
    await page.getByText('至少的份数不能多于至多的份数').first().waitFor();
    await page.locator('[name=leastLoad]').fill('0');
    await button(page, words.order).click();

    await button(page, words.lock).waitFor();
    const rows = page.locator('.assigning-pairs tbody > tr');
    await expect.poll(() => rows.count()).toBe(units.length);
    await expect.poll(() => page.locator('.assigning-pairs .team > li').count()).toBe(units.length * 3);
    await expect.poll(() => page.locator('.team small').first().textContent()).toContain('专业');

    await rows.first().getByRole('link', { name: words.change }).press('Enter');
    const choose = page.locator('.assigning-choices li button');
    await choose.first().waitFor();
    await awake(page);
    await choose.first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByText(words.reason.byHand).first().waitFor();

    await confirm(page, words.lock);
    await page.getByText(words.carriedOut(units.length * 3 + 1, 0)).first().waitFor();
    const { rows: made } = await db.execute<{ n: number }>(sql`select count(*)::int as n from assignments s join applications p on p.id = s.application_id where p.call_id = ${callId} and s.state = 'assigned'`);
    expect(made[0]!.n).toBe(units.length * 3 + 1);
    expect(troubles.filter((trouble) => !trouble.includes(': 400 for ')), 'nothing but the form that came back').toEqual([]);
  });
});
