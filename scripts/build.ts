import { createHash } from 'node:crypto';
import { existsSync, globSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { alone } from '#app/db/alone.ts';
import { root, run } from './run.ts';
import { fail, say, step } from './say.ts';

const stamp = path.join(root, 'build', '.made-from');
const sources = ['app/**', 'public/**', 'data/**', 'vite.config.ts', 'react-router.config.ts', 'tsconfig.json', 'package-lock.json', 'scripts/antd-css.ts', 'scripts/offline-verifier.ts', 'scripts/build.ts'];

/** 构建: makes the pages and the server from the sources, when they changed since the last time. */
export async function build({ always = false } = {}): Promise<void> {
  if (!always && isFresh()) return;
  await alone(`build ${root}`, () => (always || !isFresh() ? make() : undefined), {
    waiting: () => say('另一个命令正在构建，请稍候', 'another command is building, waiting for it'),
    tooLong: () => new Error('另一个命令构建了三分钟还没有结束，请先结束它 · another command has been building for three minutes: end it first'),
  });
}

function isFresh() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint();
}

async function make() {
  if (existsSync(path.join(root, 'scripts/antd-css.ts'))) {
    await step('生成工作台样式', 'making the styles of the desk', () => checked('node', ['scripts/antd-css.ts']));
  }
  await step('构建页面和服务', 'building the pages and the server', () => checked('react-router', ['build']));
  await step('压缩页面的文件', 'compressing the files of the pages', () => compress(path.join(root, 'build/client/assets')));
  writeFileSync(stamp, fingerprint());
}

/** Once here instead of at every request; browsers ask for Brotli on a safe line and for gzip on a plain one. */
async function compress(folder: string): Promise<void> {
  const files = readdirSync(folder).filter((each) => /\.(m?js|css|svg|json)$/.test(each)).map((name) => path.join(folder, name));
  await Promise.all(files.map(async (file) => {
    const content = readFileSync(file);
    writeFileSync(`${file}.gz`, await promisify(gzip)(content, { level: 9 }));
    writeFileSync(`${file}.br`, await promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
  }));
}

async function checked(name: string, args: string[]) {
  const { code, text } = await run(name, args, { env: { NODE_ENV: 'production' } });
  if (code === 0) return;
  console.error(text.split('\n').slice(-60).join('\n'));
  throw new Error(`${name} ${args.join(' ')} 没有成功，原因见上 · it failed, the reason stands above`);
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const file of globSync(sources, { cwd: root }).sort()) {
    const full = path.join(root, file);
    if (!/\.test\.tsx?$/.test(file) && statSync(full).isFile()) hash.update(file).update(readFileSync(full));
  }
  return hash.digest('hex');
}

if (import.meta.main) await build({ always: true }).catch(fail);
