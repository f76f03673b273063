import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { brokenLine } from '#tests/broken-line.ts';
import { patience } from './patience.ts';
import { until } from './story.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const levels = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The PIN of every phone of the stories. */
export const pin = 'k7-4419-hua';

/** How a phone comes: with a clock that is wrong by so many milliseconds, in a language. */
export type PhoneGiven = { clockOff?: number; lang?: 'zh-CN' | 'en' };

export type Phone = Awaited<ReturnType<typeof aBrowserPhone>>;

/** 一部手机: a browser of its own with its own storage and its own line to the server; it can be killed and opened again. */
export async function aBrowserPhone(site: { url: string; browser: string }, given: PhoneGiven = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), 'tongyou-phone-'));
  const line = await brokenLine(site.url);
  const home = line.url.replace(/\/$/, '');
  const troubles: string[] = [];
  let context: BrowserContext | undefined;
  let isOffline = false;

  async function start(): Promise<Page> {
    context = await chromium.launchPersistentContext(folder, {
      executablePath: site.browser, baseURL: home, locale: given.lang ?? 'zh-CN', timezoneId: 'Asia/Shanghai', viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, reducedMotion: 'reduce',
      args: ['--no-sandbox', '--disable-gpu', '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
      permissions: ['geolocation', 'microphone'], geolocation: { latitude: 31.72, longitude: 117.29, accuracy: 20 },
      env: { ...process.env, LC_ALL: 'C.UTF-8' } as Record<string, string>,
    });
    context.setDefaultTimeout(patience);
    if (given.clockOff) await context.addInitScript((off) => {
      const now = Date.now.bind(Date);
      const Real = Date;
      globalThis.Date = class extends Real {
        constructor(...said: [] | [string | number]) {
          if (said.length === 0) super(now() + off);
          else super(...(said as [string]));
        }
        static override now = () => now() + off;
      } as DateConstructor;
    }, given.clockOff);
    await context.setOffline(isOffline);
    const page = context.pages()[0] ?? (await context.newPage());
    page.on('pageerror', (error) => troubles.push(error.message));
    return page;
  }

  return {
    home, folder, line, troubles, start,

    /** 没有网络: the line is cut, and the browser knows it. */
    async offline() {
      isOffline = true;
      line.go('cut');
      await context!.setOffline(true);
    },
    async online() {
      isOffline = false;
      line.go('open');
      await context!.setOffline(false);
    },

    /** 强行结束: every process of this browser at once, without a chance to put anything in order. */
    async kill() {
      for (const pid of processesOf(folder)) end(pid);
      await context!.close().catch(() => undefined);
      await until(async () => processesOf(folder).length === 0, 'the browser is gone');
    },
    async close() {
      await context?.close().catch(() => undefined);
      line.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
    },

    /** Everything the browser has put on the disk. */
    disk: () => Buffer.concat(filesIn(folder).map(readIfThere)),
  };
}

/** The processes that were started with this very folder. */
function processesOf(folder: string): number[] {
  const numbers = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number);
  return numbers.filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`--user-data-dir=${folder}`);
    } catch {
      return false;
    }
  });
}

/** With its first process the others go by themselves. */
function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

/** A browser that runs puts files in the place of others meanwhile. */
function readIfThere(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return Buffer.alloc(0);
  }
}

/** Whether the text lies on the disk in one of the ways browsers write text. */
export function liesOn(disk: Buffer, text: string): boolean {
  return disk.includes(Buffer.from(text, 'utf8')) || disk.includes(Buffer.from(text, 'utf16le'));
}

/** 启用: name, PIN, and the list appears. */
export async function setUpPhone(page: Page): Promise<void> {
  await page.locator('input[type=password]').first().fill(pin);
  await page.locator('input[type=password]').nth(1).fill(pin);
  await page.locator('form button').click();
  await page.locator('.visits').waitFor({ state: 'attached' });
}

export async function unlock(page: Page, word = pin): Promise<void> {
  await page.locator('input[type=password]').first().fill(word);
  await page.locator('form button').first().click();
}

/** 带上: the visit lies on the phone, and the page itself too. */
export async function takeAlong(page: Page, visitId: string): Promise<void> {
  await page.locator(`[data-visit="${visitId}"] button`).click();
  await page.locator(`[data-visit="${visitId}"] a.btn`).waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}

/** Waits until the phone says that what was just entered lies on its disk. */
export async function saved(page: Page, count = 1): Promise<void> {
  await until(async () => (await page.locator('.saidline.ok').count()) >= count, 'the phone says it is saved');
}

/** 无障碍: nothing in the way on this screen, and nothing wider than the phone. */
export async function noBarriers(page: Page): Promise<void> {
  await page.evaluate(axe);
  const found = await page.evaluate(async (tags) => {
    type Axe = { run: (where: Document, options: object) => Promise<{ violations: { id: string; nodes: { target: string[] }[] }[] }> };
    const { violations } = await (globalThis as unknown as { axe: Axe }).axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
    const wide = document.documentElement.scrollWidth > document.documentElement.clientWidth + 1 ? ['wider than the phone'] : [];
    return [...violations.map(({ id, nodes }) => `${id} at ${nodes.slice(0, 3).map((node) => node.target.join(' ')).join(', ')}`), ...wide];
  }, levels);
  expect({ at: page.url(), found }).toEqual({ at: page.url(), found: [] });
}
