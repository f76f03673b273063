import type { Browser } from 'playwright-core';
import type { World } from '../load-world.ts';
import type { Line } from '../measure.ts';
import { startSite } from '../site.ts';

const phone = { offline: false, latency: 150, downloadThroughput: (1.6 * 1024 * 1024) / 8, uploadThroughput: (750 * 1024) / 8 };
const light = ['/', '/standard', '/pilots', '/notices', '/recommend', '/how-to-apply', '/account/sign-in'];
const staff = ['/desk', '/desk/applications?region=34'];

type Seen = { status: number; bytes: number; pictures: number; scripts: number; lcp: number; shift: number };

/** S7 手机首屏: 1.6 Mbit/s, 150 ms, a processor four times slower; an empty cache for every page. */
export async function phonePages(world: World): Promise<Line[]> {
  const site = await startSite({ script: 'scripts/start.ts' });
  const browser = await launch();
  try {
    const lines: Line[] = [];
    for (const path of light) lines.push(lightLine(path, await look(browser, site.port, path)));
    for (const path of staff) lines.push(staffLine(path, await look(browser, site.port, path, world.office)));
    return lines;
  } finally {
    await browser.close();
    await site.stop();
  }
}

async function launch(): Promise<Browser> {
  const { default: chromium } = await import('@sparticuz/chromium');
  const { chromium: playwright } = await import('playwright-core');
  return playwright.launch({ executablePath: await chromium.executablePath(), args: ['--no-sandbox', '--disable-gpu'] });
}

/** The same of pages of a site that runs already, each with the cookie of whoever opens it. */
export async function lightPages(port: number, pages: readonly { path: string; cookie: string }[]): Promise<Line[]> {
  const browser = await launch();
  try {
    const lines: Line[] = [];
    for (const { path, cookie } of pages) lines.push(lightLine(path, await look(browser, port, path, cookie)));
    return lines;
  } finally {
    await browser.close();
  }
}

const kb = (bytes: number) => Math.round(bytes / 102.4) / 10;
const asLine = (work: string, { lcp }: Seen) => ({ work, n: 1, p50: Math.round(lcp), p95: Math.round(lcp), p99: Math.round(lcp), rps: 0 });

function lightLine(path: string, seen: Seen): Line {
  const plain = kb(seen.bytes - seen.pictures);
  const met = seen.status === 200 && plain <= 60 && seen.lcp <= 1200 && seen.shift === 0;
  return { ...asLine(`S7 ${path}`, seen), bar: '≤ 60 KB, LCP ≤ 1200 ms, shift 0', met, note: `${seen.status}; ${plain} KB (script ${kb(seen.scripts)}); pictures ${kb(seen.pictures)} KB; shift ${seen.shift}` };
}

function staffLine(path: string, seen: Seen): Line {
  const met = seen.status === 200 && kb(seen.bytes) <= 450 && seen.lcp <= 3000;
  return { ...asLine(`S7 ${path}`, seen), bar: '≤ 450 KB, LCP ≤ 3000 ms', met, note: `${seen.status}; ${kb(seen.bytes)} KB (script ${kb(seen.scripts)}); shift ${seen.shift}` };
}

async function look(browser: Browser, port: number, path: string, cookie?: string): Promise<Seen> {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, deviceScaleFactor: 3, isMobile: true, hasTouch: true, locale: 'zh-CN' });
  if (cookie) {
    const [name, value] = cookie.split('=') as [string, string];
    await context.addCookies([{ name, value, url: `http://127.0.0.1:${port}` }]);
  }
  const page = await context.newPage();
  const wire = await context.newCDPSession(page);
  await wire.send('Network.enable');
  await wire.send('Network.setCacheDisabled', { cacheDisabled: true });
  await wire.send('Network.emulateNetworkConditions', phone);
  await wire.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const kinds = new Map<string, string>();
  const seen: Seen = { status: 0, bytes: 0, pictures: 0, scripts: 0, lcp: 0, shift: 0 };
  wire.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type));
  wire.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    seen.bytes += encodedDataLength;
    if (kinds.get(requestId) === 'Image') seen.pictures += encodedDataLength;
    if (kinds.get(requestId) === 'Script') seen.scripts += encodedDataLength;
  });
  await page.addInitScript(() => {
    const kept = { lcp: 0, shift: 0 };
    Object.assign(globalThis, { kept });
    new PerformanceObserver((list) => list.getEntries().forEach((entry) => (kept.lcp = entry.startTime))).observe({ type: 'largest-contentful-paint', buffered: true });
    new PerformanceObserver((list) =>
      (list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]).forEach((entry) => (kept.shift += entry.hadRecentInput ? 0 : entry.value)),
    ).observe({ type: 'layout-shift', buffered: true });
  });
  const answer = await page.goto(`http://127.0.0.1:${port}${path}`, { waitUntil: 'networkidle', timeout: 60_000 });
  await page.waitForTimeout(500);
  const kept = await page.evaluate(() => (globalThis as unknown as { kept: { lcp: number; shift: number } }).kept);
  await context.close();
  return { ...seen, status: answer?.status() ?? 0, lcp: kept.lcp, shift: Math.round(kept.shift * 1000) / 1000 };
}
