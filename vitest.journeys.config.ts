import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const story = { pool: 'forks', testTimeout: 180_000, hookTimeout: 240_000 } as const;

/** The walks through every page come first, one on each stage, before a story has changed the demonstration. */
class WalksFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isWalk = ({ moduleId }: TestSpecification) => Number(moduleId.includes('every-page'));
    return (await super.sort(files)).toSorted((a, b) => isWalk(b) - isWalk(a));
  }
}

/** 故事: a real browser against built servers, two stories at a time; what breaks and slows things down comes afterwards, one by one. */
export default defineConfig({
  test: {
    sequence: { sequencer: WalksFirst },
    globalSetup: ['./tests/postgres.ts', './tests/journeys/site.ts'],
    projects: [
      { test: { ...story, name: 'stories', include: ['tests/journeys/**/*.spec.ts'], maxWorkers: 2, sequence: { groupOrder: 0 } } },
      { test: { ...story, name: 'faults', include: ['tests/faults/**/*.spec.ts'], maxWorkers: 1, fileParallelism: false, sequence: { groupOrder: 1 } } },
    ],
  },
});
