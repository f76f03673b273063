import { and, eq } from 'drizzle-orm';
import { allow, type Verb } from '#app/domain/base/accounts/access.ts';
import type { Change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { solicitations, solicitationWorks } from './tables.server.ts';

export type Solicitation = typeof solicitations.$inferSelect;
export type Work = typeof solicitationWorks.$inferSelect;

/** 一个征集, drafts included: for callers that ask for the right themselves. */
export async function findSolicitation(ctx: Ctx, id: string): Promise<Solicitation> {
  const [row] = isId(id) ? await ctx.db.select().from(solicitations).where(eq(solicitations.id, id)) : [];
  if (!row) throw new Refusal('solicitation-not-found', 404);
  return row;
}

/** 握住征集 for a change by somebody who may; others find none. */
export async function holdSolicitation(tx: Change, id: string, verb: Verb): Promise<Solicitation> {
  const [row] = isId(id) ? await tx.db.select().from(solicitations).where(eq(solicitations.id, id)).for('update') : [];
  if (!row) throw new Refusal('solicitation-not-found', 404);
  allow(tx, verb, row);
  return row;
}

/** 一件作品 of a solicitation, held for a change. */
export async function holdWork(tx: Change, { countyCode, id }: Solicitation, workId: string): Promise<Work> {
  const [row] = isId(workId)
    ? await tx.db.select().from(solicitationWorks).where(and(eq(solicitationWorks.countyCode, countyCode), eq(solicitationWorks.id, workId), eq(solicitationWorks.solicitationId, id))).for('update')
    : [];
  if (!row) throw new Refusal('work-not-found', 404);
  return row;
}

export const aboutSolicitation = ({ id, regionCode }: { id: string; regionCode: string }) => ({ id, regionCode });
