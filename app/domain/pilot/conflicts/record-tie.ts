import { allow } from '#app/domain/base/accounts/access.ts';
import { findRegion } from '#app/domain/base/regions/read.ts';
import { findExpert } from '#app/domain/pilot/experts/experts.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { RecordTieInput } from './input.ts';
import { keepTie } from './keep-tie.ts';
import { endOf } from './model.ts';

/** 登记回避关系: the office, or a later room that knows of training, advice or sponsors, enters a tie; what it makes a conflict is closed at once. */
export function recordTie(ctx: Ctx, expertId: string, input: RecordTieInput): Promise<string> {
  return change(ctx, async (tx) => {
    const expert = await findExpert(tx, expertId);
    allow(tx, 'conflict.record', expert ?? { regionCode: '*' });
    if (!expert) throw new Refusal('expert-not-found', 404);
    if (input.regionCode && !(await findRegion(tx, input.regionCode))) throw new Refusal('region-not-found', 400);
    const { kind, reason, fromOn, untilOn } = input;
    const id = await keepTie(tx, { expertId, kind, source: 'recorded', reason, fromOn, untilOn, tiedTo: endOf(input) });
    await tx.record('conflict.recorded', { id: expertId, regionCode: expert.regionCode }, { tie: id, kind });
    return id;
  });
}
