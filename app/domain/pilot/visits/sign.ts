import { allow } from '#app/domain/base/accounts/access.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { aboutVisit, holdVisit, judgeVisit, standOf } from './hold.ts';
import type { SignInput } from './input.ts';
import { isOver, isVisibleToCommunity } from './model.ts';
import type { Values } from './package.ts';
import { presentCode } from './present-code.ts';
import { enterAtDesk } from './settle.ts';

/**
 * 社区签字: the community confirms on the page what was recorded, or says why it does not agree; for the content it read and no other. What was signed on
 * the expert's phone counts the same.
 */
export function signForCommunity(ctx: Ctx, id: string, input: SignInput): Promise<void> {
  return change(ctx, async (tx) => {
    const visit = await holdVisit(tx, id);
    if (!isVisibleToCommunity(visit)) throw new Refusal('visit-not-found', 404);
    allow(tx, 'visit.sign', { regionCode: await presentCode(tx, visit.regionCode) });
    if (isOver(visit.state)) throw new Refusal('visit-over');
    const { fields, contentHash, lacks } = await standOf(tx, visit);
    if (lacks.some((lack) => lack !== 'expert-signature' && lack !== 'community-signature')) throw new Refusal('visit-not-whole');
    if (contentHash !== input.contentHash) throw new Refusal('changed-meanwhile');
    const value: Values['signature'] = { name: input.name, role: input.role, at: tx.now.toISOString(), contentHash, sha256: null, refusal: input.agrees ? '' : input.refusal };
    await enterAtDesk(tx, visit, { path: 'signature:community', value, baseRevision: fields.find(({ path }) => path === 'signature:community')?.revision ?? 0 });
    await tx.record(input.agrees ? 'visit.signed-by-community' : 'visit.declined-by-community', aboutVisit(visit), { number: visit.number, name: input.name, contentHash, ...(input.agrees ? {} : { reason: input.refusal }) });
    await judgeVisit(tx, visit);
  });
}
