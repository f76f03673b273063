import { and, asc, eq, inArray, ne, or, sql } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import type { ItemState } from '#app/domain/children/moderation/model.ts';
import { moderationItems } from '#app/domain/children/moderation/tables.server.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { similarTo } from './alike.ts';
import { ofMatter } from './hold-matter.ts';
import { lundyOf } from './lundy.ts';
import { isLate, nextDue, openStates } from './model.ts';
import { suggestionFiles, suggestionMatters, suggestionRatings, suggestions, suggestionSteps } from './tables.server.ts';

/** 一件建议 for the staff: every child's words (held ones too, locked ones never), the steps, what the children think, the four parts, and what is alike. */
export async function getMatter(ctx: Ctx, regionCode: string, id: string) {
  allow(ctx, 'suggestion.read', { regionCode });
  const county = countyCode(regionCode);
  const [matter] = isId(id) ? await ctx.db.select().from(suggestionMatters).where(and(ofMatter({ countyCode: county, id }), eq(suggestionMatters.regionCode, regionCode))) : [];
  if (!matter) throw new Refusal('suggestion-not-found', 404);
  const all = await ctx.db
    .select({ said: suggestions, review: sql<{ state: ItemState; edited: { text: string }[] | null; agreed: boolean } | null>`(select jsonb_build_object('state', m.state, 'edited', m.edited, 'agreed', m.agreed_at is not null) from ${moderationItems} m
      where m.county_code = suggestions.county_code and m.kind = 'suggestion' and m.subject_id = suggestions.id::text)` })
    .from(suggestions)
    .where(and(eq(suggestions.countyCode, county), eq(suggestions.matterId, id)))
    .orderBy(asc(suggestions.id))
    .limit(200);
  const steps = await ctx.db.select().from(suggestionSteps).where(and(eq(suggestionSteps.countyCode, county), eq(suggestionSteps.matterId, id))).orderBy(asc(suggestionSteps.at), asc(suggestionSteps.id)).limit(200);
  const ids = all.map(({ said }) => said.id);
  const ratings = ids.length > 0 ? await ctx.db.select().from(suggestionRatings).where(and(eq(suggestionRatings.countyCode, county), inArray(suggestionRatings.suggestionId, ids))).limit(500) : [];
  const open = all.filter(({ said }) => said.lockedAt === null);
  const owners = [...open.map(({ said }) => said.id), ...steps.map((step) => step.id)];
  const files = owners.length > 0
    ? await ctx.db.select().from(suggestionFiles).where(and(eq(suggestionFiles.countyCode, county), or(inArray(suggestionFiles.suggestionId, owners), inArray(suggestionFiles.stepId, owners)))).limit(200)
    : [];
  const today = beijingDay(ctx.now);
  const answer = steps.findLast(({ kind }) => kind === 'answered');
  return {
    matter: { ...matter, dueOn: nextDue(matter), isLate: isLate(matter, today) }, today, files,
    said: all.map(({ said, review }) => ({
      id: said.id, way: said.way, layer: said.layer, topic: said.topic, on: beijingDay(said.saidAt), isLocked: said.lockedAt !== null, pictures: said.lockedAt ? [] : said.pictures,
      text: said.lockedAt ? '' : said.text, review: review?.state ?? ('waiting' as ItemState), shown: said.lockedAt || !review?.edited ? '' : (review.edited[0]?.text ?? ''),
    })),
    steps: steps.map(({ at, countyCode: _, ...step }) => ({ ...step, on: beijingDay(at) })),
    ratings: ratings.map(({ understanding, better, more, stepId }) => ({ understanding, better, more, stepId })),
    lundy: lundyOf({
      state: matter.state, ownWay: all.some(({ said }) => said.way === 'page'), manners: open.length > 0 || all.length > 0 ? 1 : 0, changedUnasked: all.some(({ review }) => review?.state === 'approved' && review.edited !== null && !review.agreed),
      seenOn: matter.seenAt ? beijingDay(matter.seenAt) : null, seenDueOn: matter.seenDueOn, answeredOn: matter.answeredAt ? beijingDay(matter.answeredAt) : null, hasReason: answer?.reason !== null && answer !== undefined,
      understandings: ratings.flatMap(({ understanding, stepId }) => (understanding && stepId === answer?.id ? [understanding] : [])),
    }),
  };
}

/** 可能重复的 of a place: other open matters that speak of the same in words alike. */
export async function similarMatters(ctx: Ctx, { id, regionCode, topic }: { id: string; regionCode: string; topic: string }, text: string) {
  allow(ctx, 'suggestion.read', { regionCode });
  if (text === '') return [];
  const others = await ctx.db
    .select({ id: suggestionMatters.id, topic: suggestionMatters.topic, state: suggestionMatters.state, text: sql<string>`coalesce(string_agg(${suggestions.text}, ' ' order by ${suggestions.id}), '')`, receivedAt: suggestionMatters.receivedAt })
    .from(suggestionMatters)
    .innerJoin(suggestions, and(eq(suggestions.countyCode, suggestionMatters.countyCode), eq(suggestions.matterId, suggestionMatters.id), sql`${suggestions.lockedAt} is null`))
    .where(and(eq(suggestionMatters.countyCode, countyCode(regionCode)), eq(suggestionMatters.regionCode, regionCode), ne(suggestionMatters.id, id), inArray(suggestionMatters.state, [...openStates, 'done', 'not-adopted'])))
    .groupBy(suggestionMatters.countyCode, suggestionMatters.id)
    .limit(300);
  return similarTo({ topic, text }, others);
}
