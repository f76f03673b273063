import { createHash } from 'node:crypto';
import { and, eq, sql, type SQL } from 'drizzle-orm';
import { mayUse } from '#app/domain/children/identity/consents.ts';
import { isApproved } from '#app/domain/children/moderation/is-approved.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { holdSolicitation, holdWork } from './find.ts';
import { solicitationWorks } from './tables.server.ts';

/** 授权书指纹: the words a guardian signed. */
export function licenceHash(words: string): string {
  return createHash('sha256').update(words).digest('base64url');
}

/** 已授权: the guardian's consent in the child's account while it lasts, or a signed paper that staff have seen. */
export function isLicensed(): SQL<boolean> {
  return sql<boolean>`case when ${solicitationWorks.childId} is null then ${solicitationWorks.licensedAt} is not null else ${mayUse(solicitationWorks.childId, 'exhibition')} end`;
}

/** 可展示: two people have read it and the licence is there. */
export function isShowable(): SQL<boolean> {
  return sql<boolean>`(${isApproved('work', solicitationWorks.id)} and ${isLicensed()})`;
}

/** 登记纸质授权: somebody at work has the guardian's signature before them. */
export function licenseWork(ctx: Ctx, solicitationId: string, workId: string): Promise<void> {
  return change(ctx, async (tx) => {
    const solicitation = await holdSolicitation(tx, solicitationId, 'solicitation.edit');
    const work = await holdWork(tx, solicitation, workId);
    if (work.childId) throw new Refusal('licence-in-account');
    if (work.licensedAt) throw new Refusal('licence-there');
    await tx.db
      .update(solicitationWorks)
      .set({ licensedByName: tx.actor.name, licensedAt: tx.now, licenceHash: licenceHash(solicitation.licence) })
      .where(and(eq(solicitationWorks.countyCode, work.countyCode), eq(solicitationWorks.id, workId)));
    await tx.record('work.licensed', { id: workId, regionCode: work.regionCode }, { number: work.number });
  });
}

/** 撤销纸质授权: the guardian has changed their mind; the work is shown no more from this moment. */
export function endLicence(ctx: Ctx, solicitationId: string, workId: string): Promise<void> {
  return change(ctx, async (tx) => {
    const work = await holdWork(tx, await holdSolicitation(tx, solicitationId, 'solicitation.edit'), workId);
    if (!work.licensedAt) throw new Refusal('licence-not-there');
    await tx.db
      .update(solicitationWorks)
      .set({ licensedByName: null, licensedAt: null, licenceHash: null })
      .where(and(eq(solicitationWorks.countyCode, work.countyCode), eq(solicitationWorks.id, workId)));
    await tx.record('work.licence-ended', { id: workId, regionCode: work.regionCode }, { number: work.number });
  });
}
