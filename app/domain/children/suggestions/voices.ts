import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { isApproved } from '#app/domain/children/moderation/is-approved.ts';
import { moderationItems } from '#app/domain/children/moderation/tables.server.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { suggestionCounts } from './counts.ts';
import { isLate, nextDue, smallestShown } from './model.ts';
import { suggestionMatters, suggestions, suggestionSteps } from './tables.server.ts';

const m = suggestionMatters;

/** What a person has approved of a matter's words, as it may be shown: the edited text where there is one. */
export const shownWords = sql<string | null>`(select coalesce(i.edited -> 0 ->> 'text', i.texts -> 0 ->> 'text') from ${suggestions} s
  join ${moderationItems} i on i.county_code = s.county_code and i.kind = 'suggestion' and i.subject_id = s.id::text and i.state = 'approved'
  where s.county_code = suggestion_matters.county_code and s.matter_id = suggestion_matters.id and s.locked_at is null order by s.id limit 1)`;
const voicesOf = sql<number>`(select count(*)::int from ${suggestions} s where s.county_code = suggestion_matters.county_code and s.matter_id = suggestion_matters.id)`;

/**
 * 孩子说的和大人答应的 of one community, for everybody: how many promises were kept, the open and the late ones, and of each matter only
 * what a person has approved; the month instead of the day, and how many said it only from five on.
 */
export async function publicVoices(ctx: Ctx, regionCode: string) {
  const county = countyCode(regionCode);
  const today = beijingDay(ctx.now);
  const counts = await suggestionCounts(ctx, regionCode);
  const rows = await ctx.db
    .select({
      id: m.id, topic: m.topic, state: m.state, receivedAt: m.receivedAt, seenDueOn: m.seenDueOn, answerDueOn: m.answerDueOn, taskDueOn: m.taskDueOn, owner: m.owner, doneAt: m.doneAt, outcome: m.outcome, text: shownWords, many: voicesOf,
    })
    .from(m)
    .where(and(eq(m.countyCode, county), eq(m.regionCode, regionCode), inArray(m.state, ['received', 'seen', 'adopted', 'under-way', 'done', 'not-adopted'])))
    .orderBy(sql`${m.state} in ('done', 'not-adopted')`, desc(m.id))
    .limit(60);
  const answers = rows.length > 0
    ? await ctx.db
        .select({ matterId: suggestionSteps.matterId, kind: suggestionSteps.kind, text: suggestionSteps.text, called: suggestionSteps.called, at: suggestionSteps.at })
        .from(suggestionSteps)
        .where(and(eq(suggestionSteps.countyCode, county), inArray(suggestionSteps.matterId, rows.map(({ id }) => id)), inArray(suggestionSteps.kind, ['answered', 'done']), isApproved('answer', sql`suggestion_steps.id`)))
        .orderBy(suggestionSteps.at)
    : [];
  return {
    counts, today,
    matters: rows.map(({ receivedAt, doneAt, many, ...row }) => ({
      ...row, month: beijingDay(receivedAt).slice(0, 7), doneOn: doneAt ? beijingDay(doneAt) : null, many: many >= smallestShown ? many : null, dueOn: nextDue(row), isLate: isLate(row, today),
      answer: answers.findLast(({ matterId, kind }) => matterId === row.id && kind === 'answered')?.text ?? null, told: answers.findLast(({ matterId, kind }) => matterId === row.id && kind === 'done')?.text ?? null,
    })),
  };
}

export type Voices = Awaited<ReturnType<typeof publicVoices>>;
