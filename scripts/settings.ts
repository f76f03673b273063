import { mkdirSync, mkdtempSync, readFileSync, rmdirSync } from 'node:fs';
import path from 'node:path';
import { sentence } from '#app/db/embedded-place.ts';
import { providersOf } from '#app/domain/base/accounts/providers.ts';
import { readConfig } from '#app/platform/config.ts';
import { root } from './run.ts';

/** 检查设置: before any work is done, says in one sentence what is missing or cannot be. */
export function checkSettings(env: NodeJS.ProcessEnv = process.env): void {
  const { DATABASE_URL, DATABASE_APP_URL, AUTH_SECRET, FILES_DIR, MAP_BOUNDARIES_FILE, OIDC_PROVIDERS } = readConfig(env);
  checkProviders(OIDC_PROVIDERS);
  if (DATABASE_URL && !AUTH_SECRET) {
    throw sentence(
      '设置了 DATABASE_URL，还缺 AUTH_SECRET：至少 32 个随机字符，请妥善保存，例如用 openssl rand -base64 36 生成',
      'DATABASE_URL is set and AUTH_SECRET is missing: at least 32 random characters, to be kept, for example from openssl rand -base64 36',
    );
  }
  if (DATABASE_APP_URL && !DATABASE_URL) {
    throw sentence('设置了 DATABASE_APP_URL，还缺 DATABASE_URL', 'DATABASE_APP_URL is set and DATABASE_URL is missing');
  }
  if (MAP_BOUNDARIES_FILE) checkReadable(path.resolve(root, MAP_BOUNDARIES_FILE));
  checkFolder(path.resolve(root, FILES_DIR));
}

function checkProviders(text: string) {
  try {
    providersOf(text);
  } catch {
    throw sentence(
      'OIDC_PROVIDERS 应为 JSON 列表，每项有 id、name、nameEn、issuer（https）、clientId、clientSecret、region',
      'OIDC_PROVIDERS must be a list as JSON, each with id, name, nameEn, issuer (https), clientId, clientSecret, region',
    );
  }
}

function checkReadable(file: string) {
  try {
    readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw sentence(`读不了 MAP_BOUNDARIES_FILE 指的文件 ${file}（${code}）`, `the file named by MAP_BOUNDARIES_FILE cannot be read: ${file} (${code})`);
  }
}

/** Only an attempt tells whether a folder takes files: permissions, a read-only disk and a full one look alike from outside. */
function checkFolder(folder: string) {
  try {
    mkdirSync(folder, { recursive: true });
    rmdirSync(mkdtempSync(path.join(folder, '.try-')));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw sentence(
      `上传的文件存不进 ${folder}（${code}），请检查权限和磁盘，或用 FILES_DIR 另指一个文件夹`,
      `uploaded files cannot be kept in ${folder} (${code}): check its permissions and the disk, or name another folder with FILES_DIR`,
    );
  }
}
