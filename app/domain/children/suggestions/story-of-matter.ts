import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm';
import { moderationFiles, moderationItems } from '#app/domain/children/moderation/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { isLate, type MatterState } from './model.ts';
import { suggestionMatters, suggestionSteps } from './tables.server.ts';

/** What of an answer may be shown: its words and the photographs of what was done, blurred where faces were. */
type Shown = { text: string; photos: string[] } | null;

const shown = sql<Shown>`(select jsonb_build_object('text', m.texts -> 0 ->> 'text', 'photos', coalesce((select jsonb_agg(coalesce(f.shown_file_id, f.file_id) order by f.position) from ${moderationFiles} f
    where f.county_code = m.county_code and f.item_id = m.id and f.is_picture), '[]'))
  from ${moderationItems} m where m.county_code = suggestion_steps.county_code and m.kind = 'answer' and m.subject_id = suggestion_steps.id::text and m.state = 'approved')`;

/** 事项后来怎么样了, for rooms whose own pages go on with it: where it stands and its steps; of what adults said only what a person has approved. */
export async function storyOfMatter(ctx: Ctx, county: number, id: string) {
  const [matter] = await ctx.db.select().from(suggestionMatters).where(and(eq(suggestionMatters.countyCode, county), eq(suggestionMatters.id, id)));
  if (!matter) return null;
  const steps = await ctx.db
    .select({ id: suggestionSteps.id, kind: suggestionSteps.kind, at: suggestionSteps.at, called: suggestionSteps.called, role: suggestionSteps.role, outcome: suggestionSteps.outcome, dueOn: suggestionSteps.dueOn, shown })
    .from(suggestionSteps)
    .where(and(eq(suggestionSteps.countyCode, county), eq(suggestionSteps.matterId, id), ne(suggestionSteps.kind, 'late')))
    .orderBy(asc(suggestionSteps.at), asc(suggestionSteps.id))
    .limit(100);
  const { state, owner, taskDueOn, seenDueOn, answerDueOn } = matter;
  return {
    id, state, owner, taskDueOn, seenDueOn, answerDueOn, isLate: isLate(matter, beijingDay(ctx.now)),
    steps: steps.map(({ at, shown: told, ...step }) => ({ ...step, on: beijingDay(at), text: told?.text ?? '', photos: told?.photos ?? [] })),
  };
}

/** 走到哪一步 of these matters, and whether the children have said what they think of the last word. */
export async function statesOfMatters(ctx: Ctx, county: number, ids: readonly string[]): Promise<Map<string, { state: MatterState; isRated: boolean }>> {
  if (ids.length === 0) return new Map();
  const isRated = sql<boolean>`exists (select from suggestion_ratings r join suggestion_steps s on s.county_code = r.county_code and s.id = r.step_id
    where s.county_code = suggestion_matters.county_code and s.matter_id = suggestion_matters.id and s.kind = case suggestion_matters.state when 'done' then 'done' else 'answered' end)`;
  const rows = await ctx.db.select({ id: suggestionMatters.id, state: suggestionMatters.state, isRated }).from(suggestionMatters).where(and(eq(suggestionMatters.countyCode, county), inArray(suggestionMatters.id, [...ids])));
  return new Map(rows.map(({ id, ...rest }) => [id, rest]));
}
