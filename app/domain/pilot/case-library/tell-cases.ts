import { and, count, eq } from 'drizzle-orm';
import { within } from '#app/domain/base/accounts/scope.ts';
import { tell } from '#app/domain/base/inbox/tell.ts';
import { whoMay } from '#app/domain/base/inbox/who-may.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { together } from '#app/platform/together.ts';
import { cases } from './tables.server.ts';

const said = { id: cases.id, number: cases.number, regionCode: cases.regionCode, draft: cases.draft, writtenBy: cases.writtenBy, submittedBy: cases.submittedBy };

/** 告知审核的人: a case was handed in; not whoever handed it in. */
export async function tellReviewers(ctx: Ctx, id: string, cause: string): Promise<string> {
  const [row] = await ctx.db.select(said).from(cases).where(eq(cases.id, id));
  if (!row) return '';
  const people = (await whoMay(ctx, 'case.review', row.regionCode)).filter((person) => person !== row.submittedBy);
  return String(await tell(ctx, people, 'case-submitted', { title: row.draft.title, number: row.number }, `/desk/cases/${id}`, cause));
}

/** 告知撰写的人: it is in the library, came back, or was taken down. */
export async function tellWriters(ctx: Ctx, id: string, kind: 'case-published' | 'case-returned' | 'case-withdrawn', cause: string): Promise<string> {
  const [row] = await ctx.db.select(said).from(cases).where(eq(cases.id, id));
  if (!row) return '';
  const people = [...new Set([row.writtenBy, ...(row.submittedBy ? [row.submittedBy] : [])])];
  return String(await tell(ctx, people, kind, { title: row.draft.title, number: row.number }, `/work/${row.regionCode}/cases/${id}`, cause));
}

/** 待审的案例 of the reader's regions. */
export async function countCasesToReview(ctx: Ctx): Promise<number> {
  const [many] = await together<number>(ctx, ctx.db.select({ many: count() }).from(cases).where(and(eq(cases.state, 'submitted'), within(ctx, 'case.review', cases.regionCode))));
  return many!;
}
