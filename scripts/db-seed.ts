import { migrateStep, seedDatabase, withDatabase } from './database.ts';
import { notePrepared } from './prepared.ts';
import { fail } from './say.ts';

await withDatabase(async (urls) => {
  await migrateStep(urls);
  await seedDatabase(urls);
  await notePrepared(urls);
}).catch(fail);
