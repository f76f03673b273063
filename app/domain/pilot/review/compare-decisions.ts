import { and, eq, inArray } from 'drizzle-orm';
import { within } from '#app/domain/base/accounts/scope.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { RowVerdict } from '#app/platform/row-verdict.ts';
import type { Outcome } from './model.ts';
import { decisions } from './tables.server.ts';

/** 与已有决定比较: whether each row decides an application that waits for its decision; whether it may is asked when it is done. */
export async function compareDecisions(ctx: Ctx, rows: readonly { number: string; outcome: Outcome; reason: string }[]): Promise<RowVerdict[]> {
  const found = rows.length === 0 ? [] : await ctx.db
    .select({ number: applications.number, status: applications.status, outcome: decisions.outcome, reason: decisions.reason })
    .from(applications)
    .leftJoin(decisions, eq(decisions.applicationId, applications.id))
    .where(and(inArray(applications.number, rows.map((row) => row.number)), within(ctx, 'review.decide', applications.regionCode)));
  const known = new Map(found.map((one) => [one.number, one]));
  const firsts = new Map<string, number>();
  return rows.map((row, i) => {
    const first = firsts.get(row.number);
    if (first !== undefined) return { state: 'wrong', column: 'number', code: 'double', figures: [String(first)] };
    firsts.set(row.number, i);
    const one = known.get(row.number);
    if (!one || one.status === 'draft') return { state: 'wrong', column: 'number', code: 'no-application', figures: [row.number] };
    if (one.outcome) return one.outcome === row.outcome && one.reason === row.reason ? { state: 'same' } : { state: 'wrong', column: 'number', code: 'decided' };
    return one.status === 'in-review' ? { state: 'new' } : { state: 'wrong', column: 'number', code: 'not-in-review' };
  });
}

/** The application of a number, where the person may decide. */
export async function applicationOf(ctx: Ctx, number: string): Promise<string> {
  const [found] = await ctx.db.select({ id: applications.id }).from(applications).where(and(eq(applications.number, number), within(ctx, 'review.decide', applications.regionCode)));
  if (!found) throw new Refusal('application-not-found', 404);
  return found.id;
}
