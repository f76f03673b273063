import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const include = ['app/**/*.test.ts', 'app/**/*.test.tsx', 'seed/**/*.test.ts', 'tests/*.test.ts'];

/** 自成一家: files that change the settings of their process, or ask what it has learnt, have a process of their own. */
const alone = globSync(include).filter((file) => file.endsWith('haste.test.ts') || /process\.env|config\(\)\.\w+ = /.test(readFileSync(file, 'utf8')));

// A process that has loaded the whole house takes many seconds to write down what it compiled, and nobody reads it again.
process.env.NODE_DISABLE_COMPILE_CACHE = '1';

const verbs = {
  env: { AUTH_SECRET: 'a secret that only the tests know and use' },
  pool: 'forks',
  testTimeout: 120_000,
  hookTimeout: 180_000,
  expect: { poll: { timeout: 60_000 } },
} as const;

/** 测试: all other files share two processes that load the house once; each file has a database of its own. */
export default defineConfig({
  // The desk's styles are made by the build; a test that opens a page needs none.
  resolve: { alias: { '#app/ui/desk/antd.gen.css': fileURLToPath(new URL('app/ui/desk/desk.css', import.meta.url)) } },
  test: {
    globalSetup: './tests/postgres.ts',
    maxWorkers: 2,
    projects: [
      { extends: true, test: { ...verbs, name: 'together', include, exclude: alone, isolate: false } },
      { extends: true, test: { ...verbs, name: 'alone', include: alone } },
    ],
  },
});
