import { and, asc, count, desc, eq, gt, lt, sql } from 'drizzle-orm';
import { allowAnywhere, regionsFor } from '#app/domain/base/accounts/access.ts';
import { anywhere } from '#app/platform/anywhere.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { type Page, pageOf } from '#app/platform/keyset.ts';
import type { Frame } from './model.ts';
import type { Indicator } from './read.ts';
import { indicatorLinks, indicators, indicatorVersions } from './tables.server.ts';

/** `after` and `before` are the numbers of the last and the first one of the page beside. */
export type Asked = {
  q?: string | undefined; kind?: string | undefined; owner?: string | undefined; rule?: string | undefined; outline?: string | undefined; unicef?: string | undefined; after?: number | undefined; before?: number | undefined;
};

const inForce = and(eq(indicatorVersions.indicatorId, indicators.id), eq(indicatorVersions.version, indicators.version));
const shown = { id: indicators.id, code: indicators.code, version: indicators.version, definition: indicatorVersions.definition };
const pageSize = 50;

/** 指标库 at the desk, in the order of the plans, a page at a time, with how many there are in all. */
export async function listIndicators(ctx: Ctx, { after, before, ...asked }: Asked = {}): Promise<Page<Indicator> & { all: number }> {
  allowAnywhere(ctx, 'value.record');
  const { id } = indicators;
  const [where, beside] = [whichIndicators(ctx, asked), before === undefined ? after && gt(id, after) : lt(id, before)];
  const of = before === undefined ? { after: after?.toString() } : { before: before.toString() };
  const rows = await ctx.db.select(shown).from(indicators).innerJoin(indicatorVersions, inForce).where(and(where, beside || undefined)).orderBy(before === undefined ? asc(id) : desc(id)).limit(pageSize + 1);
  const [counted] = await ctx.db.select({ all: count() }).from(indicators).innerJoin(indicatorVersions, inForce).where(where);
  return { ...pageOf(rows, of, (row) => row.id.toString(), pageSize), all: counted!.all };
}

/** Those of everybody, of the own regions, of what lies below these and of the places above. */
function whichIndicators(ctx: Ctx, { q, kind, owner, rule, outline, unicef }: Omit<Asked, 'after' | 'before'>) {
  const said = indicatorVersions.definition;
  const like = anywhere(q ?? '');
  const speaksTo = (frame: Frame, target: string | undefined) => (target ? sql`exists (select from ${indicatorLinks} l where l.indicator_id = ${indicators.id} and l.frame = ${frame} and l.target = ${target})` : undefined);
  const mine = regionsFor(ctx.actor, 'value.record');
  const region = sql`${said}->>'regionCode'`;
  return and(
    q ? sql`(${indicators.code} ilike ${like} or ${said}->>'zh' ilike ${like} or ${said}->>'en' ilike ${like})` : undefined,
    kind ? sql`${said}->>'kind' = ${kind}` : undefined,
    owner ? sql`${said}->>'owner' = ${owner}` : undefined,
    speaksTo('standard', rule), speaksTo('outline', outline), speaksTo('unicef', unicef),
    mine.includes('*') ? undefined : sql`(${region} is null or exists (select from unnest(${sql.param([...mine])}::text[]) own where starts_with(own, ${region}) or starts_with(${region}, own)))`,
  );
}
