import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { factsOf } from '#app/domain/base/communities/facts.ts';
import { organisations } from '#app/domain/base/organisations/tables.server.ts';
import { kindOf } from '#app/domain/base/regions/model.ts';
import { officially } from '#app/domain/base/regions/name-in.ts';
import { findRegion } from '#app/domain/base/regions/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isEmpty } from './answers.ts';
import { type Answer, questionsOf, type QuestionSet } from '#app/domain/pilot/calls/model.ts';
import { applications, submissions } from './tables.server.ts';

/** 已知内容: an answer nobody needs to type again, and where it comes from. */
export type Known = { questionId: string; value: Answer; source: string };

/**
 * 预填 (填一次): the unit's last application first, because people wrote it themselves, then the community's facts,
 * the applying government's entry among the organisations, and the list of regions.
 */
export async function knownAnswers(ctx: Ctx, set: QuestionSet, unit: string, applicant: string) {
  const [last, community, organisation, region] = [
    await lastSubmission(ctx, unit),
    await factsOf(ctx, unit),
    await governmentAt(ctx, applicant),
    await findRegion(officially(ctx), unit),
  ];
  const facts: Record<string, { value: unknown; source: string }> = {};
  for (const [key, value] of Object.entries(community)) facts[`community.${key}`] = { value, source: 'community' };
  for (const [key, value] of Object.entries(organisation ?? {})) facts[`organisation.${key}`] = { value, source: 'organisation' };
  facts['region.name'] = { value: region?.name, source: 'region' };
  facts['region.unitKind'] = { value: unitKind(unit), source: 'region' };

  const known = questionsOf(set).flatMap((question): Known[] => {
    if (question.kind === 'paper') return [];
    const fact = question.fact ? facts[question.fact] : undefined;
    const earlier = last?.answers[question.id];
    if (earlier !== undefined && !isEmpty(earlier)) return [{ questionId: question.id, value: earlier, source: `application:${last!.number}` }];
    const value = asAnswer(fact?.value);
    return value === undefined || isEmpty(value) ? [] : [{ questionId: question.id, value, source: fact!.source }];
  });
  return { known, organisationId: organisation?.id ?? null };
}

function asAnswer(value: unknown): Answer | undefined {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? (value as Answer) : undefined;
}

function unitKind(code: string): string {
  const kind = kindOf(code);
  if (code.length === 9) return 'subdistrict';
  return kind === 'village' || kind === 'village-like' ? 'village' : 'residents';
}

async function lastSubmission(ctx: Ctx, unit: string) {
  const [row] = await ctx.db
    .select({ number: applications.number, answers: sql<Record<string, Answer>>`${submissions.content}->'answers'` })
    .from(submissions)
    .innerJoin(applications, eq(applications.id, submissions.applicationId))
    .where(and(eq(applications.regionCode, unit), isNull(submissions.withdrawnAt)))
    .orderBy(desc(submissions.id))
    .limit(1);
  return row;
}

async function governmentAt(ctx: Ctx, applicant: string) {
  const [row] = await ctx.db
    .select({
      id: organisations.id, name: organisations.name, creditCode: organisations.creditCode, address: organisations.address,
      contactName: organisations.contactName, contactPhone: organisations.contactPhone,
    })
    .from(organisations)
    .where(and(eq(organisations.regionCode, applicant), eq(organisations.kind, 'government')))
    .orderBy(desc(sql`${organisations.verification} = 'verified'`), organisations.id)
    .limit(1);
  return row;
}
