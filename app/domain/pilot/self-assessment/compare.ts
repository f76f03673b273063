import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { type Level, type Levels, scoreOf } from '#app/domain/base/rule-results/model.ts';
import { rulesOf } from '#app/domain/base/standard/model.ts';
import { getEdition } from '#app/domain/base/standard/read.ts';
import { applications, submissions } from '#app/domain/pilot/applications/tables.server.ts';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { rowsOf } from './held.ts';
import { levelsOf, moveOf, type Move, sectionScores } from './model.ts';
import { assessmentYears } from './read.ts';
import { newestSubmission } from './submissions.ts';

/** 一列: one year, or the quick self-check of an application, with the rules of its own edition. */
export type Column = {
  key: string; kind: 'quick' | 'handed-in' | 'draft'; year: number; day: string; editionId: string;
  levels: Record<string, Level>; score: number | null; sections: { id: string; score: number | null }[];
};

const quickLevels: Record<string, Level> = { met: 'met', partly: 'partly', 'not-yet': 'not-met' };

/** 历年对比: the quick self-check that came with the application first, then year by year; drafts last, said to be drafts. */
export async function compareYears(ctx: Ctx, regionCode: string): Promise<{ columns: Column[]; moves: { ruleId: string; before: Level | undefined; after: Level | undefined; move: Move }[] }> {
  const years = (await assessmentYears(ctx, regionCode)).toReversed();
  const quick = await quickCheckOf(ctx, regionCode);
  const columns: Column[] = quick ? [quick] : [];
  for (const held of years) {
    const handed = await newestSubmission(ctx, held);
    const levels = handed ? Object.fromEntries(handed.rows.map((row) => [row.ruleId, row.level])) : levelsOf((await rowsOf(ctx, held)).values());
    columns.push(await columnOf(ctx, {
      key: `${held.regionCode}-${held.year}`, kind: handed ? 'handed-in' : 'draft', year: held.year, day: beijingDay(handed?.submittedAt ?? held.updatedAt), editionId: held.editionId, levels,
    }));
  }
  const [before, after] = columns.slice(-2);
  const rules = after ? rulesOf(await getEdition(ctx, after.editionId)) : [];
  const moves = before && after
    ? rules.map(({ id }) => ({ ruleId: id, before: before.levels[id], after: after.levels[id], move: moveOf(before.levels[id], after.levels[id]) })).filter(({ move }) => move !== 'same')
    : [];
  return { columns, moves };
}

async function columnOf(ctx: Ctx, given: Omit<Column, 'score' | 'sections'> & { levels: Levels }): Promise<Column> {
  const { sections } = await getEdition(ctx, given.editionId);
  return { ...given, score: scoreOf(given.levels), sections: sectionScores(sections, given.levels).map(({ id, score }) => ({ id, score })) };
}

/** 快速自查: what the community said of itself when it applied, the first line of its history; whoever asks has proved their right to the community. */
export async function quickCheckOf(ctx: Ctx, regionCode: string): Promise<Column | undefined> {
  const [row] = await ctx.db
    .select({ at: submissions.submittedAt, editionId: calls.editionId, selfCheck: sql<{ ruleId: string; level: string }[]>`${submissions.content} -> 'selfCheck'` })
    .from(submissions)
    .innerJoin(applications, eq(applications.id, submissions.applicationId))
    .innerJoin(calls, eq(calls.id, applications.callId))
    .where(and(eq(applications.regionCode, regionCode), isNull(submissions.withdrawnAt), sql`jsonb_array_length(${submissions.content} -> 'selfCheck') > 0`))
    .orderBy(desc(submissions.submittedAt))
    .limit(1);
  if (!row) return undefined;
  const levels = Object.fromEntries(row.selfCheck.flatMap(({ ruleId, level }) => (quickLevels[level] ? [[ruleId, quickLevels[level]]] : [])));
  const day = beijingDay(row.at);
  return columnOf(ctx, { key: 'quick', kind: 'quick', year: Number(day.slice(0, 4)), day, editionId: row.editionId, levels });
}
