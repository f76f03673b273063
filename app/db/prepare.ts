import { createHmac } from 'node:crypto';
import pg from 'pg';
import { sentence } from './embedded-place.ts';

export type Prepared = { migratorUrl: string; appUrl: string };

/** Two starts at once prepare one after the other. */
const preparing = 1981_0602;
const extensions = ['pg_trgm', 'btree_gin', 'btree_gist'];

/** 备好数据库: two roles, the database and its extensions on a server where we are the superuser. Repeatable. */
export async function prepareDatabase(adminUrl: string, name: string, passwords: { migrator: string; app: string }): Promise<Prepared> {
  const inside = withPath(adminUrl, name);
  await connected(adminUrl, async (admin) => {
    await admin.query('select pg_advisory_lock($1)', [preparing]);
    await makeRole(admin, 'tongyou_migrator', passwords.migrator);
    await makeRole(admin, 'tongyou_app', passwords.app);
    const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [name]);
    if (!rowCount) await admin.query(`create database ${pg.escapeIdentifier(name)} owner tongyou_migrator`);
    await connected(inside, async (here) => {
      for (const extension of extensions) await here.query(`create extension if not exists ${extension}`);
      await here.query(`alter schema public owner to tongyou_migrator`);
      await closeDoors(here, name);
    });
  });
  return {
    migratorUrl: withUser(inside, 'tongyou_migrator', passwords.migrator),
    appUrl: withUser(inside, 'tongyou_app', passwords.app),
  };
}

/** 自备服务器: DATABASE_URL owns the database and migrates; the app signs in as somebody smaller. */
export async function prepareServer(databaseUrl: string, appUrl?: string): Promise<Prepared> {
  // The same on every machine that knows the owner's address, so that several may serve one database.
  const password = createHmac('sha256', databaseUrl).update('tongyou_app').digest('base64url');
  return connected(databaseUrl, async (owner) => {
    await owner.query('select pg_advisory_lock($1)', [preparing]);
    for (const extension of extensions) await owner.query(`create extension if not exists ${extension}`);
    if (appUrl) await checkApp(appUrl);
    try {
      if (!appUrl) await makeRole(owner, 'tongyou_app', password);
    } catch {
      throw sentence(
        'DATABASE_URL 的用户不能建立角色 tongyou_app：请管理员执行 create role tongyou_app login password \'…\'，再设置 DATABASE_APP_URL',
        'the user of DATABASE_URL may not create the role tongyou_app: have an administrator run create role tongyou_app login password \'…\' and set DATABASE_APP_URL',
      );
    }
    const { rows } = await owner.query<{ name: string }>('select current_database() as name');
    await closeDoors(owner, rows[0]?.name ?? '');
    return { migratorUrl: databaseUrl, appUrl: appUrl ?? withUser(databaseUrl, 'tongyou_app', password) };
  });
}

async function makeRole(admin: pg.Client, role: string, password: string) {
  const { rowCount } = await admin.query('select 1 from pg_roles where rolname = $1', [role]);
  await admin.query(
    `${rowCount ? 'alter' : 'create'} role ${role} with login password ${pg.escapeLiteral(password)}`,
  );
}

/** Nobody creates anything but the owner; the app may come in and see the public schema. */
async function closeDoors(owner: pg.Client, name: string) {
  await owner.query(`revoke all on database ${pg.escapeIdentifier(name)} from public`);
  await owner.query('revoke all on schema public from public');
  await owner.query(`grant connect on database ${pg.escapeIdentifier(name)} to tongyou_app`);
  await owner.query('grant usage on schema public to tongyou_app');
}

/** The migrations give their rights to tongyou_app, so it must be this role that signs in. */
function checkApp(appUrl: string): Promise<void> {
  return connected(appUrl, async (app) => {
    const { rows } = await app.query<{ isFit: boolean }>(
      `select rolname = 'tongyou_app' and not rolsuper
              and not exists (select from pg_database where datname = current_database() and datdba = r.oid) as "isFit"
         from pg_roles r where rolname = current_user`,
    );
    if (rows[0]?.isFit) return;
    throw sentence(
      'DATABASE_APP_URL 的用户应是 tongyou_app，不是超级用户，也不是数据库的所有者',
      'the user of DATABASE_APP_URL must be tongyou_app, neither a superuser nor the owner of the database',
    );
  });
}

async function connected<T>(url: string, run: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'tongyou start', connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    const why = (error as Error).message;
    const where = new URL(url);
    throw sentence(
      `连不上数据库 ${where.host}${where.pathname}（${why}），请检查地址、口令和服务器是否在运行`,
      `cannot reach the database ${where.host}${where.pathname} (${why}): check the address, the password and that the server runs`,
    );
  }
  try {
    return await run(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function withPath(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

function withUser(url: string, user: string, password: string): string {
  const changed = new URL(url);
  changed.username = user;
  changed.password = password;
  return changed.href;
}
