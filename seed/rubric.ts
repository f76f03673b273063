import { readFileSync } from 'node:fs';
import type { Ctx } from '#app/platform/ctx.ts';
import { loadRubric, type RubricFile } from '#app/domain/pilot/rubrics/load-rubric.ts';

/** 缺省评分表: made from the edition and published once; later ones are made at the desk. */
export function seedRubric(ctx: Ctx, editionId: string): Promise<'loaded' | 'known'> {
  return loadRubric(ctx, editionId, defaultRubric());
}

export function defaultRubric(): RubricFile {
  return JSON.parse(readFileSync(new URL('../data/rubric.json', import.meta.url), 'utf8')) as RubricFile;
}
