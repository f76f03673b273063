import { and, asc, eq, isNotNull } from 'drizzle-orm';
import { scoringWords } from '#app/i18n/scoring.ts';
import type { Ctx, Locale } from '#app/platform/ctx.ts';
import type { CalibrateOptions, Calibration } from './model.ts';
import { readAlpha, readReliability } from './readings.ts';
import { scoreRuns } from './tables.server.ts';

/** What a method statement is written from: one reckoning as it was. */
export type Reckoned = { results: Calibration; settings: CalibrateOptions; method: string; hash: string };

/** 计分方法说明 in plain sentences, one a paragraph, written from the reckoning itself; it names nobody. */
export function methodStatement({ results, settings, method, hash }: Reckoned, locale: Locale): string[] {
  const words = scoringWords[locale];
  const { statement: say, raw: reasons } = words;
  const { islands, scores, pairs, items, agreement, lines } = results;
  const counts = scores.map(({ reviews }) => reviews);
  const first = islands[0]!;
  const data = scores.length === 0 ? [] : [
    say.data({ reviews: pairs.length, applications: scores.length, reviewers: results.reviewers.length, least: Math.min(...counts), most: Math.max(...counts), items: items.length }),
    say.raw,
  ];
  const isCalibrated = results.state !== 'raw';
  const groups = islands.length > 1 ? [
    ...(isCalibrated ? [say.islands(islands.length)] : []),
    ...islands.flatMap(({ raw }, i) => (raw === null ? [] : [say.someRaw(i + 1, reasons[raw])])),
  ] : [];
  const only = results.state === 'raw' && islands.length === 1 ? [say.onlyRaw(reasons[first.raw!])] : [];
  const estimated = islands.length === 1 && first.components ? [say.components(first.components.reviewers, first.components.rest)] : [];
  const drawn = lines.map(({ kind, at }) => words.lineAt[kind](at)).join(locale === 'en' ? ', ' : '，');
  const near = scores.filter((score) => score.near !== null).length;
  const read = (value: number) => say.reading(value, words.reliability[readReliability(value)]);
  return [
    ...data,
    ...(isCalibrated ? [say.calibrated, ...estimated, say.interval] : []),
    ...groups,
    ...only,
    ...(lines.length > 0 ? [say.lines(drawn, settings.band, near)] : []),
    ...(agreement.single !== null && agreement.average !== null ? [say.agreement(read(agreement.single), read(agreement.average))] : []),
    ...(agreement.alpha === null ? [] : [say.alpha(say.reading(agreement.alpha, words.alpha[readAlpha(agreement.alpha)]))]),
    say.stands(method, hash.slice(0, 16)),
  ];
}

/** 公布的方法说明 of a call, a list of paragraphs for each published reckoning; for the notice, where everybody reads it. */
export async function publishedStatements(ctx: Ctx, callId: string, locale: Locale): Promise<{ round: number; number: number; paragraphs: string[] }[]> {
  const runs = await ctx.db
    .select()
    .from(scoreRuns)
    .where(and(eq(scoreRuns.callId, callId), isNotNull(scoreRuns.publishedAt)))
    .orderBy(asc(scoreRuns.round), asc(scoreRuns.number));
  return runs.map(({ round, number, results, settings, method, inputsHash }) => ({
    round, number, paragraphs: methodStatement({ results: results!, settings: settings!, method, hash: inputsHash! }, locale),
  }));
}
