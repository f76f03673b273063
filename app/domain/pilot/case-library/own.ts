import { and, desc, eq, notInArray } from 'drizzle-orm';
import { allow, allowAnywhere } from '#app/domain/base/accounts/access.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import { nameIn } from '#app/domain/base/regions/name-in.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { type Cursor, cursorOf, keyset, pageOf } from '#app/platform/keyset.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { type CaseState, missingIn } from './model.ts';
import { reachOf } from './read.ts';
import { caseConsents, cases } from './tables.server.ts';

/** 本社区的案例, newest first. */
export function ownCases(ctx: Ctx, regionCode: string) {
  allow(ctx, 'case.write', { regionCode });
  return ctx.db
    .select({ id: cases.id, number: cases.number, state: cases.state, draft: cases.draft, version: cases.version, isShown: cases.isShown, reviewNote: cases.reviewNote, writtenAt: cases.writtenAt, writtenByName: cases.writtenByName })
    .from(cases)
    .where(eq(cases.regionCode, regionCode))
    .orderBy(desc(cases.id))
    .limit(200);
}

/** 在写的案例 with its consents and what it still lacks. */
export async function ownCase(ctx: Ctx, id: string) {
  const [row] = isId(id) ? await ctx.db.select().from(cases).where(and(eq(cases.id, id), within(ctx, 'case.write', cases.regionCode))) : [];
  return whole(ctx, row);
}

/** The same for the office that reviews it: from the moment it was handed in. */
export async function caseAtDesk(ctx: Ctx, id: string) {
  const [row] = isId(id) ? await ctx.db.select().from(cases).where(and(eq(cases.id, id), within(ctx, 'case.review', cases.regionCode))) : [];
  return whole(ctx, row && (row.state === 'draft' || row.state === 'returned') ? undefined : row);
}

async function whole(ctx: Ctx, row: typeof cases.$inferSelect | undefined) {
  if (!row) throw new Refusal(ctx.actor.id === '' ? 'sign-in-needed' : 'case-not-found', ctx.actor.id === '' ? 401 : 404);
  const given = await ctx.db.select().from(caseConsents).where(eq(caseConsents.caseId, row.id));
  const [place] = await ctx.db.select({ name: nameIn(ctx) }).from(regions).where(eq(regions.code, row.regionCode));
  return { ...row, community: place?.name ?? row.regionCode, consents: given, missing: missingIn(row.draft, given.map(({ consent }) => consent)) };
}

/** 待审和已审的案例 at the desk; drafts are their writers' own. */
export async function casesAtDesk(ctx: Ctx, { state, ...asked }: Cursor & { state?: Exclude<CaseState, 'draft' | 'returned'> | undefined }, size = 50) {
  allowAnywhere(ctx, 'case.review');
  const cursor = cursorOf(asked);
  const page = keyset(cases.id, cursor, size);
  const rows = await ctx.db
    .select({ id: cases.id, number: cases.number, state: cases.state, draft: cases.draft, version: cases.version, isShown: cases.isShown, regionCode: cases.regionCode, community: nameIn(ctx), submittedAt: cases.submittedAt, reach: reachOf })
    .from(cases)
    .innerJoin(regions, eq(regions.code, cases.regionCode))
    .where(and(within(ctx, 'case.review', cases.regionCode), state ? eq(cases.state, state) : undefined, page.where, notInArray(cases.state, ['draft', 'returned'])))
    .orderBy(page.order)
    .limit(page.limit);
  return pageOf(rows, cursor, (row) => row.id, size);
}
