import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { demoPassword } from '#app/domain/base/accounts/model.ts';
import { tidyPlate } from '#app/domain/children/suggestions/plate.ts';
import type { Db } from '#app/db/db.server.ts';
import { demoCodes } from '#seed/demo/families.ts';
import { comeAsChild, comeWithCard } from './as-child.ts';
import { walks, type Walk } from './site-map.ts';
import { signIn, type Visit } from './story.ts';
import { writtenByNobody } from './written.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const levels = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];
const isDesk = ({ path }: Walk) => path.startsWith('/desk');
const [desk, phone] = [{ width: 1440, height: 900 }, { width: 360, height: 780 }];

/** 一看就走: no page of a walk lives long enough for its scripts to be worth compiling well. */
export const passingBy = ['--js-flags=--no-opt'];

/** What a public page may weigh on the wire, pictures left out. */
const mostBytes = 60 * 1024;

/** 每一页 of the site map, as somebody who may see it, in one language: what is wrong with any of them. Barriers are looked for at a desk in English and on a phone in Chinese. */
export async function faultsOfEveryPage(lang: 'zh-CN' | 'en', db: Db, visit: (coming: { lang: 'zh-CN' | 'en' }) => Promise<Visit>): Promise<string[]> {
  const faults: string[] = [];
  const visits = new Map<string, Visit>();
  const bare: Bare = { names: new Map(), texts: new Map() };
  for (const walk of await walks(db)) {
    const visited = visits.get(walk.who) ?? (await arrive(visit, walk.who, lang));
    visits.set(walk.who, visited);
    for (const fault of await look(visited, walk, lang, bare)) faults.push(`${walk.path} (${walk.who || 'visitor'}): ${fault}`);
  }
  return [...faults, ...(await placesIn(db, bare)), ...(await ownChinese(db, bare))];
}

/** Chinese that an English page shows without saying that it is Chinese, name by name and text by text, and where. */
type Bare = Record<'names' | 'texts', Map<string, Set<string>>>;

const note = (where: Map<string, Set<string>>, found: string, path: string) => where.set(found, (where.get(found) ?? new Set()).add(path));

/** What an English page may show in Chinese though no column holds it: names of the language, words of forms as offices write them, codes that are read out, and what lies sealed. */
const known = [
  '中文', '重点任务', '指标名称', '计量单位', '牵头单位', '配合单位', '完成时限', '具体任务', '市妇联牵头，市民政局配合', '小雨点', '小太阳',
  '孩子的问卷会不会交给学校？（示例）', '为孩子办理观察员证，需要核对姓名（示例）', demoCodes.class, demoCodes.teenClass, demoCodes.card,
];
/** 风筝·海豚·云朵·27: a plate is made anew for every page that shows one. */
const isPlate = (text: string) => tidyPlate(text) !== undefined;

/** 页面自己说的中文: on an English page all Chinese is somebody's own words, a name or a title; what nobody has written the page says itself. */
async function ownChinese(db: Db, { texts }: Bare): Promise<string[]> {
  const own = await writtenByNobody(db, [...texts.keys()].filter((text) => !isPlate(text)), known);
  return [...own].map((text) => `${[...texts.get(text)!].slice(0, 3).join(' ')}: says in Chinese ${text.slice(0, 60)}`);
}

/** 没有译名的地名: places have English names; a page that quotes a paper or a person says that the name is Chinese. */
async function placesIn(db: Db, { names }: Bare): Promise<string[]> {
  const { rows } = await db.execute<{ name: string }>(sql`select distinct name from regions where name = any(${sql.param([...names.keys()])}::text[])`);
  return rows.map(({ name }) => `${[...names.get(name)!].slice(0, 5).join(' ')}: calls a place ${name}`);
}

async function arrive(visit: (coming: { lang: 'zh-CN' | 'en' }) => Promise<Visit>, who: string, lang: 'zh-CN' | 'en'): Promise<Visit> {
  const visited = await visit({ lang });
  await visited.page.addInitScript({ content: axe }); // once for all pages of this window, and compiled once
  if (who === 'child') await comeAsChild(visited.page);
  else if (who === 'child with a card') await comeWithCard(visited.page);
  else if (who) await signIn(visited.page, { username: who }, '/account', demoPassword);
  return visited;
}

