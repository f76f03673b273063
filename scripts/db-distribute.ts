import pg from 'pg';
import { distribute, planOf, readCatalog, unfit } from '#app/db/distribute.ts';
import { withDatabase } from './database.ts';
import { fail, say } from './say.ts';

/** 分布数据库: `npm run db:distribute` spreads the heavy tables over the nodes of a Citus server; `-- --print` shows the statements and changes nothing. */
await withDatabase(async ({ migratorUrl }) => {
  const client = new pg.Client({ connectionString: migratorUrl });
  await client.connect();
  try {
    if (process.argv.includes('--print')) {
      const catalog = await readCatalog(client);
      console.log(planOf(catalog).map((statement) => `${statement};`).join('\n'));
      for (const problem of unfit(catalog)) say(`不能分布：${problem}`, `cannot be distributed: ${problem}`);
      return;
    }
    const steps = await distribute(client, (statement) => say(statement, ''));
    say(`已分布，共 ${steps} 步`, `distributed in ${steps} steps`);
  } finally {
    await client.end();
  }
}).catch(fail);
