import { eq } from 'drizzle-orm';
import type { MessageKind } from '#app/domain/base/inbox/model.ts';
import { tell } from '#app/domain/base/inbox/tell.ts';
import { whoMay } from '#app/domain/base/inbox/who-may.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { nextDue } from './model.ts';
import { suggestionMatters } from './tables.server.ts';

/** 告诉社区: a child has spoken, has more to say, or did not understand; told to the people of the place, without a word of the child's. */
export async function tellPlace(ctx: Ctx, matterId: string, kind: Extract<MessageKind, `suggestion-${string}`>, recordId: string): Promise<string> {
  const [matter] = await ctx.db
    .select({ matter: suggestionMatters, unit: regions.name })
    .from(suggestionMatters)
    .innerJoin(regions, eq(regions.code, suggestionMatters.regionCode))
    .where(eq(suggestionMatters.id, matterId));
  if (!matter) return '';
  const { regionCode } = matter.matter;
  const people = await whoMay(ctx, 'suggestion.handle', regionCode, regionCode.length);
  return String(await tell(ctx, people, kind, { unit: matter.unit, day: nextDue(matter.matter) ?? '' }, `/work/${regionCode}/children/suggestions/${matterId}`, recordId));
}
