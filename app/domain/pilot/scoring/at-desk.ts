import { and, desc, eq, inArray } from 'drizzle-orm';
import { may } from '#app/domain/base/accounts/access.ts';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { nameThenAndNow } from '#app/domain/base/regions/then.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import { sees, stageOf } from '#app/domain/pilot/review/blindness.ts';
import { pseudonym } from '#app/domain/pilot/review/pseudonym.ts';
import { assignments } from '#app/domain/pilot/review/tables.server.ts';
import { rubricOfCall } from '#app/domain/pilot/rubrics/in-force.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { differencesOf } from './differences.ts';
import { callToScore, type Run } from './hold-run.ts';
import { inputsOf } from './inputs.ts';
import { methodStatement } from './method-statement.ts';
import type { Calibration } from './model.ts';
import { withoutNames } from './nameless.ts';
import { publishedOf } from './read.ts';
import { scoreRuns } from './tables.server.ts';

type Call = Awaited<ReturnType<typeof callToScore>>;
const most = 50;

/** 计分页: the runs of a round, newest first, and one of them with names where the reader may know them. */
export async function scoresAtDesk(ctx: Ctx, callId: string, { round, runId }: { round: number; runId?: string | undefined }) {
  const call = await callToScore(ctx, callId, 'review.table');
  const runs = await ctx.db
    .select()
    .from(scoreRuns)
    .where(and(eq(scoreRuns.callId, callId), eq(scoreRuns.round, round)))
    .orderBy(desc(scoreRuns.number))
    .limit(most);
  const run = runId === undefined ? runs.find(({ state }) => state === 'ready') : runs.find(({ id }) => id === runId);
  if (runId !== undefined && !run) throw new Refusal('scoring-not-found', 404);
  return {
    call, round,
    runs: runs.map(({ results: _, ...one }) => one),
    shown: run?.results ? await shownOf(ctx, call, run, run.results, runs) : null,
    mayRun: may(ctx.actor, 'score.run', call), mayPublish: may(ctx.actor, 'score.publish', call),
  };
}

export type ScoresAtDesk = Awaited<ReturnType<typeof scoresAtDesk>>;

async function shownOf(ctx: Ctx, call: Call, run: Run, stored: Calibration, runs: readonly Run[]) {
  const ids = stored.scores.map(({ application }) => application);
  const published = await publishedOf(ctx, call.id, run.round);
  const before = runs.find(({ number, state }) => number < run.number && state === 'ready')?.results;
  const named = [...new Set([...ids, ...published.keys(), ...(before?.scores ?? []).map(({ application }) => application)])];
  const units = named.length === 0 ? [] : await ctx.db
    .select({ id: applications.id, number: applications.number, status: applications.status, unit: nameThenAndNow(ctx, applications.regionCode, applications.createdAt) })
    .from(applications)
    .innerJoin(regions, eq(regions.code, applications.regionCode))
    .where(inArray(applications.id, named));
  const areNamed = units.every(({ status }) => sees(call.review, stageOf({ status }, run.round), { kind: 'office', isInvolved: false, areAllIn: true }).reviewers === 'names');
  const { results, labels } = areNamed ? { results: stored, labels: await namesOf(ctx, call.id, run.round) } : withoutNames(stored);
  const rubric = await rubricOfCall(ctx, call);
  const current = await inputsOf(ctx, call, run.round);
  const figures = new Map(stored.scores.map((score) => [score.application, score]));
  return {
    run: { id: run.id, number: run.number, computedAt: run.computedAt!, publishedAt: run.publishedAt, publishedByName: run.publishedByName, hash: run.inputsHash!, method: run.method, settings: run.settings! },
    results, isNameless: !areNamed, isStale: current.hash !== run.inputsHash,
    units: Object.fromEntries(units.map(({ id, number, unit }) => [id, { number: number ?? '', unit }])),
    reviewers: Object.fromEntries(labels),
    items: Object.fromEntries(rubric.items.map(({ id, zh, en }) => [id, { zh, en }])),
    fromPublished: published.size === 0 ? [] : differencesOf(published, figures),
    fromBefore: before ? differencesOf(new Map(before.scores.map((score) => [score.application, score])), figures) : null,
    published: Object.fromEntries(published), adds: ids.filter((id) => !published.has(id)).length,
    statement: methodStatement({ results: stored, settings: run.settings!, method: run.method, hash: run.inputsHash! }, ctx.locale),
  };
}

export type ShownRun = NonNullable<ScoresAtDesk['shown']>;

/** The experts of a call by the pseudonym they have there. */
async function namesOf(ctx: Ctx, callId: string, round: number): Promise<Map<string, string>> {
  const rows = await ctx.db
    .selectDistinct({ id: users.id, name: users.name })
    .from(assignments)
    .innerJoin(applications, eq(applications.id, assignments.applicationId))
    .innerJoin(users, eq(users.id, assignments.expertId))
    .where(and(eq(applications.callId, callId), eq(assignments.round, round)));
  return new Map(rows.map(({ id, name }) => [pseudonym(callId, id), name]));
}
