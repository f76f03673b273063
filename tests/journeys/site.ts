import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { freePort } from '#app/db/embedded-process.ts';
import { neededRegions } from '#seed/demo/places.ts';
import { seedSteps } from '#seed/steps.ts';
import { copyDatabase } from '#tests/worker-database.ts';
import { startServer } from './start-server.ts';

/** Where the stories find the site: its address, its clock, its database, its log and the browser to look at it with. */
export type Site = { url: string; clock: string; appUrl: string; log: string; files: string; browser: string; secret: string };

declare module 'vitest' {
  export interface ProvidedContext {
    site: Site;
  }
}

/** 一次演练: the built server with a database of its own, filled with the demonstration; nothing stays behind. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(path.join(tmpdir(), 'tongyou-journeys-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true })); // also when the setup fails half-way
  const secret = randomBytes(24).toString('hex');
  const files = path.join(folder, 'files');
  const browser = unpackBrowser(folder);
  const urls = await copyDatabase(project.getProvidedContext().postgres, 'journeys');
  for (const step of seedSteps) await step.run(urls, { provinces: ['11', '32', '34', ...neededRegions] });

  const log = path.join(folder, 'server.log');
  const ports = [await freePort(), await freePort()] as const;
  const server = await startServer(urls.appUrl, ports, log, { DEMO: 'yes', FILES_DIR: files, AUTH_SECRET: secret });
  project.provide('site', {
    url: `http://localhost:${ports[0]}`, clock: `http://127.0.0.1:${ports[1]}`, appUrl: urls.appUrl, log, files, secret, browser: await browser,
  });
  return async () => {
    const over = new Promise((resolve) => server.once('exit', resolve));
    server.stdin?.end();
    await over;
    rmSync(folder, { recursive: true, force: true });
  };
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
