import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import type { TestServer } from './postgres.ts';

/** A database of its own for this test file, copied from the template: migrated, with the standard and some regions. */
export function workerDatabase(): Promise<TestServer> {
  return copyDatabase(inject('postgres'), `file_${process.env.VITEST_POOL_ID ?? '0'}_${randomBytes(6).toString('hex')}`);
}

/** A copy of the template under another name. */
export async function copyDatabase(server: TestServer, name: string): Promise<TestServer> {
  const template = new URL(server.appUrl).pathname.slice(1);
  const admin = new pg.Client({ connectionString: server.adminUrl });
  await admin.connect();
  try {
    await admin.query(`create database ${name} template ${template} strategy file_copy`);
    await admin.query(`revoke all on database ${name} from public`);
    await admin.query(`grant connect on database ${name} to tongyou_app, tongyou_migrator`);
  } finally {
    await admin.end();
  }
  const inside = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  return { adminUrl: inside(server.adminUrl), migratorUrl: inside(server.migratorUrl), appUrl: inside(server.appUrl) };
}
