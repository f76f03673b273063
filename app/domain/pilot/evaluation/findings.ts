import { type Level, type Levels, pointsOf } from '#app/domain/base/rule-results/model.ts';
import { resultsOf } from '#app/domain/base/rule-results/read.ts';
import { presentCode } from '#app/domain/pilot/progress-reports/near-place.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import type { Evaluation } from './hold.ts';
import type { indicatorsOf, voicesOf } from './items.ts';
import { levelAt, type StreamFinding, type VoiceCount, voiceLevel } from './model.ts';

type Voices = Awaited<ReturnType<typeof voicesOf>>;
type Indicators = Awaited<ReturnType<typeof indicatorsOf>>;

/** 各流所见 for the whole: the newest sheet of each stream up to its year, and what was entered with the evaluation; a stream that said nothing is not there. */
export async function findingsOf(ctx: Ctx, evaluation: Evaluation, ruleIds: readonly string[], voices: Voices, indicators: Indicators): Promise<StreamFinding[]> {
  if (evaluation.kind !== 'whole') return [];
  const sheets = await resultsOf(ctx, await presentCode(ctx, evaluation.regionCode));
  const found = (['self', 'expert', 'on-site'] as const).flatMap((stream) => {
    const sheet = sheets.filter((one) => one.stream === stream && one.year <= evaluation.year).toSorted((a, b) => b.year - a.year)[0];
    return sheet ? [{ stream, levels: only(ruleIds, sheet.levels), day: beijingDay(sheet.concludedAt), sourceId: sheet.sourceId, year: sheet.year }] : [];
  });
  const newest = (days: readonly string[]) => days.toSorted().at(-1);
  const entered = { sourceId: evaluation.id, year: evaluation.year };
  const heard = voiceLevels(voices, evaluation);
  const measured = indicatorLevels(indicators, evaluation);
  return [
    ...found,
    ...(Object.keys(heard).length > 0 ? [{ stream: 'voice' as const, levels: only(ruleIds, heard), day: newest(voices.map(({ gatheredOn }) => gatheredOn))!, ...entered }] : []),
    ...(Object.keys(measured).length > 0 ? [{ stream: 'indicators' as const, levels: only(ruleIds, measured), day: newest(indicators.map(({ asOf }) => asOf))!, ...entered }] : []),
  ];
}

const only = (ruleIds: readonly string[], levels: Levels) => Object.fromEntries(Object.entries(levels).filter(([id]) => ruleIds.includes(id)));

/** 意见的程度 by rule: all that was asked about a rule, children and carers together. */
function voiceLevels(voices: Voices, { settings }: Evaluation): Record<string, Level> {
  const counts = new Map<string, VoiceCount>();
  for (const { ruleId, yes, partly, no } of voices) {
    if (ruleId === '') continue;
    const sum = counts.get(ruleId) ?? { yes: 0, partly: 0, no: 0 };
    counts.set(ruleId, { yes: sum.yes + yes, partly: sum.partly + partly, no: sum.no + no });
  }
  return Object.fromEntries([...counts].flatMap(([ruleId, count]) => {
    const level = voiceLevel(count, settings);
    return level ? [[ruleId, level]] : [];
  }));
}

/** 指标的程度 by rule: the mean of what its indicators say. */
function indicatorLevels(indicators: Indicators, { settings }: Evaluation): Record<string, Level> {
  const points = new Map<string, number[]>();
  for (const { ruleId, level } of indicators) {
    const said = pointsOf(level);
    if (said !== null) points.set(ruleId, [...(points.get(ruleId) ?? []), said]);
  }
  return Object.fromEntries([...points].map(([ruleId, said]) => [ruleId, levelAt((100 * said.reduce((sum, one) => sum + one, 0)) / said.length, settings)]));
}
