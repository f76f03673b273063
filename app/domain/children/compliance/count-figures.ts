import { and, eq, like, sql } from 'drizzle-orm';
import { contains } from '#app/domain/base/regions/model.ts';
import { countAssessments } from '#app/domain/children/impact-assessments/counts.ts';
import { countPartners, countShares } from '#app/domain/children/sharing/counts.ts';
import { countIncidents, type IncidentFigures } from '#app/domain/children/incidents/counts.ts';
import { countRetention, type RetentionFigures } from '#app/domain/children/retention/counts.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { type FigureKey, type Figures, figureKeys, noFigures } from './model.ts';
import { minorStocks } from './tables.server.ts';

type Places = Map<string, Partial<Figures>>;
/** What a region and all below it add up to. */
export type Counted = (regionCode: string) => Figures;

const events = {
  'consent.given': 'given', 'consent.refused': 'refused', 'consent.withdrawn': 'withdrawn', 'identity.asked': 'access-asked', 'identity.approved': 'access-approved', 'identity.refused': 'access-refused',
  'identity.opened': 'identity-opened', 'right.asked': 'right-asked', 'right.granted': 'right-granted', 'right.refused': 'right-refused', 'child.erased': 'erased',
} as const;

/** 点数 of a year so far or whole: every figure of every place in and below a region, from every room that has any; `to` is left out. */
export async function countPlaces(ctx: Ctx, regionCode: string, year: number, from: Date, to: Date): Promise<Counted> {
  const places: Places = new Map();
  const add = (place: string, figures: Partial<Figures>) => {
    const so = places.get(place) ?? {};
    for (const [key, figure] of Object.entries(figures)) so[key as FigureKey] = (so[key as FigureKey] ?? 0) + figure;
    places.set(place, so);
  };
  for (const { place, event, purpose, many } of await linesOf(ctx, regionCode, from, to)) {
    const name = events[event as keyof typeof events];
    add(place, { [purpose ? `${name}:${purpose}` : name]: many });
  }
  const stock = await ctx.db.select().from(minorStocks).where(and(eq(minorStocks.year, year), regionCode === '*' ? undefined : like(minorStocks.regionCode, `${regionCode}%`)));
  for (const { regionCode: place, under14, from14, grown } of stock) add(place, { minors: under14 + from14, under14, from14, grown });
  for (const row of await countShares(ctx, regionCode, from, to)) {
    add(row.regionCode, { shares: row.times, 'shared-children': row.children, 'shares-consent': row.consent, 'shares-law': row.law, 'shares-contract': row.contract, 'shares-settled': row.settled });
  }
  for (const { regionCode: place, partners } of await countPartners(ctx, regionCode, to)) add(place, { partners });
  for (const row of await countAssessments(ctx, regionCode, from, to)) add(row.regionCode, { 'assessments-approved': row.approved, 'assessments-in-force': row.inForce });
  const [incidentsOf, clearedOf] = [await countIncidents(ctx, year), await countRetention(ctx, year)];
  return (place) => sumOf(places, place, incidentsOf(place), clearedOf(place));
}

/** What the records say, which can only be added to: an erasure that a restored backup did again is no second one. */
async function linesOf(ctx: Ctx, regionCode: string, from: Date, to: Date) {
  const { rows } = await ctx.db.execute<{ place: string; event: string; purpose: string; many: number }>(sql`
    select region_code as place, event, case when event like 'consent.%' then facts ->> 'purpose' else '' end as purpose, count(*)::int as many from records
    where event = any(${sql.param(Object.keys(events))}) and at >= ${from.toISOString()} and at < ${to.toISOString()}
      and not coalesce((facts ->> 'replayed')::boolean, false) and ${regionCode === '*' ? sql`true` : sql`region_code like ${`${regionCode}%`}`}
    group by 1, 2, 3`);
  return rows;
}

/** 合计 of a region out of its places, with what two rooms add up by themselves. */
function sumOf(places: Places, regionCode: string, incidents: IncidentFigures, cleared: RetentionFigures): Figures {
  const sum = noFigures();
  for (const [place, figures] of places) if (contains(regionCode, place)) for (const key of figureKeys) sum[key] += figures[key] ?? 0;
  return {
    ...sum, incidents: incidents.incidents, 'incident-children': incidents.children, 'incidents-told': incidents.told, 'incidents-closed': incidents.closed,
    'retention-runs': cleared.runs, 'retention-deleted': cleared.deleted, 'retention-anonymised': cleared.anonymised, 'retention-held': cleared.holdsPlaced,
  };
}
