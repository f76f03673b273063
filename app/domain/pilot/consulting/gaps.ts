import { type Level, streams } from '#app/domain/base/rule-results/model.ts';
import { resultsOf, type Sheet } from '#app/domain/base/rule-results/read.ts';
import { type Edition, type PlacedRule, rulesOf } from '#app/domain/base/standard/model.ts';
import { currentEdition, getEdition } from '#app/domain/base/standard/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { Gap } from './next-norm.ts';

/** 差距 of a community: the rules it does not meet yet, what binds most and is farthest first, and the result they were read from. */
export type Gaps = { edition: Edition; sheet: Pick<Sheet, 'year' | 'stream' | 'score' | 'levels' | 'editionId' | 'concludedAt'> | null; gaps: (Gap & { rule: PlacedRule })[] };

const kindOrder = { must: 0, should: 1, may: 2 } as const;
const levelOrder: Record<string, number> = { 'not-met': 0, unsaid: 1, partly: 2 };

/** The newest result: of the last year that has one, the stream that weighs most. */
export function newestOf(sheets: readonly Sheet[]): Sheet | undefined {
  return sheets.toSorted((a, b) => b.year - a.year || streams.indexOf(b.stream) - streams.indexOf(a.stream))[0];
}

/** 差距清单, from the newest result; without one every rule is open and nobody knows how far. */
export async function gapsOf(ctx: Ctx, regionCode: string): Promise<Gaps> {
  const sheet = newestOf(await resultsOf(ctx, regionCode)) ?? null;
  const edition = sheet ? await getEdition(ctx, sheet.editionId) : await currentEdition(ctx);
  return { edition, sheet, gaps: sheet ? gapsIn(edition, sheet.levels) : [] };
}

export function gapsIn(edition: Edition, levels: Readonly<Record<string, Level>>): Gaps['gaps'] {
  return rulesOf(edition)
    .flatMap((rule, place) => {
      const level = levels[rule.id] ?? null;
      return level === 'met' || level === 'not-applicable' ? [] : [{ ruleId: rule.id, kind: rule.kind, level, rule, place }];
    })
    .toSorted((a, b) => kindOrder[a.kind] - kindOrder[b.kind] || levelOrder[a.level ?? 'unsaid']! - levelOrder[b.level ?? 'unsaid']! || a.place - b.place)
    .map(({ place: _, ...gap }) => gap);
}

