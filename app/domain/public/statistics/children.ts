import { sql } from 'drizzle-orm';
import { inside } from '#app/domain/base/regions/inside.ts';
import { parentCandidates } from '#app/domain/base/regions/model.ts';
import { communities, pilots } from '#app/domain/base/communities/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { ageBands } from './model.ts';
import { type Cells, hideSmall, type Shown } from '#app/domain/base/small-cells/hide-small.ts';

export type ChildrenFigures = { own: Shown; below: Map<string, Shown> };

/**
 * 试点社区的儿童: counts by age band that communities gave, of a region and of each region below it. What may be shown is decided
 * from the nation down to this region, so that no page tells what another hides.
 */
export async function childrenFigures(ctx: Ctx, code: string): Promise<ChildrenFigures> {
  const chain = code === '*' ? ['*'] : ['*', ...parentCandidates(code).toReversed(), code];
  const steps = await Promise.all(chain.map((each) => (each.length === 12 ? [] : sumsBelow(ctx, each))));
  const cells = chain.reduceRight<Cells | undefined>((lower, each, at) => {
    const below = steps[at]!.map((one) => (lower?.code === one.code ? { ...one, below: lower.below } : one));
    const bands = below.reduce<number[]>((sum, one) => one.bands.map((count, band) => count + (sum[band] ?? 0)), ageBands.map(() => 0));
    return { code: each, bands, below };
  }, undefined)!;
  const shown = hideSmall(cells);
  const nothing: Shown = { total: 0, bands: ageBands.map(() => 0) };
  return { own: shown.get(code) ?? nothing, below: new Map([...shown].filter(([each]) => each !== code && (code === '*' || each.startsWith(code)))) };
}

/** One question a level. A unit that has others below it stands among them under its own code and a sign. */
async function sumsBelow({ db }: Ctx, code: string): Promise<Cells[]> {
  const digits = code === '*' ? 2 : code.length < 6 ? code.length + 2 : code.length + 3;
  const counts = sql.join(ageBands.map((band) => sql`coalesce(sum(case when facts ->> ${`children-${band}`} ~ '^\\d{1,9}$' then (facts ->> ${`children-${band}`})::int end), 0)::int`), sql`, `);
  const { rows } = await db.execute<{ below: string; bands: number[] }>(sql`
    select left(${communities.regionCode}, ${digits}) as below, array[${counts}] as bands from ${communities}
    where facts ?| ${sql.param(ageBands.map((band) => `children-${band}`))}::text[]
      and exists (select from ${pilots} p where p.region_code = ${communities.regionCode} and p.state = 'pilot') and ${inside(communities.regionCode, code) ?? sql`true`}
    group by 1 order by 1`);
  return rows.map(({ below, bands }) => ({ code: below === code ? `${below}=` : below, bands, below: [] }));
}
