import { migrateStep, withDatabase } from './database.ts';
import { oneAtATime } from './prepared.ts';
import { fail } from './say.ts';

await withDatabase((urls) => oneAtATime(urls, () => migrateStep(urls))).catch(fail);
