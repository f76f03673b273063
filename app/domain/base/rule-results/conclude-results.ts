import { and, desc, eq, sql } from 'drizzle-orm';
import { rulesOf } from '#app/domain/base/standard/model.ts';
import { getEdition } from '#app/domain/base/standard/read.ts';
import type { Change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { encodeLevels, type Levels, scoreOf, type Stream } from './model.ts';
import { followingRegions, keepPlace, placesOfResult } from './places.ts';
import { resultChanges, resultSheets, ruleResults } from './tables.server.ts';

export type Conclusion = { regionCode: string; year: number; stream: Stream; editionId: string; levels: Levels; sourceId: string };

/**
 * 形成结果: part of the change that concludes an assessment. Writes the rules as they stand, one sheet that stays,
 * and what the roll-ups have to learn. A second conclusion of the year replaces the first and keeps its sheet.
 */
export async function concludeResults(tx: Change, given: Conclusion): Promise<{ revision: number; score: number | null }> {
  const { regionCode, year, stream, editionId, sourceId } = given;
  const ruleIds = rulesOf(await getEdition(tx, editionId)).map(({ id }) => id);
  if (Object.keys(given.levels).some((id) => !ruleIds.includes(id))) throw new Refusal('rule-of-another-edition', 409);
  const about = { countyCode: countyCode(regionCode), year, regionCode, stream };
  const of = (table: typeof resultSheets | typeof ruleResults) =>
    and(eq(table.countyCode, about.countyCode), eq(table.regionCode, regionCode), eq(table.stream, stream), eq(table.year, year));

  // Two conclusions of one community and year come one after the other, and none while results follow their regions.
  await tx.db.execute(sql`select pg_advisory_xact_lock_shared(${followingRegions}), pg_advisory_xact_lock(hashtextextended(${`results ${regionCode} ${stream} ${year}`}, 0))`);
  const [last] = await tx.db.select().from(resultSheets).where(of(resultSheets)).orderBy(desc(resultSheets.revision)).limit(1);
  const places = await placesOfResult(tx, { regionCode, year, stream });
  const letters = encodeLevels(ruleIds, given.levels);
  const score = scoreOf(given.levels);
  const revision = (last?.revision ?? 0) + 1;

  await tx.db.delete(ruleResults).where(of(ruleResults));
  const rows = Object.entries(given.levels).map(([ruleId, level]) => ({ ...about, ruleId, level }));
  if (rows.length > 0) await tx.db.insert(ruleResults).values(rows);
  await tx.db.insert(resultSheets).values({ ...about, editionId, revision, letters, score, sourceId, concludedAt: tx.now });
  const isAside = last && (last.editionId !== editionId || places.before !== places.now);
  const change = { year, stream, at: tx.now };
  if (isAside) await tx.db.insert(resultChanges).values({ ...change, regionCode: places.before, editionId: last.editionId, before: last.letters, after: null });
  await tx.db.insert(resultChanges).values({ ...change, regionCode: places.now, editionId, before: last && !isAside ? last.letters : null, after: letters });
  await keepPlace(tx, { regionCode, year, stream }, places);
  return { revision, score };
}
