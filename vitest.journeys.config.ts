import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest; the walks through every page come before all, one on each stage, before a story has changed the demonstration. */
const long = ['every-page', 'binhu-from-draft', 'production', 'tests/faults/'];

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => (long.findIndex((part) => moduleId.includes(part)) + long.length + 1) % (long.length + 1);
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}

/** 故事: a real browser against built servers, two stories at a time; what breaks and slows things down has servers of its own, or a stage to itself. */
export default defineConfig({
  test: {
    sequence: { sequencer: LongFirst },
    globalSetup: ['./tests/postgres.ts', './tests/journeys/site.ts'],
    include: ['tests/journeys/**/*.spec.ts', 'tests/faults/**/*.spec.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 180_000,
    hookTimeout: 240_000,
  },
});
