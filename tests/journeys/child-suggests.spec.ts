import { eq } from 'drizzle-orm';
import { expect } from 'vitest';
import { issueCode } from '#app/domain/children/identity/issue-code.ts';
import { approveItem } from '#app/domain/children/moderation/approve.ts';
import { settleFaces } from '#app/domain/children/moderation/faces.ts';
import { moderationFiles, moderationItems } from '#app/domain/children/moderation/tables.server.ts';
import { plateReading } from '#app/domain/children/suggestions/plate-reading.ts';
import { suggestions } from '#app/domain/children/suggestions/tables.server.ts';
import type { Db } from '#app/db/db.server.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { comeAsChild } from './as-child.ts';
import { press, reads } from './reads.ts';
import { type Person, signIn, test } from './story.ts';

const binhu = '340111400';
const desk = `/work/${binhu}/children/suggestions`;

async function approveAll(db: Db, reader: Person, said: string): Promise<void> {
  const [row] = await db.select().from(suggestions).where(eq(suggestions.text, said));
  const items = (await db.select().from(moderationItems).where(eq(moderationItems.state, 'waiting'))).filter(({ subjectId, kind, from }) => subjectId === row!.id || (kind === 'answer' && from === 'adult'));
  for (const { id, regionCode } of items.filter((item) => item.regionCode === binhu)) {
    for (const { fileId } of await db.select().from(moderationFiles).where(eq(moderationFiles.itemId, id))) await settleFaces(reader.ctx(), { regionCode, id }, fileId, 'none');
    await approveItem(reader.ctx(), { regionCode, id }, { labels: [], looked: 'no' });
  }
}

