import { and, asc, desc, eq, inArray, ne, or, sql } from 'drizzle-orm';
import { type ItemState, type SeenState, seenState } from '#app/domain/children/moderation/model.ts';
import { moderationItems } from '#app/domain/children/moderation/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { type Better, isLate, type Understanding } from './model.ts';
import { newTicket, openByPlate, readTicket } from './plate.ts';
import { suggestionFiles, suggestionMatters, suggestionRatings, suggestions, suggestionSteps } from './tables.server.ts';

/** 认小牌子: a ticket for whoever holds the plate. */
export async function findByPlate(ctx: Ctx, given: string): Promise<string> {
  const { id, county, plate } = await openByPlate(ctx, given, async (plateOf) => {
    const rows = await ctx.db.select({ id: suggestions.id, county: suggestions.countyCode, sign: suggestions.plateSign }).from(suggestions).where(inArray(suggestions.plateSign, [...plateOf.keys()]));
    return rows.map((row) => ({ ...row, plate: plateOf.get(row.sign)! }));
  });
  return newTicket(ctx, { id, county, plate });
}

type Rated = { stepId: string; understanding: Understanding | null; better: Better | null };

/** 后来怎么样了: a child's words and all that became of them, for whoever holds a ticket. */
export async function trackSaid(ctx: Ctx, ticket: string) {
  const { id, county, plate } = readTicket(ctx, ticket);
  const [row] = await ctx.db
    .select({
      said: suggestions, matter: suggestionMatters,
      review: sql<{ id: string; state: ItemState; edited: { text: string }[] | null } | null>`(select jsonb_build_object('id', m.id, 'state', m.state, 'edited', m.edited) from ${moderationItems} m
        where m.county_code = ${suggestions.countyCode} and m.kind = 'suggestion' and m.subject_id = ${suggestions.id}::text)`,
      rated: sql<Rated[]>`(select coalesce(jsonb_agg(jsonb_build_object('stepId', r.step_id, 'understanding', r.understanding, 'better', r.better)), '[]') from ${suggestionRatings} r
        where r.county_code = ${suggestions.countyCode} and r.suggestion_id = ${suggestions.id})`,
    })
    .from(suggestions)
    .innerJoin(suggestionMatters, and(eq(suggestionMatters.countyCode, suggestions.countyCode), eq(suggestionMatters.id, suggestions.matterId)))
    .where(and(eq(suggestions.countyCode, county), eq(suggestions.id, id)));
  if (!row) throw new Refusal('suggestion-not-found', 404);
  const { said, matter, review, rated } = row;
  const steps = await ctx.db
    .select()
    .from(suggestionSteps)
    .where(and(eq(suggestionSteps.countyCode, county), eq(suggestionSteps.matterId, matter.id), ne(suggestionSteps.kind, 'late')))
    .orderBy(asc(suggestionSteps.at), asc(suggestionSteps.id))
    .limit(100);
  const files = await ctx.db
    .select({ fileId: suggestionFiles.fileId, suggestionId: suggestionFiles.suggestionId, stepId: suggestionFiles.stepId, kind: suggestionFiles.kind })
    .from(suggestionFiles)
    .leftJoin(suggestionSteps, and(eq(suggestionSteps.countyCode, suggestionFiles.countyCode), eq(suggestionSteps.id, suggestionFiles.stepId)))
    .where(and(eq(suggestionFiles.countyCode, county), or(eq(suggestionFiles.suggestionId, id), eq(suggestionSteps.matterId, matter.id))))
    .limit(50);
  const isSafe = said.lockedAt !== null;
  return {
    plate,
    said: { id, text: isSafe ? '' : said.text, pictures: said.pictures, topic: said.topic, on: beijingDay(said.saidAt), isSafe, regionCode: said.regionCode },
    matter: { state: matter.state, owner: matter.owner, taskDueOn: matter.taskDueOn, seenDueOn: matter.seenDueOn, answerDueOn: matter.answerDueOn, isLate: isLate(matter, beijingDay(ctx.now)) },
    review: { seen: review ? seenState(review.state) : ('reading' as SeenState), itemId: review?.id ?? '', edited: review?.state === 'to-agree' ? (review.edited?.[0]?.text ?? '') : '' },
    // Whoever said it later, as one of several, was received on their own day.
    steps: steps.map(({ id: stepId, kind, at: was, called, role, text, outcome, reason, owner, dueOn }) => ({ id: stepId, kind, on: beijingDay(kind === 'received' && was < said.saidAt ? said.saidAt : was), called, role, text, outcome, reason, owner, dueOn })),
    files: isSafe ? files.filter(({ suggestionId }) => suggestionId === null) : files, rated,
  };
}

export type Tracked = Awaited<ReturnType<typeof trackSaid>>;

/** 我说过的: all of a child's own account, the newest first, each with a ticket. */
export async function listOwn(ctx: Ctx) {
  const childId = ctx.child?.childId;
  if (!childId) return [];
  const rows = await ctx.db
    .select({ id: suggestions.id, county: suggestions.countyCode, text: suggestions.text, topic: suggestions.topic, at: suggestions.saidAt, state: suggestionMatters.state, lockedAt: suggestions.lockedAt })
    .from(suggestions)
    .innerJoin(suggestionMatters, and(eq(suggestionMatters.countyCode, suggestions.countyCode), eq(suggestionMatters.id, suggestions.matterId)))
    .where(eq(suggestions.childId, childId))
    .orderBy(desc(suggestions.id))
    .limit(100);
  return rows.map(({ id, county, text, topic, at, state, lockedAt }) => ({ ticket: newTicket(ctx, { id, county }), text: lockedAt ? '' : text, topic, on: beijingDay(at), state }));
}
