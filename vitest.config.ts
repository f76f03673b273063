import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // The desk's styles are made by the build; a test that opens a page needs none.
  resolve: { alias: { '#app/ui/desk/antd.gen.css': fileURLToPath(new URL('app/ui/desk/desk.css', import.meta.url)) } },
  test: {
    include: ['app/**/*.test.ts', 'app/**/*.test.tsx', 'seed/**/*.test.ts', 'tests/*.test.ts'],
    env: { AUTH_SECRET: 'a secret that only the tests know and use' },
    globalSetup: './tests/postgres.ts',
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
