import { allow } from '#app/domain/base/accounts/access.ts';
import { getRegion } from '#app/domain/base/regions/read.ts';
import { rulesOf } from '#app/domain/base/standard/model.ts';
import { currentEdition } from '#app/domain/base/standard/read.ts';
import { change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { AskInput } from './input.ts';
import { sessionsOf } from './sessions.ts';
import { consultingSessions } from './tables.server.ts';

/** So many wishes may wait at one time. */
const mostWaiting = 5;

/** 申请咨询: a community says what it wants advice about; the office arranges it. */
export function askAdvice(ctx: Ctx, regionCode: string, { rules, ...input }: AskInput): Promise<string> {
  return change(ctx, async (tx) => {
    await getRegion(tx, regionCode);
    allow(tx, 'plan.edit', { regionCode });
    const known = new Set(rulesOf(await currentEdition(tx)).map(({ id }) => id));
    if (rules.some((id) => !known.has(id))) throw new Refusal('rule-of-another-edition');
    const waiting = (await sessionsOf(tx, regionCode)).filter(({ state }) => state === 'asked');
    if (waiting.length >= mostWaiting) throw new Refusal('advice-asked-enough');
    const asked = { askedBy: tx.actor.id, askedByName: tx.actor.name, askedAt: tx.now };
    const [session] = await tx.db.insert(consultingSessions).values({ countyCode: countyCode(regionCode), regionCode, ...input, ruleIds: rules, ...asked }).returning({ id: consultingSessions.id });
    await tx.record('advice.asked', { id: session!.id, regionCode }, { topic: input.topic });
    return session!.id;
  });
}
