import { and, desc, eq, isNull, lte, sql } from 'drizzle-orm';
import { communities } from '#app/domain/base/communities/tables.server.ts';
import { evidence } from '#app/domain/base/evidence/tables.server.ts';
import type { Level } from '#app/domain/base/rule-results/model.ts';
import { resultsOf, sheetAsOf } from '#app/domain/base/rule-results/read.ts';
import { getEdition } from '#app/domain/base/standard/read.ts';
import { rulesOf } from '#app/domain/base/standard/model.ts';
import { reportWords } from '#app/i18n/reports.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay, startOfBeijingDay } from '#app/platform/dates.ts';
import { evidenceSince } from './evidence-since.ts';
import type { Prefilled, PrefillKind, ReportFormContent, Span } from './model.ts';
import { presentCode } from './near-place.ts';
import { progressReports, reportAnswers } from './tables.server.ts';

/** 报告所及: whose report, of which pilot and period. */
export type AboutReport = { regionCode: string; pilotId: string } & Span;

/** A source that lies in a room this one does not know: the tasks of the plan. */
export type PlanSource = (ctx: Ctx, regionCode: string, span: Span) => Promise<Omit<Prefilled, 'kind'> | undefined>;

/** 预填: for every question that has a source which knows something, the value and where it comes from. */
export async function prefillFor(ctx: Ctx, form: ReportFormContent, about: AboutReport, plan?: PlanSource): Promise<Map<string, Prefilled>> {
  const place = { ...about, regionCode: await presentCode(ctx, about.regionCode) };
  const wanted = new Set(form.questions.map(({ from }) => from));
  const once = async <T>(kind: PrefillKind, read: () => Promise<T>) => (wanted.has(kind) ? read() : undefined);
  const [facts, added, changes, tasks, last] = [
    await once('fact', () => knownFacts(ctx, place.regionCode)), await once('evidence', () => addedEvidence(ctx, place)),
    await once('assessment', () => assessmentChanges(ctx, place)), await once('plan', async () => plan?.(ctx, place.regionCode, place)), await once('previous', () => lastAnswers(ctx, about)),
  ];
  const found = new Map<string, Prefilled>();
  for (const question of form.questions) {
    const of = { fact: facts?.get(question.key), evidence: added, assessment: changes, plan: tasks, previous: last?.get(question.id) };
    const said = question.from && of[question.from];
    if (said && said.value.trim() !== '') found.set(question.id, { ...said, kind: question.from! });
  }
  return found;
}

type Said = Omit<Prefilled, 'kind'>;

/** 已知的数: numbers that evidence settles and that hold today, else what the community's file knows. */
async function knownFacts(ctx: Ctx, regionCode: string): Promise<Map<string, Said>> {
  const known = new Map<string, Said>();
  const [file] = await ctx.db.select({ facts: communities.facts, updatedAt: communities.updatedAt }).from(communities).where(eq(communities.regionCode, regionCode));
  for (const [key, value] of Object.entries(file?.facts ?? {})) {
    if (typeof value === 'number' || (typeof value === 'string' && /^\d{1,9}$/.test(value))) known.set(key, { value: String(value), what: '', day: beijingDay(file!.updatedAt) });
  }
  const today = beijingDay(ctx.now);
  const pieces = await ctx.db
    .select({ key: evidence.factKey, number: evidence.number, title: evidence.title, day: evidence.validFrom })
    .from(evidence)
    .where(and(
      eq(evidence.countyCode, countyCode(regionCode)), eq(evidence.regionCode, regionCode), isNull(evidence.withdrawnAt), sql`${evidence.factKey} <> ''`,
      lte(evidence.validFrom, today), sql`(${evidence.validTo} is null or ${evidence.validTo} >= ${today})`,
    ))
    .orderBy(evidence.validFrom, evidence.id)
    .limit(200);
  for (const { key, number, title, day } of pieces) if (number !== null) known.set(key, { value: String(number), what: title, day });
  return known;
}

/** 新增佐证 in the period and since: what was entered and may be read by the office. */
async function addedEvidence(ctx: Ctx, { regionCode, from }: AboutReport): Promise<Said | undefined> {
  const lines = await evidenceSince(ctx, regionCode, from);
  return lines[0] && { value: lines.map(({ line }) => line).join('\n'), what: String(lines.length), day: lines[0].day };
}

/** 自评变化 since the period began, rule by rule; when there was none before, how many are met. */
async function assessmentChanges(ctx: Ctx, { regionCode, from }: AboutReport): Promise<Said | undefined> {
  const [now] = await resultsOf(ctx, regionCode, 'self');
  if (!now || beijingDay(now.concludedAt) < from) return undefined;
  const before = await sheetAsOf(ctx, regionCode, 'self', startOfBeijingDay(from));
  const words = reportWords[ctx.locale];
  const about = { what: String(now.year), day: beijingDay(now.concludedAt) };
  if (!before) {
    const count = (level: Level) => Object.values(now.levels).filter((one) => one === level).length;
    return { ...about, value: words.firstAssessment(now.year, count('met'), count('partly'), count('not-met')) };
  }
  const say = (level: Level | undefined) => (level ? words.levels[level] : words.notSaid);
  const lines = rulesOf(await getEdition(ctx, now.editionId)).flatMap(({ id }) => (before.levels[id] === now.levels[id] ? [] : [words.changed(id, say(before.levels[id]), say(now.levels[id]))]));
  return { ...about, value: lines.join('\n') };
}

/** 上次的回答 to the same questions, from the last report that was handed in. */
async function lastAnswers(ctx: Ctx, { regionCode, pilotId, from }: AboutReport): Promise<Map<string, Said>> {
  const county = countyCode(regionCode);
  const [last] = await ctx.db
    .select({ id: progressReports.id, untilOn: progressReports.untilOn })
    .from(progressReports)
    .where(and(eq(progressReports.countyCode, county), eq(progressReports.pilotId, pilotId), lte(progressReports.untilOn, addDays(from, -1)), sql`${progressReports.round} > 0`))
    .orderBy(desc(progressReports.untilOn))
    .limit(1);
  if (!last) return new Map();
  const rows = await ctx.db
    .select({ id: reportAnswers.questionId, value: reportAnswers.value })
    .from(reportAnswers)
    .where(and(eq(reportAnswers.countyCode, county), eq(reportAnswers.reportId, last.id)));
  return new Map(rows.map(({ id, value }) => [id, { value, what: last.untilOn, day: last.untilOn }]));
}
