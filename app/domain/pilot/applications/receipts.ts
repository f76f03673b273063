import { and, desc, eq, isNull } from 'drizzle-orm';
import { within } from '#app/domain/base/accounts/scope.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import { nameThenAndNow } from '#app/domain/base/regions/then.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { limit } from '#app/platform/limit.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { tidyCode } from '#app/platform/spoken-code.ts';
import { applications, submissions } from './tables.server.ts';

/** 回执: proof of one submission. */
export type Receipt = {
  applicationId: string; number: string; round: number; code: string; hash: string; submittedAt: Date; submittedByName: string;
};

/** 有效回执: the receipt that stands, for those who may see the application. */
export async function standingReceipt(ctx: Ctx, id: string): Promise<Receipt> {
  const [row] = isId(id)
    ? await ctx.db
        .select({
          applicationId: applications.id, number: applications.number, round: submissions.round, code: submissions.receiptCode,
          hash: submissions.hash, submittedAt: submissions.submittedAt, submittedByName: submissions.submittedByName,
        })
        .from(submissions)
        .innerJoin(applications, eq(applications.id, submissions.applicationId))
        .where(and(eq(applications.id, id), isNull(submissions.withdrawnAt), within(ctx, 'application.read', applications.regionCode)))
        .orderBy(desc(submissions.round))
        .limit(1)
    : [];
  if (!row) throw new Refusal('receipt-not-yet', 404);
  return row;
}

/** 回执查验: what everybody may know of a receipt; nothing personal. */
export async function checkReceipt(ctx: Ctx, code: string) {
  await limit(ctx, `receipt:${ctx.address ?? 'unknown'}`, 60, 600);
  const [row] = await ctx.db
    .select({
      number: applications.number, unit: nameThenAndNow(ctx, applications.regionCode, applications.createdAt), regionCode: applications.regionCode, round: submissions.round,
      hash: submissions.hash, submittedAt: submissions.submittedAt, withdrawnAt: submissions.withdrawnAt, currentRound: applications.round,
      code: submissions.receiptCode,
    })
    .from(submissions)
    .innerJoin(applications, eq(applications.id, submissions.applicationId))
    .innerJoin(regions, eq(regions.code, applications.regionCode))
    .where(eq(submissions.receiptCode, tidyCode(code)));
  if (!row) throw new Refusal('receipt-not-found', 404);
  const state = row.withdrawnAt ? 'withdrawn' : row.round < row.currentRound ? 'replaced' : 'standing';
  return { ...row, state: state as 'standing' | 'replaced' | 'withdrawn' };
}
