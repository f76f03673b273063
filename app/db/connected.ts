import pg from 'pg';
import { sentence } from './embedded-place.ts';

const oldestVersion = 180_000; // uuidv7() makes our ids

/** What the server or the network answered, and what to do about it. */
const reasons: Record<string, [zh: string, en: string]> = {
  '28P01': ['用户名或口令不对，请核对', 'the user name or the password is wrong: check them'],
  '28000': ['服务器不接受这个用户从这里登录，请检查 pg_hba.conf 和 SSL 设置', 'the server does not let this user in from here: check pg_hba.conf and SSL'],
  '3D000': ['服务器上没有这个数据库，请先建立它：create database … owner …', 'there is no such database: make it first with create database … owner …'],
  '42501': ['这个用户没有进入这个数据库的权限，请管理员授权', 'this user may not enter the database: have an administrator grant it'],
  '53300': ['服务器的连接已满，请调高 max_connections 或稍后再试', 'the server has no connection left: raise max_connections or try again later'],
  '57P03': ['服务器正在启动，请稍后再试', 'the server is starting up: try again in a moment'],
  ECONNREFUSED: ['那里没有数据库在运行，请检查主机、端口和服务器', 'no database answers there: check the host, the port and that the server runs'],
  ECONNRESET: ['服务器断开了连接，请检查端口和 SSL 设置', 'the server broke the connection off: check the port and SSL'],
  ENOTFOUND: ['找不到这台主机，请检查主机名', 'the host is not known: check its name'],
  EAI_AGAIN: ['找不到这台主机，请检查主机名和网络', 'the host is not known: check its name and the network'],
  ENOENT: ['没有这个套接字，请检查 host 指的文件夹和服务器', 'there is no such socket: check the folder named by host and that the server runs'],
  EHOSTUNREACH: ['网络到不了这台主机，请检查网络', 'the network does not reach the host: check the network'],
  ENETUNREACH: ['网络到不了这台主机，请检查网络', 'the network does not reach the host: check the network'],
};

/** 连接数据库 once, for one piece of work; what stands in the way is told in one sentence. */
export async function connected<T>(url: string, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = open(url);
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw unreachable(url, error as Error & { code?: string });
  }
  try {
    return await run(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function open(url: string): pg.Client {
  try {
    return new pg.Client({ connectionString: url, application_name: 'tongyou start', connectionTimeoutMillis: 10_000 });
  } catch {
    throw sentence(
      '数据库地址读不懂，应为 postgres://用户:口令@主机:端口/数据库，口令里的 @ : / 等符号写成 %40 %3A %2F',
      'the database address cannot be read: write postgres://user:password@host:port/database, with @ : / in the password as %40 %3A %2F',
    );
  }
}

function unreachable(url: string, error: Error & { code?: string }): Error {
  const where = URL.canParse(url) ? `${new URL(url).host}${new URL(url).pathname}` : '';
  const slow = /timeout/i.test(error.message) ? (['10 秒没有应答，请检查地址和防火墙', 'no answer within 10 seconds: check the address and the firewall'] as const) : undefined;
  const [zh, en] = reasons[error.code ?? ''] ?? slow ?? [error.message, error.message];
  return sentence(`连不上数据库 ${where}：${zh}`, `cannot reach the database ${where}: ${en}`);
}

/** Refuses a server that is too old, and an owner who does not own. */
export async function checkServer(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ version: number; shown: string; name: string; isOwner: boolean }>(
    `select current_setting('server_version_num')::int as version, current_setting('server_version') as shown, datname as name,
            pg_has_role(datdba, 'usage') as "isOwner"
       from pg_database where datname = current_database()`,
  );
  const { version, shown, name, isOwner } = rows[0]!;
  checkVersion(version, shown);
  if (isOwner) return;
  throw sentence(
    `DATABASE_URL 的用户不是数据库 ${name} 的所有者，请管理员执行 alter database ${name} owner to …`,
    `the user of DATABASE_URL does not own the database ${name}: have an administrator run alter database ${name} owner to …`,
  );
}

/** 版本: a server that is too old is refused in a sentence that says which one it takes. */
export function checkVersion(version: number, shown: string): void {
  if (version >= oldestVersion) return;
  throw sentence(`数据库是 PostgreSQL ${shown}，需要 18 或更新的版本`, `the database is PostgreSQL ${shown}: 18 or newer is needed`);
}
