import { readFileSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { test as base, expect } from 'vitest';
import { createPerson } from '#app/domain/base/accounts/create-person.ts';
import type { Role } from '#app/domain/base/accounts/model.ts';
import { type Db, openDb } from '#app/db/db.server.ts';
import { type Ctx, system } from '#app/platform/ctx.ts';
import { site as ours } from './our-site.ts';
import { patience } from './patience.ts';

// Verbs that a story calls itself keep their files where the server looks for them.
Object.assign(process.env, { FILES_DIR: ours.files, AUTH_SECRET: ours.secret, LOG_LEVEL: 'silent' });

/** Every person of the stories has this password. */
export const password = 'a story needs a password';

/** How somebody comes: by default to the demonstration, with a desktop window, in Chinese, with scripts. */
export type Coming = { lang?: 'zh-CN' | 'en'; width?: number; scripts?: boolean; at?: string };

/** One browser window of one person, and what went wrong in it. */
export type Visit = { page: Page; troubles: string[] };

/** A person who can sign in, and the context their own verbs would have. */
export type Person = { id: string; name: string; username: string; ctx: (now?: Date) => Ctx };

/** The browser finds this machine alone. */
const networkOff = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1';

/** 故事的舞台: the site, its database, a browser, people, and a clock that can be moved ahead. */
export const test = base
  .extend('site', { scope: 'file' }, () => ours)
  .extend('db', { scope: 'file' }, async ({ site }, { onCleanup }): Promise<Db> => {
    const { db, close } = openDb(site.appUrl, 4);
    onCleanup(close);
    return db;
  })
  .extend('flags', { scope: 'file' }, (): string[] => [])
  .extend('browser', { scope: 'file' }, async ({ site, flags }, { onCleanup }): Promise<Browser> => {
    const env = { ...process.env, LC_ALL: 'C.UTF-8' } as Record<string, string>; // without it the browser cannot name a file in Chinese
    const browser = await chromium.launch({ executablePath: site.browser, args: ['--no-sandbox', '--disable-gpu', networkOff, ...flags], env });
    onCleanup(() => browser.close());
    return browser;
  })
  .extend('visit', async ({ site, browser, task }, { onCleanup }) => {
    const visits: Visit[] = [];
    onCleanup(async () => {
      for (const { page, troubles } of visits) {
        if (task.result?.state === 'fail') console.error(`${page.url()}\n${await seen(page)}\n${troubles.join('\n')}`);
        await page.context().close();
      }
    });
    return async ({ lang = 'zh-CN', width = 1440, scripts = true, at = site.url }: Coming = {}): Promise<Visit> => {
      const options: BrowserContextOptions = {
        baseURL: at, locale: lang, timezoneId: 'Asia/Shanghai', javaScriptEnabled: scripts, reducedMotion: 'reduce',
        viewport: { width, height: width < 600 ? 780 : 900 },
      };
      const context = await browser.newContext(options);
      context.setDefaultTimeout(patience);
      const page = await context.newPage();
      const troubles: string[] = [];
      visits.push({ page, troubles });
      page.on('pageerror', (error) => {
        // The end of an answer that nobody needs any more, because the next press has come, is no fault of a page.
        if (error.message !== 'BodyStreamBuffer was aborted') troubles.push(`${page.url()}: ${error.message}`);
      });
      page.on('console', (line) => {
        if (line.type() === 'error' && !line.text().startsWith('Failed to load resource')) troubles.push(`${page.url()}: ${line.text()}`);
      });
      page.on('request', (asked) => {
        if (/^(http|ws)/.test(asked.url()) && new URL(asked.url()).host !== new URL(at).host) troubles.push(`${page.url()}: asks elsewhere for ${asked.url()}`);
      });
      page.on('response', (answer) => {
        if (answer.status() >= 400 && answer.request().resourceType() !== 'document') troubles.push(`${page.url()}: ${answer.status()} for ${answer.url()}`);
      });
      return { page, troubles };
    };
  })
  .extend('person', ({ db }) => {
    return async (name: string, role: Role, regionCode: string): Promise<Person> => {
      made += 1;
      const username = `${role}-${process.pid}-${made}`.slice(0, 30);
      const bySystem: Ctx = { actor: system, db, now: new Date(), locale: 'zh-CN', requestId: 'story' };
      const id = await createPerson(bySystem, { name, username, password, grants: [{ role, regionCode }] });
      const actor = { id, name, grants: [{ role, regionCode, organisationId: null }] };
      return { id, name, username, ctx: (now = new Date()) => ({ ...bySystem, actor, now }) };
    };
  })
  .extend('clock', ({ site }, { onCleanup }) => {
    const move = async (days: number) => void (await fetch(`${site.clock}/?ahead=${days * 86_400_000}`));
    onCleanup(() => move(0));
    return { ahead: move };
  })
  .extend('faults', { auto: true }, ({ site }, { onCleanup }) => {
    const before = readFileSync(site.log, 'utf8').length;
    onCleanup(() => {
      const since = readFileSync(site.log, 'utf8').slice(before).split('\n');
      expect(since.filter((line) => /"level":[56]0/.test(line) || /"status":5\d\d/.test(line) || /^\s+at /.test(line)), 'what the server complained of').toEqual([]);
    });
  });

let made = 0;

/** What stands on the page where a story broke off. */
function seen(page: Page): Promise<string> {
  return page.locator('body').innerText({ timeout: 2000 }).then((text) => text.replace(/\s+/g, ' ').slice(0, 1500), () => '');
}

/** 登录: by name and password, on to a page. */
export async function signIn(page: Page, person: Pick<Person, 'username'>, to = '/desk', word = password): Promise<void> {
  await page.goto(`/account/sign-in?to=${encodeURIComponent(to)}`);
  await page.locator('input[name=login]:not([type=hidden])').fill(person.username);
  await page.locator('input[name=password]:not([type=hidden])').fill(word);
  await page.locator('form:has(input#login) button').click();
  await page.waitForURL((url) => !url.pathname.startsWith('/account/sign-in'));
}

/** 退出后换人: the same window, somebody else. */
export async function signOut(page: Page): Promise<void> {
  await page.context().clearCookies();
}

/** Waits until a question to the world is answered with something; a page that is just going away answers later. */
export async function until<T>(ask: () => Promise<T | undefined | false>, what: string, ms = patience): Promise<T> {
  const end = performance.now() + ms;
  let cause: unknown;
  while (performance.now() < end) {
    const answer = await ask().catch((error: unknown) => void (cause = error));
    if (answer) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`It did not happen: ${what}`, { cause });
}
