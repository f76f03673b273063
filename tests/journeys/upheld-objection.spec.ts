import { sql } from 'drizzle-orm';
import { describe, expect } from 'vitest';
import { demoPassword } from '#app/domain/base/accounts/model.ts';
import { noticesWords } from '#app/i18n/notices.ts';
import { objectionsWords } from '#app/i18n/objections.ts';
import { verifyWords } from '#app/i18n/verify.ts';
import { awake, confirm } from './desk-page.ts';
import { press, reads } from './reads.ts';
import { scannedOpinion } from './scan.ts';
import { signIn, test } from './story.ts';

const words = objectionsWords['zh-CN'];
const notices = noticesWords['zh-CN'];
const verify = verifyWords['zh-CN'];
const reason = '现场查看，活动室长期上锁，与申报不符，移出名单。';

describe('an objection that is upheld', () => {
  test('comes with evidence and without a script, changes the list for everybody, and a stranger verifies the new list', async ({ db, visit }) => {
    const { rows } = await db.execute<{ notice: string; application: string }>(sql`
      select n.id as notice, e.application_id as application from notices n join notice_entries e on e.notice_id = n.id
      where n.state = 'published' and e.region_code = '370102010' and e.state = 'standing' order by n.id limit 1`);
    const { notice, application } = rows[0]!;

    const visitor = await visit({ width: 360, scripts: false });
    await visitor.page.goto(`/notices/${notice}/objection`);
    await visitor.page.locator('select[name=applicationId]').selectOption(application);
    await visitor.page.locator('input[name=manner][value=named]').check();
    await visitor.page.locator('input[name=name]').fill('居民刘女士（示例）');
    await visitor.page.locator('input[name=contact]').fill('liu@example.cn');
    await visitor.page.locator('textarea[name=content]').fill('活动室一年来都锁着，孩子们没有地方去，附上照片，请到现场看一看。（示例）');
    await visitor.page.locator('input[name=evidence]').setInputFiles({ name: '照片说明.pdf', mimeType: 'application/pdf', buffer: await scannedOpinion() });
    await visitor.page.locator('form.narrow button').last().click();
    await visitor.page.waitForURL(/\/objections\/[0-9A-Z-]+/);
    const mine = new URL(visitor.page.url()).pathname;
    await reads(visitor.page, '照片说明.pdf');
    const receipt = await visitor.page.request.get(`${mine}/receipt.pdf`);
    expect([receipt.status(), (await receipt.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-']);

    const { page, troubles } = await visit();
    await signIn(page, { username: 'office-check' }, `/desk/objections?notice=${notice}&state=received`, demoPassword);
    await page.locator('a[href^="/desk/objections/"]').first().click();
    await page.waitForURL(/\/desk\/objections\/[0-9a-f-]{36}/);
    await awake(page);
    await reads(page, '活动室一年来都锁着');
    expect(await page.locator('main').innerText()).not.toContain('刘女士');
    await confirm(page, words.desk.openIdentity, async (asked) => asked.locator('textarea[name=reason]').fill('需要联系提出人约定现场查看的时间。'));
    await page.getByText('liu@example.cn').waitFor();
    await confirm(page, words.desk.decide, async (asked) => {
      await asked.locator('select[name=outcome]').selectOption('upheld');
      await asked.locator('select[name=effect]').selectOption('entry-removed');
      await asked.locator('textarea[name=findings]').fill('两次到现场，活动室都上锁，开放记录空白。');
      await asked.locator('input[name=rule]').fill('问答 8：公示期内异议成立的，取消资格');
      await asked.locator('textarea[name=answer]').fill(reason);
    });
    await page.getByText(words.outcomes.upheld).first().waitFor();

    await visitor.page.goto(mine);
    await reads(visitor.page, words.effects['entry-removed']);
    await visitor.page.goto(`/notices/${notice}`);
    await reads(visitor.page, notices.removedBecause(reason));
    await reads(visitor.page, notices.firstVersion);

    const stranger = await visit({ scripts: false });
    const file = await (await stranger.page.request.get(`/notices/${notice}/versions/2/notice.json`)).body();
    const brought = async (buffer: Buffer) => {
      await stranger.page.goto('/verify');
      await stranger.page.locator('input[name=file]').setInputFiles({ name: 'notice.json', mimeType: 'application/json', buffer });
      await press(stranger.page.getByRole('button', { name: verify.fileGo }));
      await stranger.page.locator('main .edition').waitFor();
      return stranger.page.locator('main').innerText();
    };
    expect(await brought(file)).toContain(verify.yes);
    expect(await brought(Buffer.from(file.toString('utf8').replace('上锁', '开门')))).toContain(verify.no);
    expect([...troubles, ...visitor.troubles, ...stranger.troubles]).toEqual([]);
  });
});