test('A girl of nine suggests a crossing light with a drawing, and hears when it is built', async ({ db, visit, person }) => {
  const worker = await person('王小艺', 'community-worker', binhu);
  const { page: girl, troubles } = await visit({ width: 390 });
  await comeAsChild(girl, '/child/say');
  await girl.locator('label:has(input[value=way-to-school])').click();
  await girl.locator('details[data-needs=draw] summary').click();
  await girl.locator('canvas').scrollIntoViewIfNeeded();
  const canvas = (await girl.locator('canvas').boundingBox())!;
  await girl.mouse.move(canvas.x + 40, canvas.y + 40);
  await girl.mouse.down();
  await girl.mouse.move(canvas.x + 160, canvas.y + 120, { steps: 6 });
  await girl.mouse.up();
  await girl.locator('.way.made[data-needs=draw]').waitFor();
  await girl.locator('#text').fill('我家电话 13800001111。');
  await girl.locator('form[data-say-form] > .row button').click();
  await girl.locator('#text-problem').waitFor();
  expect(await girl.locator('input[name=drawing]').evaluate((field: HTMLInputElement) => field.files!.length), 'a question back takes no drawing away').toBe(1);
  const words = '大路口没有灯，我和妹妹不敢过。';
  await girl.locator('#text').fill(words);
  const plate = (await girl.locator('.plate .code').innerText()).trim();
  await girl.context().setOffline(true);
  await girl.locator('form[data-say-form] > .row button').click();
  await girl.locator('[data-say-line]:not([hidden])').waitFor();
  await expect.poll(() => girl.locator('#text').inputValue(), { message: 'nothing is lost without a network' }).toBe(words);
  await girl.context().setOffline(false);
  await girl.locator('form[data-say-form] > .row button').click();
  await girl.waitForURL(/\/child\/said\/.+new=yes/);
  await expect.poll(() => girl.locator('.plate .code').innerText().then((shown) => shown.trim())).toBe(plate);
  expect(decodeURIComponent(girl.url()), 'the address holds no plate').not.toContain(plate.split('·')[0]);
  expect(await girl.evaluate(() => sessionStorage.length + localStorage.length), 'nothing stays on the device').toBe(0);
  await girl.locator('.ownfiles img').waitFor();

  const { page: staff, troubles: atWork } = await visit();
  await signIn(staff, worker, desk);
  await press(staff.getByRole('link', { name: words }));
  await staff.locator('.saidfiles img').waitFor();
  await press(staff.getByRole('button', { name: '看到了' }));
  await staff.locator('input[name=outcome][value=adopted]').check();
  await staff.locator('#reason').selectOption('can-do');
  await staff.locator('#owner').fill('刘警官');
  await staff.locator('#dueOn').fill(addDays(beijingDay(new Date()), 14));
  await staff.locator('#text').fill('依据道路交通安全设施设置相关规范要求，我单位将会同有关职能部门统筹推进信号灯建设工作。');
  await staff.locator('form:has(input[name=deed][value=answer]) button').last().click();
  await staff.getByText('这几句孩子可能看不懂').waitFor();
  await staff.locator('#text').fill('你说得对。我们请交警来装灯。');
  await staff.locator('form:has(input[name=deed][value=answer]) button').last().click();
  await staff.locator('#start-text').waitFor();

  const track = async () => {
    await girl.goto('/child/said');
    await girl.locator('#plate').fill(plate.replaceAll('·', ' '));
    await girl.locator('form:has(#plate) button').click();
    await girl.waitForURL(/\/child\/said\/.+/);
  };
  await track();
  await reads(girl.locator('.ans').first(), '王老师');
  await girl.locator('label:has(input[value=understood])').click();
  await girl.locator('form:has(#more) button').click();
  await girl.waitForURL(/told=thanks/);

  await staff.locator('#start-text').fill('刘警官来量过路口了。');
  await press(staff.locator('form:has(#start-text) button'));
  expect(await staff.locator('#start-text').count(), 'it is said once').toBe(0);
  await staff.locator('#finish-text').fill('灯装好了。过马路看绿灯。');
  await staff.locator('#photo').setInputFiles({ name: 'light.png', mimeType: 'image/png', buffer: await picture() });
  await staff.locator('#rung').selectOption('5');
  await press(staff.locator('form:has(#finish-text) button'));
  await expect.poll(() => staff.locator('.foursquares .done').count()).toBe(4);

  await track();
  await girl.locator('.path .ownfiles img').waitFor();
  await girl.locator('label:has(input[value=better])').click();
  await girl.locator('form:has(#more) button').click();
  await girl.waitForURL(/told=thanks/);
  await staff.reload();
  await reads(staff, '真的变好了');

  const { page: anybody } = await visit();
  await anybody.goto(`/communities/${binhu}/voices`);
  expect(await anybody.locator('main').innerText(), 'nobody else has read it yet').not.toContain(words);
  await approveAll(db, worker, words);
  await expect.poll(async () => (await anybody.goto(`/communities/${binhu}/voices?again=${Math.random()}`), anybody.locator('main').innerText())).toContain(words);
  expect([...troubles.filter((trouble) => !trouble.includes('ERR_INTERNET_DISCONNECTED')), ...atWork]).toEqual([]);
});

test('A boy without scripts says it by pictures, reads the answer, and takes it back: it is gone', async ({ db, visit, person }) => {
  const worker = await person('方阿姨', 'community-worker', binhu);
  const { page } = await visit({ scripts: false, width: 360 });
  await comeAsChild(page, '/child/say');
  await page.locator('label:has(input[value=lamps])').click();
  await page.locator('details.way:has(input[value=dark]) summary').click();
  await page.locator('label:has(input[value=dark])').click();
  await page.locator('input[name=photo]').setInputFiles({ name: 'lamp.png', mimeType: 'image/png', buffer: await picture() });
  const text = '我家电话 13800001111，这里太黑了。';
  await page.locator('#text').fill(text);
  await page.locator('form[data-say-form] button:not([type])').click();
  await page.locator('#text-problem').waitFor();
  await page.locator('#text').fill('这里太黑了，我不敢走。');
  await page.locator('form[data-say-form] button:not([type])').click();
  await page.waitForURL(/\/child\/said\/.+/);
  const [row] = await db.select().from(suggestions).where(eq(suggestions.text, '这里太黑了，我不敢走。'));
  expect(row).toMatchObject({ pictures: ['dark'], childId: null });
  const ticket = new URL(page.url()).pathname;
  await page.goto(`${ticket}/take-back`);
  await page.locator('form button').last().click();
  await page.waitForURL(/gone=yes/);
  expect(await db.select().from(suggestions).where(eq(suggestions.id, row!.id))).toEqual([]);
  const { page: staff } = await visit();
  await signIn(staff, worker, `${desk}?text=${encodeURIComponent('不敢走')}`);
  await reads(staff, '没有这样的建议');
});

