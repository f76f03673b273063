import { migrateStep, seedDatabase, withDatabase } from './database.ts';
import { isPrepared, notePrepared, oneAtATime } from './prepared.ts';
import { fail } from './say.ts';

const onlyIfNeeded = process.argv.includes('--if-needed');

await withDatabase((urls) =>
  oneAtATime(urls, async () => {
    if (onlyIfNeeded && (await isPrepared(urls))) return;
    await migrateStep(urls);
    await seedDatabase(urls);
    await notePrepared(urls);
  }),
).catch(fail);
