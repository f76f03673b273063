import { run } from './run.ts';
import { fail } from './say.ts';

const name = process.argv[2];
if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
  fail(new Error('请给迁移起个名字，用小写英文和下划线，如 npm run db:new add_reviews · name the migration in small letters and underscores'));
}
const { code } = await run('drizzle-kit', ['generate', '--name', name], { show: true });
process.exit(code);