test('A child of four taps pictures, three on a screen, with a grown-up and without scripts; the letters of the plate lead back', async ({ db, visit, person }) => {
  const worker = await person('许老师', 'community-worker', binhu);
  const today = beijingDay(new Date());
  const { code } = await issueCode(worker.ctx(), binhu, { layer: 'with-grown-up', label: '托班', validFrom: today, validTo: addDays(today, 7), mostUses: undefined });
  const { page } = await visit({ scripts: false, width: 360 });
  await comeAsChild(page, '/child/say', code);
  await expect.poll(() => page.locator('.pick a').count()).toBe(3);
  await press(page.locator('.card .row a').first());
  await press(page.locator('.pick a[href="?topic=lamps"]'));
  await expect.poll(() => page.locator('.pick a').count()).toBe(3);
  await press(page.locator('.card .row a').first());
  await press(page.locator('.pick a[href="?topic=lamps&picture=dark"]'));
  await expect.poll(() => page.locator('.picked svg').count(), { message: 'what was tapped is seen once more' }).toBe(2);
  const small = await page.locator('form[data-say-form] :is(.btn, summary)').evaluateAll((all) => all.filter((one) => one.checkVisibility() && one.getBoundingClientRect().height < 64).length);
  expect(small, 'every target is large').toBe(0);
  await page.locator('.way:has(input[name=photo]) > summary').click();
  const photo = page.locator('.way[open]:has(input[name=photo])');
  await expect.poll(() => photo.locator('input[name=photo]').isVisible()).toBe(true);
  expect(await photo.locator('[data-shown], [data-drop]').evaluateAll((all) => all.map((one) => one.checkVisibility())), 'no picture and nothing to throw away before one is chosen').toEqual([false, false]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 'nothing stands out of the page').toBe(0);
  await page.locator('form[data-say-form] > .row button').click();
  await page.waitForURL(/\/child\/said\/.+new=yes/);
  const plate = (await page.locator('.plate .code').innerText()).trim();
  await page.goto('/child/said');
  await page.locator('#plate').fill(plateReading(plate));
  await page.locator('form:has(#plate) button').click();
  await page.waitForURL(/\/child\/said\/.+/);
  const rows = await db.select().from(suggestions).where(eq(suggestions.layer, 'with-grown-up'));
  expect(rows.filter(({ topic, pictures, text, childId }) => topic === 'lamps' && pictures.join() === 'dark' && text === '' && childId === null)).toHaveLength(1);
});

test('A class of forty speaks at once: forty plates, none twice, and nobody is turned away', async ({ db, site, visit }) => {
  const { page } = await visit();
  await comeAsChild(page, '/child/say');
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const before = await db.$count(suggestions);
  const plates = await Promise.all(Array.from({ length: 40 }, async (_, at) => {
    const form = new FormData();
    form.set('topic', 'play');
    form.set('text', `第 ${at + 1} 个人：想要一个新的球筐。`);
    form.set('drawing', new Blob([new Uint8Array(await picture())], { type: 'image/png' }), 'drawing.png');
    const answer = await fetch(`${site.url}/child/say`, { method: 'POST', body: form, redirect: 'manual', headers: { cookie, origin: site.url, 'sec-fetch-site': 'same-origin' } });
    if (answer.status >= 400) throw new Error(`${answer.status} ${(await answer.text()).slice(0, 200)}`);
    return answer.headers.get('location')!;
  }));
  expect(new Set(plates).size).toBe(40);
  expect(await db.$count(suggestions)).toBe(before + 40);
  expect(new Set((await db.select({ sign: suggestions.plateSign }).from(suggestions)).map(({ sign }) => sign)).size).toBe(before + 40);
});

async function picture(): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  return sharp({ create: { width: 320, height: 200, channels: 3, background: '#ffc84a' } }).png().toBuffer();
}
