import { migrateStep, seedDatabase, withDatabase } from './database.ts';
import { fail } from './say.ts';

await withDatabase(async (urls) => {
  await migrateStep(urls);
  await seedDatabase(urls);
}).catch(fail);
