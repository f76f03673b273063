import { and, eq } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import { getRegion } from '#app/domain/base/regions/read.ts';
import { needAssessment } from '#app/domain/children/impact-assessments/need-assessment.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { PartnerInput } from './input.ts';
import { sharePartners } from './tables.server.ts';

/** 登记合作方: who it is and what the contract says; nothing goes there before it is enabled. */
export function enterPartner(ctx: Ctx, input: PartnerInput): Promise<string> {
  return change(ctx, async (tx) => {
    allow(tx, 'sharing.partner', input);
    if (input.regionCode !== '*') await getRegion(tx, input.regionCode);
    const [row] = await tx.db.insert(sharePartners).values({ ...input, enteredBy: tx.actor.id, enteredByName: tx.actor.name, enteredAt: tx.now }).returning({ id: sharePartners.id });
    await tx.record('partner.entered', { id: row!.id, regionCode: input.regionCode }, { kind: input.kind });
    return row!.id;
  });
}

/** 修改合同内容, as long as nothing rests on it. */
export function editPartner(ctx: Ctx, id: string, input: PartnerInput): Promise<void> {
  return change(ctx, async (tx) => {
    const partner = await holdPartner(tx, id);
    allow(tx, 'sharing.partner', input);
    if (partner.state !== 'prepared') throw new Refusal('partner-not-prepared');
    await tx.db.update(sharePartners).set({ ...input, enteredBy: tx.actor.id }).where(eq(sharePartners.id, id));
    await tx.record('partner.edited', { id, regionCode: input.regionCode });
  });
}

/** 启用, by somebody else than whoever wrote the contract last: only under an approved assessment that looked at handing data over, and while the contract runs (个人信息保护法 55). */
export function enablePartner(ctx: Ctx, id: string, assessmentId: string): Promise<void> {
  return change(ctx, async (tx) => {
    const partner = await holdPartner(tx, id);
    if (partner.state !== 'prepared') throw new Refusal('partner-not-prepared');
    if (partner.enteredBy === tx.actor.id) throw new Refusal('partner-second-person', 403);
    if (partner.validTo < beijingDay(tx.now)) throw new Refusal('partner-contract-over');
    await needAssessment(tx, assessmentId, { trigger: partner.kind === 'entrusted' ? 'entrust' : 'provide' }, partner.regionCode);
    await tx.db.update(sharePartners).set({ state: 'enabled', assessmentId, enabledByName: tx.actor.name, enabledAt: tx.now }).where(eq(sharePartners.id, id));
    await tx.record('partner.enabled', partner, { assessmentId });
  });
}

/** 终止: from now on nothing goes there; what is there still waits to be returned or deleted. */
export function endPartner(ctx: Ctx, id: string, note: string): Promise<void> {
  return change(ctx, async (tx) => {
    const partner = await holdPartner(tx, id);
    if (partner.state === 'ended') throw new Refusal('partner-ended');
    if (note.trim().length < 4) throw new Refusal('partner-end-note', 422);
    await tx.db.update(sharePartners).set({ state: 'ended', endedAt: tx.now, endNote: note.trim() }).where(eq(sharePartners.id, id));
    await tx.record('partner.ended', partner);
  });
}

async function holdPartner(tx: Change, id: string) {
  const [partner] = isId(id) ? await tx.db.select().from(sharePartners).where(and(eq(sharePartners.id, id), within(tx, 'sharing.partner', sharePartners.regionCode))).for('update') : [];
  if (!partner) throw new Refusal(tx.actor.id === '' ? 'sign-in-needed' : 'partner-not-found', tx.actor.id === '' ? 401 : 404);
  return partner;
}
