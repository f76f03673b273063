// Runs on the machine's own Node (20 or newer) before anything is installed: plain JavaScript, no packages.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = realpathSync(path.join(path.dirname(fileURLToPath(import.meta.url)), '..'));
const stamp = path.join(root, 'node_modules', '.installed');

const [major] = process.versions.node.split('.').map(Number);
if (major < 20) stop(`需要 Node 20 或更新的版本，这里是 ${process.versions.node} · Node 20 or newer is needed, this is ${process.versions.node}`);
if (!isInstalled()) await alone(install);

function wanted() {
  try {
    return createHash('sha256').update(readFileSync(path.join(root, 'package-lock.json'))).digest('hex');
  } catch {
    return stop('缺少 package-lock.json，请重新取得完整的代码 · package-lock.json is missing: get the whole checkout again');
  }
}

function isInstalled() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted()) return true;
  if (!wanted() || !isComplete()) return false;
  writeFileSync(stamp, wanted());
  return true;
}

/** Somebody ran npm by hand: is everything here that the lock file names for this platform, in the same version? */
function isComplete() {
  const present = path.join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(present)) return false;
  const here = JSON.parse(readFileSync(present, 'utf8')).packages;
  const locked = Object.entries(JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages);
  const fits = (list, own) => !list || list.includes(own);
  const libc = process.report?.getReport().header.glibcVersionRuntime ? 'glibc' : 'musl';
  return locked.every(([name, { version, integrity, optional, os, cpu, libc: libcs }]) => {
    if (!name || (optional && !(os && cpu)) || !fits(os, process.platform) || !fits(cpu, process.arch) || !fits(libcs, libc)) return true;
    return here[name]?.version === version && here[name]?.integrity === integrity;
  });
}

async function install() {
  if (isInstalled()) return;
  const from = Date.now();
  console.log('· 正在按锁定文件安装依赖，第一次约需半分钟 · installing from the lock file, about half a minute the first time');
  const said = await run('npm', ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']);
  if (said.code !== 0) stop(explain(said.text));
  writeFileSync(stamp, wanted());
  console.log(`✓ 依赖已安装 · installed (${((Date.now() - from) / 1000).toFixed(1)} s)`);
}

function run(program, args) {
  return new Promise((resolve) => {
    // The settings of the npm that called us (production, omit, dry-run) must not leave packages out.
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_config_(omit|include|production|only|dry_run|global|prefix)$/i.test(name)));
    const child = spawn(program, args, { cwd: root, env: { ...env, NODE_ENV: '' }, stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    child.stdout.on('data', (piece) => (text += piece));
    child.stderr.on('data', (piece) => (text += piece));
    child.on('error', (error) => resolve({ code: 1, text: String(error) }));
    child.on('close', (code) => resolve({ code, text }));
  });
}

function explain(text) {
  const told = text.split('\n').filter((line) => line.trim() && !/EBADENGINE|npm warn|complete log of this run|_logs/.test(line)).slice(-12).join('\n');
  if (/ENOSPC/.test(text)) return '磁盘已满，依赖没有装完；请腾出约 1 GB 再试 · the disk is full: free about 1 GB and try again';
  if (/EACCES|EPERM|EROFS/.test(text)) return `没有权限写入 ${root} · no permission to write in ${root}\n${told}`;
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|network/i.test(text)) {
    return `连不上 npm 软件源，请检查网络或 npm config get registry · the npm registry cannot be reached: check the network or npm config get registry\n${told}`;
  }
  if (/spawn npm ENOENT/.test(text)) return '找不到 npm，请安装带 npm 的 Node · npm was not found: install Node with npm';
  return `依赖没有装好，npm 的说明如下 · the installation failed, npm says:\n${told}`;
}

/** An abstract socket is a lock that the system gives back when its holder dies; where there is none, we go on without. */
async function alone(task) {
  const name = `\0tongyou-install-${createHash('sha256').update(root).digest('hex').slice(0, 24)}`;
  for (let waited = 0; waited < 1200; waited += 1) {
    const lock = createServer((visitor) => visitor.destroy());
    const outcome = await new Promise((resolve) => {
      lock.once('error', (error) => resolve(error.code));
      lock.listen(name, () => resolve('held'));
    });
    if (outcome !== 'EADDRINUSE') {
      await task();
      if (outcome === 'held') lock.close();
      return;
    }
    if (waited === 0) console.log('· 另一个命令正在安装依赖，请稍候 · another command is installing, waiting for it');
    await sleep(250);
  }
  stop('另一个命令安装了五分钟还没有结束 · another command has been installing for five minutes: end it first');
}

function stop(words) {
  console.error(`✗ ${words}`);
  process.exit(1);
}
