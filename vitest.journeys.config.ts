import { globSync, readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { patience } from './tests/journeys/patience.ts';

/** What takes longest; the walks through every page come before all, one on each stage, before a story has changed the demonstration. */
const long = ['every-page', 'binhu-from-draft', 'production', 'tests/faults/'];

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => (long.findIndex((part) => moduleId.includes(part)) + long.length + 1) % (long.length + 1);
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}

/** 慢: what walks through every page, or breaks and measures the site itself, is left out when its answers come late on purpose. */
const isSlow = Boolean(process.env.STORIES_SLOW);
const include = globSync(isSlow ? 'tests/journeys/**/!(every-page*).spec.ts' : ['tests/journeys/**/*.spec.ts', 'tests/faults/**/*.spec.ts']);

/** 自成一家: what changes the settings of its process has a process of its own. */
const alone = include.filter((file) => file.startsWith('tests/faults/') || /process\.env/.test(readFileSync(file, 'utf8')));

const stories = { pool: 'forks', testTimeout: 300_000, hookTimeout: 300_000, expect: { poll: { timeout: patience } } } as const;

/** 故事: a real browser against built servers, two stories at a time; all others share two processes that load the house once. What breaks and slows things down has servers of its own, or a stage to itself. */
export default defineConfig({
  test: {
    sequence: { sequencer: LongFirst },
    globalSetup: ['./tests/postgres.ts', './tests/journeys/site.ts'],
    maxWorkers: 2,
    projects: [
      { extends: true, test: { ...stories, name: 'together', include, exclude: alone, isolate: false } },
      { extends: true, test: { ...stories, name: 'alone', include: alone } },
    ],
  },
});
