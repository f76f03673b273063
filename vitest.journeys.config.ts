import { defineConfig } from 'vitest/config';

/** 故事: a real browser against the built server, one story a file, one after the other. */
export default defineConfig({
  test: {
    include: ['tests/journeys/**/*.spec.ts', 'tests/faults/**/*.spec.ts'],
    globalSetup: ['./tests/postgres.ts', './tests/journeys/site.ts'],
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 120_000,
  },
});
