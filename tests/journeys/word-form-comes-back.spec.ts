import { expect } from 'vitest';
import { rewritten } from '../office-files.ts';
import { startApplication } from './apply-page.ts';
import { openCall } from './calls.ts';
import { reads } from './reads.ts';
import { signIn, test } from './story.ts';

const unit = { name: '夫子庙街道', code: '320104002' };
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

test('An officer fills in the Word form, brings it back without scripts, takes what is right and undoes it', async ({ db, visit, person }) => {
  const callId = await openCall(db);
  const officer = await person('周文（故事）', 'government-officer', unit.code);
  const { page, troubles } = await visit({ scripts: false, width: 360 });
  await signIn(page, officer, '/apply');
  const id = await startApplication(page, callId, unit);

  await page.goto(`/apply/${id}/import`);
  const href = await page.locator('nav a[href$=".docx"]').getAttribute('href');
  const file = await (await page.request.get(href!)).body();
  const answered = (tag: string, text: string) => (xml: string) => {
    const at = xml.indexOf(`<w:tag w:val="q:${tag}"/>`);
    const gap = xml.indexOf('<w:t xml:space="preserve">', at) + '<w:t xml:space="preserve">'.length;
    return xml.slice(0, gap) + text + xml.slice(xml.indexOf('</w:t>', gap));
  };
  const filled = [answered('leader-name', '李敏'), answered('leader-duty', '党委副书记'), answered('population', '十二万')].reduce<Uint8Array>(
    (content, change) => rewritten(content, 'word/document.xml', change),
    new Uint8Array(file),
  );

  await page.locator('input[type=file]').setInputFiles({ name: '照片.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('x') });
  await page.locator('button[value=read]').click();
  await reads(page.locator('[role=alert]'), '.docx');

  await page.locator('input[type=file]').setInputFiles({ name: '申报表.docx', mimeType: word, buffer: Buffer.from(filled) });
  await page.locator('button[value=read]').click();
  await reads(page.locator('[role=alert]'), '第三部分 9.1 常住人口');
  await expect.poll(() => page.locator('input[name=take]:checked').count()).toBe(2);
  await page.locator('button[value=take]').click();
  await page.waitForURL(/\?written=2$/);

  await page.goto(`/apply/${id}/people-in-charge`);
  await expect.poll(() => page.locator('[name="q.leader-name"]').inputValue()).toBe('李敏');
  await page.goto(`/apply/${id}/import`);
  await page.locator('button[value=undo]').click();
  await page.waitForURL(/\?restored=2/);
  await page.goto(`/apply/${id}/people-in-charge`);
  expect(await page.locator('[name="q.leader-name"]').inputValue()).toBe('');
  expect(troubles).toEqual([]);
});
