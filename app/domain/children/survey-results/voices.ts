import { and, desc, eq, gte } from 'drizzle-orm';
import { isForChildren, type Said } from '#app/domain/children/surveys/model.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { type ItemResult, sidesOf } from './model.ts';
import type { Result } from './read.ts';
import { surveyResults } from './tables.server.ts';

/** 细则 a question of the instruments speaks to, by its pair; the others speak to none alone. */
const ruleOfPair: Record<string, string> = {
  'play-near': 'C3.1', 'play-safe': 'C3.4', 'play-all': 'C3.5', 'say-asked': 'A3.2', 'say-told': 'A3.3', 'say-rights': 'B1.1',
  'safe-road': 'C4.1', 'safe-night': 'C5.2', 'safe-bully': 'B2.4', 'health-near': 'D3.4', 'learn-after': 'D2.3', 'green-near': 'C3.3', 'green-clean': 'C5.3',
};
/** A survey speaks for a year. */
const freshDays = 366;

/** 计数的意见 of children or carers on one question and its rule, out of the public's table. */
export type CountedVoice = { voice: 'children' | 'carers'; audience: Result['audience']; text: Said; ruleId: string; yes: number; partly: number; no: number; title: string; closedOn: string };

/** 调查里的意见 of a community: of each audience the newest round of the last year. What the public does not see, an evaluation, which is public in the end, does not say. */
export async function surveyVoices(ctx: Ctx, regionCode: string): Promise<CountedVoice[]> {
  const rows = await ctx.db.select({ audience: surveyResults.audience, title: surveyResults.title, closedOn: surveyResults.closedOn, table: surveyResults.public }).from(surveyResults)
    .where(and(eq(surveyResults.regionCode, regionCode), gte(surveyResults.closedOn, addDays(beijingDay(ctx.now), -freshDays)))).orderBy(desc(surveyResults.closedOn), desc(surveyResults.roundId)).limit(20);
  const newest = rows.filter((row, at) => row.audience !== 'staff' && rows.findIndex(({ audience }) => audience === row.audience) === at);
  return newest.flatMap(({ audience, title, closedOn, table }) => table.items.flatMap((item): CountedVoice[] => {
    const ruleId = ruleOfPair[item.pair];
    const counts = ruleId && countsOf(item);
    return counts ? [{ voice: isForChildren(audience) ? 'children' : 'carers', audience, text: item.text, ruleId, ...counts, title, closedOn }] : [];
  }));
}

/** Yes, partly, no: where what lies below "mostly true" is shown as one, it counts as no. */
function countsOf(item: ItemResult) {
  const sides = sidesOf(item);
  if (!sides) return undefined;
  const middle = item.blocks.find(({ at }) => at.length === 1 && at[0] === item.favourable && item.blocks.length > 2);
  const partly = middle && sides[1] > middle.count ? middle.count : 0;
  return { yes: sides[0], partly, no: sides[1] - partly };
}
