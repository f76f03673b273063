import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { neededRegions } from '#seed/demo/places.ts';
import { seedSteps } from '#seed/steps.ts';
import type { TestServer } from '#tests/postgres.ts';
import { copyDatabase } from '#tests/worker-database.ts';
import { startServer } from './start-server.ts';

/** Where the stories find the site: its address, its clock, its database, its log and the browser to look at it with. */
export type Site = { url: string; clock: string; appUrl: string; log: string; files: string; browser: string; secret: string };

declare module 'vitest' {
  export interface ProvidedContext {
    sites: Site[];
  }
}

/** 同时上演: so many stories run beside each other, each on a server, a database and a clock of its own. */
export const stages = 2;

/** 一次演练: the built servers with a database each, filled with the demonstration; nothing stays behind. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(path.join(tmpdir(), 'tongyou-journeys-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true })); // also when the setup fails half-way
  const browser = unpackBrowser(folder);
  const { postgres } = project.getProvidedContext();
  const filled = await copyDatabase(postgres, 'journeys');
  for (const step of seedSteps) await step.run(filled, { provinces: ['11', '32', '34', ...neededRegions] });
  await tellDemo(filled.appUrl, path.join(folder, 'files'));
  const places = [];
  for (let number = 1; number <= stages; number += 1) places.push({ number, urls: await copyDatabase({ ...filled, adminUrl: postgres.adminUrl }, `journeys_${number}`) });
  const opened = await Promise.all(places.map(({ number, urls }) => openStage(urls, folder, number)));
  project.provide('sites', await Promise.all(opened.map(async ({ site }) => ({ ...site, browser: await browser }))));
  return async () => {
    await Promise.all(opened.map(({ close }) => close()));
    rmSync(folder, { recursive: true, force: true });
  };
}

/** The same on every stage: what the demonstration sealed must open there. */
const secret = (process.env.AUTH_SECRET ??= randomBytes(24).toString('hex'));

/** The demonstration is told once; every stage gets a copy of its database and its files. */
async function tellDemo(appUrl: string, files: string): Promise<void> {
  mkdirSync(files, { recursive: true });
  const env = { ...process.env, DEMO: 'yes', FILES_DIR: files, AUTH_SECRET: secret };
  await promisify(execFile)(process.execPath, [path.join(import.meta.dirname, 'tell-demo.ts'), appUrl], { env, maxBuffer: 64 * 1024 * 1024 });
}

async function openStage(urls: TestServer, folder: string, number: number) {
  const files = path.join(folder, `files-${number}`);
  cpSync(path.join(folder, 'files'), files, { recursive: true });
  const log = path.join(folder, `server-${number}.log`);
  const { child, url, clock } = await startServer(urls.appUrl, log, { DEMO: 'yes', FILES_DIR: files, AUTH_SECRET: secret });
  const close = async () => {
    const over = new Promise((resolve) => child.once('close', resolve)); // not before its last line is read
    child.stdin?.end();
    await over;
  };
  return { site: { url, clock, appUrl: urls.appUrl, log, files, secret }, close };
}

/** The browser is unpacked beside the rest of this run and goes with it. */
async function unpackBrowser(folder: string): Promise<string> {
  const before = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    return await chromium.executablePath();
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}
