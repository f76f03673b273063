import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sql } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { decideMeasure } from '#app/domain/pilot/certification/decide-measure.ts';
import { openMeasure } from '#app/domain/pilot/certification/open-measure.ts';
import { press, reads } from './reads.ts';
import { signIn, test } from './story.ts';

const folder = mkdtempSync(join(tmpdir(), 'tongyou-certificate-'));

async function verdictOf(page: Page, path: string): Promise<string> {
  await page.goto('/verify-certificate');
  await page.locator('input[name=file]').setInputFiles(path);
  await press(page.locator('form:has(input[name=file]) button'));
  return page.locator('.verdict h2, .edition.bad').first().innerText();
}

test('A stranger checks a certificate by number, by file and without a network, and sees within a moment that it was withdrawn', async ({ db, site, visit, person }) => {
  const { rows } = await db.execute<{ id: string; number: string; unit: string }>(sql`
    select id, number, content ->> 'unit' as unit from certificates c where state = 'valid' and issued_on <= current_date and not exists (select from certificate_measures m where m.certificate_id = c.id) order by number desc limit 1`);
  const { id, number, unit } = rows[0]!;
  const { page, troubles } = await visit({ scripts: false, width: 360 });
  await page.goto('/verify-certificate');
  await page.locator('input[name=number]').fill(number.toLowerCase().replaceAll('-', ' '));
  await page.locator('form:has(input[name=number]) button').click();
  await page.waitForURL(`**/certificates/${number}`);
  await expect.poll(() => page.locator('.verdict h2').innerText()).toBe('有效');
  await reads(page, unit);

  const scan = new FormData();
  scan.set('file', new Blob([new Uint8Array(3_000_000)]), 'scan.pdf');
  const told = await fetch(`${site.url}/verify-certificate`, { method: 'POST', body: scan, headers: { Origin: site.url } });
  expect([told.status, (await told.text()).includes('文件超过 1.5 MB')]).toEqual([200, true]);

  const kept = async (name: string, address: string) => {
    const answer = await fetch(`${site.url}${address}`);
    expect(answer.status).toBe(200);
    writeFileSync(join(folder, name), Buffer.from(await answer.arrayBuffer()));
    return join(folder, name);
  };
  const paper = await kept('paper.pdf', `/certificates/${number}/certificate.pdf`);
  const credential = await kept('credential.json', `/certificates/${number}/credential.json`);
  const checker = await kept('checker.html', '/verify-certificate/offline.html');
  const forged = join(folder, 'forged.json');
  writeFileSync(forged, JSON.stringify({ ...(await (await fetch(`${site.url}/certificates/${number}/credential.json`)).json() as object), validUntil: '2099-12-31T00:00:00+08:00' }));
  expect([await verdictOf(page, paper), await verdictOf(page, credential), await verdictOf(page, forged)]).toEqual(['有效', '有效', '不真实']);
  expect(await verdictOf(page, checker)).toContain('这个文件不是证书凭证');

  const offline = await visit();
  await offline.page.context().setOffline(true);
  await offline.page.goto(pathToFileURL(checker).href);
  const alone = async (path: string) => {
    await offline.page.locator('#file').setInputFiles(path);
    return offline.page.locator('#answer h2').innerText();
  };
  expect([await alone(paper), await alone(forged), await alone(credential)]).toEqual(['有效', '不真实', '有效']);
  await reads(offline.page.locator('#answer'), number);

  const [proposer, decider] = [await person('提出人（故事）', 'programme-officer', '*'), await person('决定人（故事）', 'programme-officer', '*')];
  const measure = await openMeasure(proposer.ctx(), id, { kind: 'withdraw', to: '', grounds: '故事里的证书：申报材料经核实不属实，情节严重。', isInterim: true });
  expect(await verdictOf(page, credential)).toBe('暂停');
  await decideMeasure(decider.ctx(new Date(Date.now() + 40 * 86_400_000)), measure, { outcome: 'taken', reason: '故事里的决定：情况属实，撤销证书。' });
  expect([await verdictOf(page, paper), await verdictOf(page, credential)]).toEqual(['已撤销', '已撤销']);
  await page.goto(`/certificates/${number}`);
  await reads(page.locator('.verdict'), '故事里的决定');
  expect((await fetch(`${site.url}/certificates/${number}/certificate.pdf`)).status).toBe(410);
  const list = await fetch(`${site.url}/credentials/status/revocation-0.json`);
  expect(list.headers.get('cache-control')).toBe('public, max-age=30');

  await kept('checker.html', '/verify-certificate/offline.html');
  await offline.page.goto(pathToFileURL(checker).href);
  expect(await alone(paper)).toBe('已撤销或已换证');
  expect([...troubles, ...offline.troubles]).toEqual([]);

  const desk = await visit();
  await signIn(desk.page, decider, `/desk/certificates/${id}`);
  await reads(desk.page.locator('main, .pane').first(), number);
});
