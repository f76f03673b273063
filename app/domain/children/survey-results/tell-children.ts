import { and, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { PromiseInput } from './input.ts';
import { surveyPromises, surveyResults } from './tables.server.ts';

/** 告诉孩子: what the adults will do about what a round found; written again it replaces what stood there. */
export function tellChildren(ctx: Ctx, regionCode: string, roundId: string, { lines }: PromiseInput): Promise<void> {
  return change(ctx, async (tx) => {
    allow(tx, 'survey.edit', { regionCode });
    const key = { countyCode: countyCode(regionCode), roundId };
    const [found] = isId(roundId)
      ? await tx.db.select({ title: surveyResults.title }).from(surveyResults).where(and(eq(surveyResults.countyCode, key.countyCode), eq(surveyResults.roundId, roundId), eq(surveyResults.regionCode, regionCode)))
      : [];
    if (!found) throw new Refusal('survey-results-not-found', 404);
    const said = { lines, writtenByName: tx.actor.name, writtenAt: tx.now };
    await tx.db.insert(surveyPromises).values({ ...key, regionCode, ...said }).onConflictDoUpdate({ target: [surveyPromises.countyCode, surveyPromises.roundId], set: said });
    await tx.record('survey.children-told', { id: roundId, regionCode }, { title: found.title, lines });
  });
}

/** 大人会做的事, as it was written for the children of a round. */
export async function promisesOf({ db }: Ctx, regionCode: string, roundId: string): Promise<string[]> {
  const [row] = await db.select({ lines: surveyPromises.lines }).from(surveyPromises).where(and(eq(surveyPromises.countyCode, countyCode(regionCode)), eq(surveyPromises.roundId, roundId)));
  return row?.lines ?? [];
}
