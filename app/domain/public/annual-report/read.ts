import { and, desc, eq, inArray, lt } from 'drizzle-orm';
import { allow, allowAnywhere, may } from '#app/domain/base/accounts/access.ts';
import { within } from '#app/domain/base/accounts/scope.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { type Cursor, cursorOf, keyset, pageOf } from '#app/platform/keyset.ts';
import { limit } from '#app/platform/limit.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { contentOf, hashOf } from './make-report.ts';
import { differencesOf } from './model.ts';
import { annualReports } from './tables.server.ts';

/** 一份年度报告: a public one for everybody, any other for those who may make it. */
export async function findReport(ctx: Ctx, id: string) {
  const [row] = isId(id) ? await ctx.db.select().from(annualReports).where(eq(annualReports.id, id)) : [];
  if (!row || (row.state !== 'published' && !may(ctx.actor, 'annual-report.make', row))) throw new Refusal('annual-report-not-found', 404);
  return row;
}

/** 公开的年度报告: newest year first; the nation's before those of regions. */
export function publicReports(ctx: Ctx, regionCode?: string) {
  return ctx.db
    .select()
    .from(annualReports)
    .where(and(eq(annualReports.state, 'published'), regionCode ? eq(annualReports.regionCode, regionCode) : undefined))
    .orderBy(desc(annualReports.year), annualReports.regionCode, desc(annualReports.number))
    .limit(200);
}

/** The same a page at a time, made last first. */
export async function pagedReports(ctx: Ctx, { region, year, ...asked }: Cursor & { region?: string | undefined; year?: number | undefined }, size = 30) {
  const cursor = cursorOf(asked);
  const page = keyset(annualReports.id, cursor, size);
  const rows = await ctx.db
    .select()
    .from(annualReports)
    .where(and(eq(annualReports.state, 'published'), region ? eq(annualReports.regionCode, region) : undefined, year ? eq(annualReports.year, year) : undefined, page.where))
    .orderBy(page.order)
    .limit(page.limit);
  return pageOf(rows, cursor, (row) => row.id, size);
}

/** 年度报告 at the desk or of a community, drafts too. */
export function reportsFor(ctx: Ctx, regionCode?: string) {
  if (regionCode) allow(ctx, 'annual-report.make', { regionCode });
  else allowAnywhere(ctx, 'annual-report.make');
  return ctx.db
    .select()
    .from(annualReports)
    .where(and(within(ctx, 'annual-report.make', annualReports.regionCode), regionCode ? eq(annualReports.regionCode, regionCode) : undefined))
    .orderBy(desc(annualReports.id))
    .limit(200);
}

/** 与前一次的差异: the making before it of the same place and year, and what is another figure now. */
export async function sinceLast(ctx: Ctx, { id, regionCode, year, number, content }: Awaited<ReturnType<typeof findReport>>) {
  const seen = (may(ctx.actor, 'annual-report.make', { regionCode }) ? ['ready', 'published'] : ['published']) as ('ready' | 'published')[];
  const [before] = await ctx.db
    .select()
    .from(annualReports)
    .where(and(eq(annualReports.regionCode, regionCode), eq(annualReports.year, year), lt(annualReports.number, number), inArray(annualReports.state, seen)))
    .orderBy(desc(annualReports.number))
    .limit(1);
  if (!before?.content || !content || before.id === id) return null;
  return { id: before.id, number: before.number, asOf: before.asOf, lines: differencesOf(before.content, content) };
}

/** 重新核算: the same questions asked again as of the same moment; whether they give the same figures to the last digit. */
export async function verifyReport(ctx: Ctx, id: string): Promise<{ isSame: boolean; hash: string; again: string }> {
  const row = await findReport(ctx, id);
  allow(ctx, 'annual-report.make', row);
  if (!row.content || !row.hash) throw new Refusal('annual-report-not-made');
  await limit(ctx, `annual-report:${ctx.actor.id}`, 20, 600);
  const again = hashOf(await contentOf(ctx, row));
  return { isSame: again === row.hash && hashOf(row.content) === row.hash, hash: row.hash, again };
}
