import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { demoPassword } from '#app/domain/base/accounts/model.ts';
import { reportWords } from '#app/i18n/reports.ts';
import { awake, button } from './desk-page.ts';
import { reads } from './reads.ts';
import { signIn, test, until } from './story.ts';

const words = reportWords['zh-CN'];
const mended = '七月五日至八月二十日办了两期暑期托管，每期四十人。（示例）';

describe('a progress report', () => {
  test('that came back is put right on a phone without a script, handed in with a receipt, accepted at the desk, and read by everybody', async ({ db, visit }) => {
    const { rows } = await db.execute<{ id: string; place: string }>(sql`select id, region_code as place from progress_reports where state = 'returned' order by id limit 1`);
    const { id, place } = rows[0]!;
    const at = `/work/${place}/reports/${id}`;

    const phone = await visit({ width: 360, scripts: false });
    await signIn(phone.page, { username: 'hongshan' }, '/work', demoPassword);
    await phone.page.locator(`a[href="${at}"]`).first().click();
    const form = phone.page.locator('main');
    await reads(form, '请补上暑期托管的起止日期和人数。');
    await reads(form, '来自');
    await phone.page.locator('[id="q-done"]').fill(mended);
    await phone.page.locator('.savebar button[name=go][value=save]').click();
    await phone.page.waitForURL(/\?saved/);
    await phone.page.locator('button[name=go][value=check]').click();
    await phone.page.waitForURL(/\?sent/);
    await reads(form, words.handedIn);
    const pdf = await phone.page.request.get(`${at}/report.pdf`);
    expect([pdf.status(), (await pdf.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-']);

    const { page, troubles } = await visit();
    await signIn(page, { username: 'office-check' }, '/desk/progress-reports?state=handed-in', demoPassword);
    await page.locator(`a[href="/desk/progress-reports/${place}/${id}"]`).click();
    await page.waitForURL(new RegExp(id));
    await awake(page);
    await reads(page, mended);
    await page.locator('textarea[name=note]').fill('谢谢，写得很清楚。（示例）');
    await button(page, words.desk.accept).click();
    await page.getByText(words.states.accepted).first().waitFor();
    expect(troubles).toEqual([]);

    const visitor = await visit({ scripts: false });
    await visitor.page.goto(`/communities/${place}`);
    await reads(visitor.page, mended);
  });

  test('saves itself while it is typed, and keeps what two people write at once', async ({ db, visit, person }) => {
    const { rows } = await db.execute<{ id: string; place: string }>(sql`select id, region_code as place from progress_reports where state = 'open' order by id limit 1`);
    const { id, place } = rows[0]!;
    const answer = async () => (await db.execute<{ value: string; rivals: { value: string }[] }>(sql`select value, rivals from report_answers where report_id = ${id} and question_id = 'done'`)).rows[0];
    const [first, other] = [await person('甲', 'government-officer', place.slice(0, 9)), await person('乙', 'community-worker', place)];
    const [one, two] = [await visit(), await visit({ width: 360 })];
    for (const [{ page }, who] of [[one, first], [two, other]] as const) await signIn(page, who, `/work/${place}/reports/${id}`);
    await one.page.locator('[id="q-done"]').fill('甲写的进展。（示例）');
    await until(async () => (await answer())?.value === '甲写的进展。（示例）', 'the first text is saved by itself');
    await two.page.locator('[id="q-done"]').fill('乙写的进展。（示例）');
    await two.page.locator('[data-question=done] [data-conflict]').waitFor();
    await reads(two.page.locator('[data-question=done] [data-conflict]'), '甲写的进展。');
    expect((await answer())?.rivals.map(({ value }) => value)).toEqual(['乙写的进展。（示例）']);
    await two.page.locator('[data-question=done] [data-conflict] button').last().click();
    await until(async () => { const now = await answer(); return now?.value === '乙写的进展。（示例）' && now.rivals.length === 0; }, 'the chosen text counts');
    expect([...one.troubles, ...two.troubles]).toEqual([]);
  });
});
