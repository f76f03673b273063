import { migrateStep, withDatabase } from './database.ts';
import { fail } from './say.ts';

await withDatabase(migrateStep).catch(fail);
