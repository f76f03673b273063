import path from 'node:path';
import pg from 'pg';
import { type Db, openDb } from '#app/db/db.server.ts';
import { openDatabase } from '../scripts/database.ts';
import { root } from '../scripts/run.ts';

/** The load of the cities: as the app asks it, as a bare client does, and its owner's address. */
export type Cities = { db: Db; bare: pg.Client; migratorUrl: string; stop: () => Promise<void> };

/** 城市负载: the database that `npm run seed:load -- city` filled. */
export async function openCities(): Promise<Cities> {
  process.env.DATABASE_DIR ||= 'var/load/postgres';
  process.env.FILES_DIR ||= path.join(root, 'var/load/files');
  process.env.DEMO = 'no';
  const opened = await openDatabase();
  const { db, close } = openDb(opened.appUrl, 4);
  const bare = new pg.Client({ connectionString: opened.appUrl });
  await bare.connect();
  const stop = async () => {
    await bare.end();
    await close();
    await opened.stop();
  };
  return { db, bare, migratorUrl: opened.migratorUrl, stop };
}
