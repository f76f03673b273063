import path from 'node:path';
import pg from 'pg';
import { type Db, openDb } from '#app/db/db.server.ts';
import { actorById } from '#app/domain/base/accounts/actor-by-id.ts';
import { type Ctx, visitor } from '#app/platform/ctx.ts';
import { openDatabase } from '../scripts/database.ts';
import { prepareData } from '../scripts/prepared.ts';
import { root } from '../scripts/run.ts';
import { signedIn } from './session.ts';

export type DemoWorld = { url: string; db: Db; client: pg.Client; as: (username: string) => Promise<Ctx>; cookieOf: (username: string) => Promise<string>; stop: () => Promise<void> };

/** 演示世界: a demonstration city of the bench's own, made at its first run; benches of what children and communities do need its people. */
export async function openDemo(): Promise<DemoWorld> {
  process.env.DATABASE_DIR ||= 'var/bench-demo/postgres';
  process.env.FILES_DIR ||= path.join(root, 'var/bench-demo/files');
  process.env.DEMO = 'yes';
  const opened = await openDatabase();
  await prepareData(opened);
  const client = new pg.Client({ connectionString: opened.migratorUrl });
  await client.connect();
  const { db, close } = openDb(opened.appUrl, 8);
  const idOf = async (username: string) => {
    const { rows } = await client.query<{ id: string }>('select id from users where username = $1', [username]);
    return rows[0]!.id;
  };
  return {
    url: opened.migratorUrl, db, client,
    as: async (username) => {
      const ctx: Ctx = { actor: visitor, db, now: new Date(), locale: 'zh-CN', requestId: 'bench' };
      return { ...ctx, actor: await actorById(ctx, await idOf(username)) };
    },
    cookieOf: async (username) => signedIn(client, await idOf(username)),
    async stop() {
      await close();
      await client.end();
      await opened.stop();
    },
  };
}
