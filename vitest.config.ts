import { defineConfig } from 'vitest/config';

export default defineConfig({
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
