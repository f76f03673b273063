import { createHmac } from 'node:crypto';
import pg from 'pg';
import { checkServer, connected } from './connected.ts';
import { sentence } from './embedded-place.ts';
import { sealedSchemas } from './sealed.ts';

export type Prepared = { migratorUrl: string; appUrl: string };

/** Two starts at once prepare one after the other. */
const preparing = 1981_0603;
const extensions = ['pg_trgm', 'btree_gin', 'btree_gist'];

/** 备好数据库: two roles, the database and its extensions on a server where we are the superuser. Repeatable. */
export async function prepareDatabase(adminUrl: string, name: string, passwords: { migrator: string; app: string }): Promise<Prepared> {
  const inside = withPath(adminUrl, name);
  await connected(adminUrl, async (admin) => {
    await admin.query('select pg_advisory_lock($1)', [preparing]);
    await makeRole(admin, 'tongyou_migrator', passwords.migrator);
    await makeRole(admin, 'tongyou_app', passwords.app);
    await makeSealedRoles(admin);
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
export async function prepareServer(databaseUrl: string, secret: string, appUrl?: string): Promise<Prepared> {
  // The same on every machine of one installation, so that several may serve one database.
  const password = createHmac('sha256', secret).update('tongyou_app').digest('base64url');
  return connected(databaseUrl, async (owner) => {
    const smaller = appUrl ?? withUser(databaseUrl, 'tongyou_app', password);
    await checkServer(owner);
    await owner.query('select pg_advisory_lock($1)', [preparing]);
    await makeExtensions(owner);
    if (!appUrl) await makeAppRole(owner, password);
    await makeSealedRoles(owner);
    const { rows } = await owner.query<{ name: string }>('select current_database() as name');
    await closeDoors(owner, rows[0]?.name ?? '');
    await checkApp(smaller);
    return { migratorUrl: databaseUrl, appUrl: smaller };
  });
}

async function makeExtensions(owner: pg.Client) {
  for (const extension of extensions) {
    await owner.query(`create extension if not exists ${extension}`).catch((error: Error) => {
      throw sentence(
        `数据库里建不了扩展 ${extension}（${error.message}），请管理员安装 postgresql-contrib 并执行 create extension ${extension}`,
        `the extension ${extension} cannot be made: have an administrator install postgresql-contrib and run create extension ${extension}`,
      );
    });
  }
}

/** Roles belong to the whole server: one that serves another database there keeps its password. */
async function makeAppRole(owner: pg.Client, password: string) {
  const { rows } = await owner.query<{ isElsewhere: boolean }>(
    `select exists (select from pg_shdepend d join pg_roles r on r.oid = d.refobjid
       where d.refclassid = 'pg_authid'::regclass and r.rolname = 'tongyou_app'
         and coalesce(nullif(d.dbid, 0), d.objid) <> (select oid from pg_database where datname = current_database())) as "isElsewhere"`,
  );
  if (rows[0]?.isElsewhere) {
    throw sentence(
      '这台服务器上的角色 tongyou_app 已经在为另一个数据库工作，请设置 DATABASE_APP_URL，写上它的口令',
      'the role tongyou_app of this server already works for another database: set DATABASE_APP_URL with its password',
    );
  }
  await makeRole(owner, 'tongyou_app', password).catch(() => {
    throw sentence(
      'DATABASE_URL 的用户不能建立角色 tongyou_app，请管理员执行 create role tongyou_app login password \'…\'，再设置 DATABASE_APP_URL',
      'the user of DATABASE_URL may not make the role tongyou_app: have an administrator run create role tongyou_app login password \'…\' and set DATABASE_APP_URL',
    );
  });
}

/** 密室的角色: nobody signs in as them; the app takes one on for one statement, and has none of its rights otherwise. */
async function makeSealedRoles(admin: pg.Client) {
  for (const role of Object.values(sealedSchemas)) {
    const { rows } = await admin.query<{ isThere: boolean; isReady: boolean }>(
      `select exists (select from pg_roles where rolname = $1) as "isThere",
              exists (select from pg_auth_members m join pg_roles r on r.oid = m.roleid join pg_roles a on a.oid = m.member
                       where r.rolname = $1 and a.rolname = 'tongyou_app' and m.set_option and not m.inherit_option) as "isReady"`, [role]);
    if (rows[0]?.isReady) continue;
    const statements = [...(rows[0]?.isThere ? [] : [`create role ${role} nologin`]), `grant ${role} to tongyou_app with inherit false, set true`];
    await admin.query(statements.join('; ')).catch(() => {
      throw sentence(
        `DATABASE_URL 的用户不能建立角色 ${role}，请管理员执行 ${statements.join('; ')}`,
        `the user of DATABASE_URL may not make the role ${role}: have an administrator run ${statements.join('; ')}`,
      );
    });
  }
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
