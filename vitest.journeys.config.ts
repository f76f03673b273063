import { defineConfig } from 'vitest/config';

const story = { pool: 'forks', testTimeout: 180_000, hookTimeout: 240_000 } as const;

/** 故事: a real browser against built servers, two stories at a time; what breaks and slows things down comes afterwards, one by one. */
export default defineConfig({
  test: {
    globalSetup: ['./tests/postgres.ts', './tests/journeys/site.ts'],
    projects: [
      { test: { ...story, name: 'stories', include: ['tests/journeys/**/*.spec.ts'], maxWorkers: 2, sequence: { groupOrder: 0 } } },
      { test: { ...story, name: 'faults', include: ['tests/faults/**/*.spec.ts'], maxWorkers: 1, fileParallelism: false, sequence: { groupOrder: 1 } } },
    ],
  },
});
