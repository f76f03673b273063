import { and, desc, eq, inArray } from 'drizzle-orm';
import { codesOf } from '#app/domain/base/regions/borne-by.ts';
import { officially } from '#app/domain/base/regions/name-in.ts';
import { scoreOf } from '#app/domain/base/rule-results/model.ts';
import { getEdition } from '#app/domain/base/standard/read.ts';
import { regionAndPath } from '#app/domain/base/regions/read.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import type { EvaluationContent } from './content.ts';
import { findingsOf } from './findings.ts';
import type { Evaluation } from './hold.ts';
import { levelsIn } from './levels-in.ts';
import { indicatorsOf, itemsOf, levelsOf, voicesOf } from './items.ts';
import { evidenceStreams, levelChanges, proposedLevel, shownCount, streamConflicts, weightedScore } from './model.ts';
import { evaluations } from './tables.server.ts';

/** 整理评估: everything it says as it stands now; frozen when it is concluded. */
export async function putTogether(ctx: Ctx, evaluation: Evaluation): Promise<EvaluationContent> {
  return contentOf(ctx, evaluation, await entriesOf(ctx, evaluation));
}

/** 录入的意见和指标 of an evaluation. */
export async function entriesOf(ctx: Ctx, evaluation: Evaluation) {
  const [voices, indicators] = await Promise.all([voicesOf(ctx, evaluation), indicatorsOf(ctx, evaluation)]);
  return { voices, indicators };
}

/** The same out of entries that are known already. */
export async function contentOf(ctx: Ctx, evaluation: Evaluation, { voices, indicators }: Awaited<ReturnType<typeof entriesOf>>): Promise<EvaluationContent> {
  const { kind, regionCode, year, subject, settings } = evaluation;
  const [items, written] = await Promise.all([itemsOf(ctx, evaluation), levelsOf(ctx, evaluation)]);
  const ids = items.map(({ id }) => id);
  const findings = await findingsOf(ctx, evaluation, ids, voices, indicators);
  const of = new Map(written.map((row) => [row.id, row]));
  const levels = Object.fromEntries(written.flatMap(({ id, level }) => (level && ids.includes(id) ? [[id, level] as const] : [])));
  const last = await lastConcluded(ctx, evaluation);
  const before = levelsIn(last?.content);
  const { region, path } = await regionAndPath(officially(ctx), regionCode);
  const edition = evaluation.editionId === null ? null : await getEdition(ctx, evaluation.editionId);
  const streams = kind === 'whole' ? evidenceStreams.map((stream) => {
    const finding = findings.find((one) => one.stream === stream);
    const said = finding ? Object.keys(finding.levels).length : 0;
    return { stream, weight: settings.weights[stream], score: finding && said > 0 ? scoreOf(finding.levels) : null, rules: said, day: finding?.day ?? null };
  }) : [];
  return {
    kind, regionCode, community: region.name, place: path.slice(0, -1), year, subject,
    edition: edition && { id: edition.id, zh: edition.zh, en: edition.en },
    score: scoreOf(levels), weighted: kind === 'whole' ? weightedScore(streams, settings) : null,
    items: items.map((item) => ({
      ...item, level: levels[item.id] ?? null, note: of.get(item.id)?.note ?? '', proposed: proposedLevel(item.id, findings, settings) ?? null,
      said: findings.flatMap(({ stream, levels: found }) => (found[item.id] ? [{ stream, level: found[item.id]! }] : [])),
    })),
    streams,
    voices: voices.map(({ voice, ageBand, question, ruleId, source, gatheredOn, isByHand, ...count }) => ({ voice, ageBand, question, ruleId, source, gatheredOn, isByHand, counts: shownCount(count, settings.smallestCell) })),
    indicators: indicators.map(({ ruleId, name, value, unit, level, source, asOf, isByHand }) => ({ ruleId, name, value, unit, level, source, asOf, isByHand })),
    conflicts: streamConflicts(ids, findings).map(({ ruleId }) => ruleId),
    summary: evaluation.summary, strengths: evaluation.strengths, advice: evaluation.advice,
    comment: evaluation.comment, commentedBy: evaluation.commentedByName, reply: evaluation.reply,
    changedAfterComment: evaluation.shown ? levelChanges(ids, evaluation.shown, levels) : [],
    last: last ? { id: last.id, day: beijingDay(last.concludedAt!), score: last.score, changes: levelChanges(ids, before, levels) } : null,
    evaluator: evaluation.evaluatorName, concludedBy: evaluation.concludedByName, concludedOn: evaluation.concludedAt ? beijingDay(evaluation.concludedAt) : '',
  };
}

/** 上一次 of the same kind and subject in this community. */
async function lastConcluded(ctx: Ctx, { regionCode, kind, subject }: Evaluation) {
  const codes = await codesOf(ctx, regionCode);
  const [row] = await ctx.db
    .select({ id: evaluations.id, concludedAt: evaluations.concludedAt, score: evaluations.score, content: evaluations.content })
    .from(evaluations)
    .where(and(inArray(evaluations.countyCode, codes.map(countyCode)), inArray(evaluations.regionCode, codes), eq(evaluations.kind, kind), eq(evaluations.subject, subject), eq(evaluations.state, 'concluded')))
    .orderBy(desc(evaluations.concludedAt), desc(evaluations.id))
    .limit(1);
  return row;
}
