import { sql } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { placeNames } from '#app/domain/base/regions/read.ts';
import { decodeLevels, type Stream } from '#app/domain/base/rule-results/model.ts';
import { rulesOf } from '#app/domain/base/standard/model.ts';
import { currentEdition, getEdition } from '#app/domain/base/standard/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { type Effect, effectOf, type Verdict, verdicts } from './effect.ts';

/** Those that a decision is about come first. */
const order: readonly (Verdict | 'unknown')[] = [...verdicts, 'unknown'];

type Holder = { regionCode: string; unit: string; level: string; number: string; year: number | null; stream: Stream | null; editionId: string | null; letters: string | null };

/** 受影响的社区: one holder of a certificate, what the edition would change for it, and on which results that rests. */
export type Affected = Omit<Holder, 'letters'> & { place: string; effect: Effect | null };

/** 换版预览: what an edition would change for every community with a valid certificate; those without results are told apart. */
export async function previewEdition(ctx: Ctx, editionId: string) {
  allow(ctx, 'standard.publish', { regionCode: '*' });
  const [edition, current] = [await getEdition(ctx, editionId), await currentEdition(ctx)];
  const holders = await certified(ctx);
  const earlier = new Map([[current.id, current]]);
  for (const id of new Set(holders.flatMap((holder) => holder.editionId ?? []))) earlier.set(id, await getEdition(ctx, id));
  const place = await placeNames(ctx, holders.map(({ regionCode }) => regionCode.slice(0, 6)));
  const rows = holders.map(({ letters, ...holder }): Affected => {
    const from = holder.editionId ? earlier.get(holder.editionId) : undefined;
    const levels = from && letters !== null ? decodeLevels(rulesOf(from).map(({ id }) => id), letters) : undefined;
    return { ...holder, place: place(holder.regionCode.slice(0, 6)), effect: from && levels ? effectOf(levels, from, edition) : null };
  });
  const verdictOf = ({ effect }: Affected): Verdict | 'unknown' => effect?.verdict ?? 'unknown';
  return {
    edition: { id: edition.id, zh: edition.zh, en: edition.en, state: edition.state }, current: { id: current.id, zh: current.zh, en: current.en },
    rows: rows.map((row) => ({ ...row, verdict: verdictOf(row) })).toSorted((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict)),
  };
}

/** Valid certificates, one a community, each with the results that weigh most: of the whole, on site, by an expert, its own. */
async function certified(ctx: Ctx): Promise<Holder[]> {
  const { rows } = await ctx.db.execute<Holder>(sql`
    select h.region_code as "regionCode", h.unit, h.level, h.number, s.year::int as year, s.stream, s.edition_id as "editionId", s.letters
    from (select distinct on (region_code) region_code, content ->> 'unit' as unit, level, number from certificates
          where state = 'valid' and valid_until >= ${beijingDay(ctx.now)} order by region_code, issued_on desc) h
    left join lateral (
      select year, stream, edition_id, letters from result_sheets r
      where r.county_code = rpad(left(h.region_code, 6), 6, '0')::int and r.region_code = h.region_code
      order by year desc, array_position(array['whole', 'on-site', 'expert', 'self'], stream), revision desc limit 1) s on true
    order by h.region_code limit 20000`);
  return rows;
}
