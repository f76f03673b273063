import './mode.ts';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { sentence } from '#app/db/embedded-place.ts';
import { demoPassword } from '#app/domain/base/accounts/model.ts';
import { readConfig } from '#app/platform/config.ts';
import { people } from '#seed/demo/accounts.ts';
import { build } from './build.ts';
import { openDatabase } from './database.ts';
import { prepareData } from './prepared.ts';
import { root } from './run.ts';
import { fail, say, seconds, step } from './say.ts';
import { checkSettings } from './settings.ts';

type Site = { close: () => Promise<void> };
type Serve = (options: { port: number; url: string }) => Promise<Site>;

const dev = process.argv.includes('--dev');
const closing: (() => Promise<void>)[] = [];
let isClosing = false;

/** 启动: from the sources to a page that answers, each step told. */
async function start() {
  const from = performance.now();
  process.chdir(root);
  checkSettings();
  const port = readConfig(process.env).PORT;
  await checkPort(port);
  if (dev) (await import('./antd-css.ts')).writeAntdCss();
  else await build();
  const database = await openDatabase();
  closing.push(database.stop);
  await prepareData(database);
  await step('启动服务', 'starting the server', async () => {
    const serve = await loadServer();
    const site = await serve({ port, url: database.appUrl });
    closing.push(site.close);
  });
  greet(port, from);
  await askForFirstAdministrator(database.appUrl, port);
}

async function loadServer(): Promise<Serve> {
  if (dev) return ((await import('#app/server/dev.ts')) as { serve: Serve }).serve;
  return ((await import(pathToFileURL(path.join(root, 'build/server/index.js')).href)) as { serve: Serve }).serve;
}

function greet(port: number, from: number) {
  console.log(`\n  童友已就绪 · Tongyou is ready (${seconds(from)})\n  ${addressOf(port)}\n`);
  if (process.env.DEMO === 'yes') {
    console.log('  演示模式：数据是虚构的 · demo mode: the data are invented');
    for (const { zh, en, username } of people.filter((person) => person.isShown)) console.log(`  ${username} / ${demoPassword}  ${zh} · ${en}`);
  } else if (!addressOf(port).startsWith('https://')) {
    console.log('  注意：PUBLIC_URL 不是 https 网址，密码和登录凭据会明文传输。正式使用前请在代理上启用 https，并设置 PUBLIC_URL=https://…');
    console.log('  Warning: PUBLIC_URL is not an https address, so passwords and sessions travel in the clear. Before real use, serve https at your proxy and set PUBLIC_URL=https://…');
  }
  console.log('  按 Ctrl-C 停止 · Ctrl-C stops it');
}

function addressOf(port: number) {
  return process.env.PUBLIC_URL || `http://localhost:${port}`;
}

/** In production the first run has no people in it: whoever reads this line makes the first administrator. */
async function askForFirstAdministrator(url: string, port: number) {
  if (process.env.DEMO === 'yes') return;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rowCount } = await client.query('select 1 from users limit 1').finally(() => client.end());
  if (rowCount) return;
  const { setUpCode } = await import('#app/domain/base/accounts/first-administrator.ts');
  console.log('\n  还没有管理员，请打开下面的网页，填入初始口令 · no administrator yet: open this page and enter the set-up code');
  console.log(`  ${new URL('/account/first-administrator', addressOf(port)).href}\n  ${setUpCode()}\n`);
}

function checkPort(port: number) {
  return new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const [zh, en] = error.code === 'EACCES' ? ['没有权限使用', 'may not be used without more rights'] : ['已被别的程序占用', 'is taken by another program'];
      reject(sentence(`端口 ${port} ${zh}，换一个：PORT=3001 npm start`, `port ${port} ${en}, choose another: PORT=3001 npm start`));
    });
    probe.listen(port, () => probe.close(() => resolve()));
  });
}

/** How long a part may take to stop before the next one is stopped all the same. */
const patience = 10_000;

async function close() {
  if (isClosing) process.exit(1); // asked twice: at once
  isClosing = true;
  say('正在停止', 'stopping');
  for (const each of closing.toReversed()) await Promise.race([each(), sleep(patience)]).catch((error: Error) => console.error(error.message));
  process.exit(0);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, close);
try {
  await start();
} catch (error) {
  for (const each of closing.toReversed()) await each().catch(() => undefined);
  fail(error);
}
