import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { checkVersion } from './connected.ts';
import { prepareServer } from './prepare.ts';

const secret = 'a secret that only this test knows and uses';
const mark = randomBytes(4).toString('hex');
const { adminUrl } = inject('postgres');
const made = { owner: `owner_${mark}`, visitor: `visitor_${mark}`, database: `own_${mark}` };
const urlOf = (user: string, password = 'right', database = made.database) =>
  Object.assign(new URL(adminUrl), { username: user, password, pathname: `/${database}` }).href;

async function admin(...statements: string[]) {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

const asked = (url: string, appUrl?: string) => prepareServer(url, secret, appUrl);

describe('a database server of one’s own', () => {
  beforeAll(() =>
    admin(
      `create role ${made.owner} login password 'right'`,
      `create role ${made.visitor} login password 'right'`,
      `create database ${made.database} owner ${made.owner}`,
      `grant connect on database ${made.database} to ${made.visitor}`,
    ),
  );
  afterAll(() => admin(`drop database ${made.database} with (force)`, `drop role ${made.owner}`, `drop role ${made.visitor}`));

  it('is used by its owner and by the app’s smaller role', async () => {
    const appUrl = urlOf('tongyou_app', 'tests');
    expect(await asked(urlOf(made.owner), appUrl)).toEqual({ migratorUrl: urlOf(made.owner), appUrl });
  });

  it('may be prepared while jobs of a running process hold their turn', async () => {
    const jobs = new pg.Client({ connectionString: urlOf(made.owner) });
    await jobs.connect();
    try {
      await jobs.query('select pg_advisory_lock(19810602)');
      expect(await asked(urlOf(made.owner), urlOf('tongyou_app', 'tests'))).toHaveProperty('appUrl');
    } finally {
      await jobs.end();
    }
  });

  it.each([
    ['a wrong password', urlOf(made.owner, 'wrong'), /口令不对.* · .*password is wrong/],
    ['a database that is not there', urlOf(made.owner, 'right', `none_${mark}`), /没有这个数据库.* · .*no such database/],
    ['a server that is not there', 'postgres://a:b@127.0.0.1:1/c', /没有数据库在运行.* · .*no database answers/],
    ['an address that cannot be read', 'postgres://a:b@h:port/c', /读不懂.* · .*cannot be read/],
    ['a user who does not own', urlOf(made.visitor), /不是数据库.*的所有者.* · .*does not own/],
  ])('answers %s with one sentence in both languages', async (_, url, told) => {
    await expect(asked(url)).rejects.toThrow(told);
  });

  it('says what an owner without the right to make roles has to do, and leaves a role of another database as it is', async () => {
    await expect(asked(urlOf(made.owner))).rejects.toThrow(/tongyou_app.*DATABASE_APP_URL.* · .*DATABASE_APP_URL/);
  });

  it('does not let the app in as the owner', async () => {
    await expect(asked(urlOf(made.owner), urlOf(made.owner))).rejects.toThrow(/neither a superuser nor the owner/);
  });

  it('is 18 or newer', () => {
    expect(() => checkVersion(170_005, '17.5')).toThrow(/PostgreSQL 17\.5.*18 或更新.* · .*18 or newer/);
    expect(() => checkVersion(180_000, '18.0')).not.toThrow();
  });
});