async function look({ page, troubles }: Visit, walk: Walk, lang: 'zh-CN' | 'en', bare: Bare): Promise<string[]> {
  troubles.length = 0;
  const faults: string[] = [];
  const loads: { url: string; type: string; bytes: Promise<number> }[] = [];
  const weigh = (answer: Awaited<ReturnType<Page['waitForResponse']>>) => {
    const request = answer.request();
    loads.push({ url: answer.url(), type: request.resourceType(), bytes: request.sizes().then((sizes) => sizes.responseBodySize, () => 0) });
  };
  page.on('response', weigh);
  const answer = await page.goto(walk.path, { waitUntil: 'load' });
  page.off('response', weigh);

  const status = answer!.status();
  if (walk.pattern === '*' ? status !== 404 : status >= 400) faults.push(`status ${status}`);
  const said = await page.evaluate(() => ({
    lang: document.documentElement.lang, title: document.title, headings: document.querySelectorAll('h1').length, mains: document.querySelectorAll('main').length,
    scripts: [...document.scripts].map((script) => script.src || script.type || 'inline'),
  }));
  if (said.lang !== lang) faults.push(`its language says ${said.lang}`);
  if (said.title.trim() === '') faults.push('no title');
  if (said.headings !== 1) faults.push(`${said.headings} h1`);
  if (said.mains !== 1) faults.push(`${said.mains} main`);
  if (!isDesk(walk)) faults.push(...(await lightFaults(said.scripts, loads)));

  // A page comes at the width of the one before, so that every second one is met on a phone first.
  for (const size of page.viewportSize()?.width === phone.width ? [phone, desk] : [desk, phone]) {
    await page.setViewportSize(size);
    if (await overflows(page)) faults.push(`wider than ${size.width} px: ${await widest(page)}`);
    if (size === (lang === 'en' ? desk : phone)) faults.push(...(await barriers(page, size.width)));
    if (size === desk && lang === 'en') faults.push(...(await chineseLeft(page, walk, bare)));
  }
  return [...faults, ...troubles.map((trouble) => `console: ${trouble}`)];
}

/** Public pages send no React, and little of anything. */
async function lightFaults(scripts: string[], loads: { url: string; type: string; bytes: Promise<number> }[]): Promise<string[]> {
  const faults = scripts.filter((script) => /entry\.client|react|chunk|inline|manifest/.test(script)).map((script) => `sends ${script}`);
  const heavy = await Promise.all(loads.filter(({ type }) => type !== 'image').map(({ bytes }) => bytes));
  const sum = heavy.reduce((total, bytes) => total + bytes, 0);
  return sum > mostBytes ? [...faults, `${(sum / 1024).toFixed(1)} KB on the wire: ${heavy.join(' + ')}`] : faults;
}

const overflows = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1);

const widest = (page: Page) =>
  page.evaluate(() => {
    const out = [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1);
    return out.slice(-1).map((one) => `${one.tagName.toLowerCase()}.${one.className}`).join(' ');
  });

async function barriers(page: Page, width: number): Promise<string[]> {
  const found = await page.evaluate(async (tags) => {
    type Axe = { run: (context: Document, options: object) => Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }> };
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'], iframes: false });
    return violations.map(({ id, nodes }) => `${id} at ${nodes.slice(0, 3).map((node) => node.target.join(' ')).join(', ')}`);
  }, levels);
  return found.map((fault) => `at ${width} px ${fault}`);
}

/** Every word of the Chinese word files: an English page that shows one of them has forgotten to translate it. */
const chineseWords = new Set(Object.values(import.meta.glob('../../app/i18n/zh-CN/*.ts', { eager: true, import: 'default' })).flatMap(leaves));

function leaves(words: unknown): string[] {
  if (typeof words === 'string') return /[\u4e00-\u9fff]{2}/.test(words) && words !== '中文' ? [words] : [];
  return typeof words === 'object' && words !== null ? Object.values(words).flatMap(leaves) : [];
}

/** People name the goals of a plan after norms of the standard. */
const normNames = new Set((JSON.parse(readFileSync('data/standard.json', 'utf8')) as { sections: { norms: { zh: string }[] }[] }).sections.flatMap(({ norms }) => norms.map(({ zh }) => zh)));

/** Chinese that the page says itself; names, titles and texts that people wrote stay as they are. */
async function chineseLeft(page: Page, { path }: Walk, bare: Bare): Promise<string[]> {
  const { found: texts, labels } = await page.evaluate(() => {
    const found: string[] = [];
    const labels: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent?.trim() ?? '';
      const holder = walker.currentNode.parentElement;
      if (/[\u4e00-\u9fff]/.test(text) && !holder?.closest('[lang^="zh"]:not(html), script, style, textarea')) found.push(text);
    }
    for (const one of document.querySelectorAll('[aria-label], [placeholder], [title], [alt]')) {
      for (const name of ['aria-label', 'placeholder', 'title', 'alt']) labels.push(one.getAttribute(name)?.trim() ?? '');
    }
    return { found, labels };
  });
  for (const name of texts.flatMap((text) => text.match(/[\u4e00-\u9fff]{3,}/g) ?? [])) note(bare.names, name, path);
  for (const text of [...texts, ...labels]) if (/[\u4e00-\u9fff]/.test(text)) note(bare.texts, text, path);
  return [...new Set([...texts, ...labels])].filter((text) => chineseWords.has(text) && !normNames.has(text)).map((text) => `says in Chinese: ${text.slice(0, 40)}`);
}
