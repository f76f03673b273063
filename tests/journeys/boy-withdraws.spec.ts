import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { expect } from 'vitest';
import { inside } from '#app/db/sealed.ts';
import type { Db } from '#app/db/db.server.ts';
import { demoPassword } from '#app/domain/base/accounts/model.ts';
import { submitSuggestion } from '#app/domain/children/suggestions/submit-suggestion.ts';
import { topics } from '#app/domain/children/suggestions/model.ts';
import { visitor } from '#app/platform/ctx.ts';
import { aDrawing } from '#tests/suggestions.ts';
import { comeWithCard } from './as-child.ts';
import { press, reads } from './reads.ts';
import { signIn, test, until } from './story.ts';

const community = '340111400';
const families = `/work/${community}/children/families`;
const words = '楼下的秋千一直响，佟小北听得见';
const pictures = ['boat', 'cat', 'moon', 'fish'];

/** 库里的每一个字: every row of every table the app can read, and of the sealed room. */
async function dumpOf(db: Db): Promise<string> {
  const texts: string[] = [];
  const take = async (at: Db, schema: string) => {
    const { rows } = await at.execute<{ name: string }>(sql`select table_name as name from information_schema.tables where table_schema = ${schema} and table_type = 'BASE TABLE' and has_table_privilege(format('%I.%I', table_schema, table_name), 'select')`);
    for (const { name } of rows.filter((row) => !['regions', 'region_lineage', 'region_editions'].includes(row.name))) {
      const { rows: found } = await at.execute<{ text: string }>(sql`select t::text as text from ${sql.identifier(schema)}.${sql.identifier(name)} t`);
      texts.push(...found.map((row) => `${schema}.${name} ${row.text}`));
    }
  };
  await take(db, 'public');
  await inside(db, 'identity', (sealed) => take(sealed, 'identity'));
  return texts.join('\n');
}

test('A boy of nine comes in with his card, takes back what he agreed to, and is truly gone when his father deletes him', async ({ db, site, visit }) => {
  const worker = await visit();
  await signIn(worker.page, { username: 'binhu-worker' }, families, demoPassword);
  await worker.page.locator('#name').fill('佟大河（故事）');
  await worker.page.locator('#isChecked').check();
  await press(worker.page.getByRole('button', { name: '开邀请条' }));
  const slip = await worker.page.locator('tr:has-text("佟大河") .codewords').innerText();

  const father = await visit();
  const { page } = father;
  await page.goto('/family/join');
  for (const [name, value] of [['code', slip], ['username', 'tong-dahe'], ['password', 'kite-over-the-lake'], ['again', 'kite-over-the-lake']]) await page.locator(`#${name}`).fill(value!);
  await page.getByRole('button', { name: '开户' }).click();
  await page.waitForURL(/sign-in/);
  await signIn(page, { username: 'tong-dahe' }, '/family', 'kite-over-the-lake');

  await page.goto('/family/new');
  // CN-05: what must be told before somebody agrees; CN-02: nothing is chosen beforehand, and a no is as large as a yes.
  for (const heading of ['为什么用、怎么用、用到哪里', '可以不同意', '不同意会怎样', '存在哪里', '存多久，之后怎样', '怎样保护', '怎样查看、更正、删除、撤回', '投诉和联系人', '孩子自己怎么说']) await reads(page, heading);
  expect(await page.locator('form input[type=radio]:checked').count()).toBe(0);
  await expect.poll(() => page.locator('form input[type=radio][value=no]').count()).toBe(await page.locator('form input[type=radio][value=yes]').count());
  await page.locator('#name').fill('佟小北');
  await page.locator('#nickname').fill('北极熊宝宝');
  await page.locator('#birthday').fill(`${new Date().getFullYear() - 9}-01-02`);
  await page.locator('#relation').selectOption('father');
  for (const name of ['registrationGuardian', 'registrationChild', 'participationGuardian', 'participationChild']) await page.locator(`input[name=${name}][value=yes]`).check();
  await page.getByRole('button', { name: '登记' }).click();
  await page.waitForURL(/\/card$/);
  const childId = new URL(page.url()).pathname.split('/')[2]!;
  for (const [at, one] of pictures.entries()) await page.locator(at ? `#pictures-${at + 1}` : '#pictures').selectOption(one);
  await press(page.getByRole('button', { name: '做卡' }));
  const card = await page.locator('.codewords').innerText();

  const boy = await visit({ width: 360, scripts: false });
  await comeWithCard(boy.page, '/child/me', card, pictures);
  await reads(boy.page, '北极熊宝宝');
  expect(await boy.page.locator('main').innerText()).not.toContain('佟小北');
  const here = { childId, codeId: null, regionCode: community, layer: 'primary' as const };
  await submitSuggestion({ actor: visitor, child: here, db, now: new Date(), locale: 'zh-CN', requestId: 'story' }, { topic: topics[0], text: words, pictures: [], plate: '' }, [{ kind: 'drawing', content: await aDrawing('#123456') }]);
  const { rows: [drawn] } = await db.execute<{ key: string }>(sql`select f.sha256 as key from files f join suggestion_files sf on sf.file_id = f.id join suggestions s on s.id = sf.suggestion_id where s.child_id = ${childId}`);
  const stored = path.join(site.files, drawn!.key.slice(0, 2), drawn!.key.slice(2, 4), drawn!.key);
  expect(existsSync(stored)).toBe(true);

  // One press, and it has stopped.
  await boy.page.locator('form:has(input[value=participation]) button').click();
  await boy.page.waitForURL(/news=withdrawn/);
  expect((await db.execute(sql`select child_may(${childId}, 'participation') as may`)).rows).toEqual([{ may: false }]);

  await page.goto(`/family/${childId}`);
  const [copy] = await Promise.all([page.waitForEvent('download'), page.locator('a[href$="copy.json"]').click()]);
  const held = await readFile(await copy.path(), 'utf8');
  expect([held.includes('佟小北'), held.includes(words)], 'CN-08: the copy holds all of it').toEqual([true, true]);
  const pdf = await page.request.get(`/family/${childId}/files/copy.pdf`);
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');

  await page.locator('#sure').check();
  await page.getByRole('button', { name: '彻底删除' }).click();
  await page.waitForURL(/news=erased/);
  await boy.page.goto('/child/me');
  expect(new URL(boy.page.url()).pathname, 'his telephone is out').toBe('/child/enter');
  await until(async () => (await db.execute(sql`select 1 from records where event = 'child.forgotten' and subject_id = ${childId}`)).rows[0], 'every room has forgotten him');
  await until(async () => !existsSync(stored), 'the drawing has left the store');

  const dump = await dumpOf(db);
  expect(dump.split('\n').filter((line) => /佟小北|北极熊宝宝|秋千一直响/.test(line))).toEqual([]);
  const left = new Set(dump.split('\n').filter((line) => line.includes(childId)).map((line) => line.split(' ')[0]));
  expect([...left].filter((table) => !['public.records', 'public.erasures', 'public.outbox'].includes(table!)), 'only the opaque id stands in the records and on the list').toEqual([]);
  expect(await readFile(path.join(site.files, 'erasures.txt'), 'utf8')).toContain(childId);
  await worker.page.goto(`/search?q=${encodeURIComponent('秋千一直响')}`);
  expect(await worker.page.locator('body').innerText()).not.toContain('佟小北');
  expect([...worker.troubles, ...father.troubles, ...boy.troubles]).toEqual([]);
});
