import { allow } from '#app/domain/base/accounts/access.ts';
import { findRegion } from '#app/domain/base/regions/read.ts';
import { findExpert } from '#app/domain/pilot/experts/experts.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { DeclareTieInput } from './input.ts';
import { keepTie } from './keep-tie.ts';
import { endOf } from './model.ts';

/** 申报回避关系: an expert says with whom they are tied, before anybody assigns them there; only the office lifts it, with a reason. */
export function declareTie(ctx: Ctx, input: DeclareTieInput): Promise<string> {
  return change(ctx, async (tx) => {
    allow(tx, 'expert.self', { regionCode: tx.actor.grants.find(({ role }) => role === 'expert')?.regionCode ?? '*' });
    const me = await findExpert(tx, tx.actor.id);
    if (!me) throw new Refusal('expert-not-listed', 404);
    if (input.regionCode && !(await findRegion(tx, input.regionCode))) throw new Refusal('region-not-found', 400);
    const { kind, reason, fromOn, untilOn } = input;
    const id = await keepTie(tx, { expertId: me.id, kind, source: 'declared', reason, fromOn, untilOn, tiedTo: endOf(input) });
    await tx.record('conflict.declared', { id: me.id, regionCode: me.regionCode }, { tie: id, kind });
    return id;
  });
}
