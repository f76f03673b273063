import { and, eq, inArray } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import { movesOf } from '#app/domain/base/regions/successors.ts';
import { type Change, change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { type Council, itself } from './find.ts';
import {
  councilAttendance, councilCandidates, councilCharters, councilItems, councilMembers, councilMotions, councilMotionVoices, councils, councilSeconds, councilSessions, councilSlips, councilSupporters, councilTerms, councilVoters,
} from './tables.server.ts';

type Held = PgTable & { countyCode: PgColumn };
/** What belongs to what, the whole before its parts: the table, and the column that points at the row above. */
type Part = { table: Held; by: PgColumn; of: 'whole' | 'term' | 'session' | 'motion' };

const ofCouncil: Part[] = [
  { table: councilCharters, by: councilCharters.councilId, of: 'whole' }, { table: councilSupporters, by: councilSupporters.councilId, of: 'whole' }, { table: councilTerms, by: councilTerms.councilId, of: 'whole' },
  { table: councilCandidates, by: councilCandidates.termId, of: 'term' }, { table: councilVoters, by: councilVoters.termId, of: 'term' }, { table: councilSlips, by: councilSlips.termId, of: 'term' }, { table: councilMembers, by: councilMembers.termId, of: 'term' },
  { table: councilSessions, by: councilSessions.termId, of: 'term' }, { table: councilItems, by: councilItems.sessionId, of: 'session' }, { table: councilAttendance, by: councilAttendance.sessionId, of: 'session' },
  { table: councilMotions, by: councilMotions.councilId, of: 'whole' }, { table: councilSeconds, by: councilSeconds.motionId, of: 'motion' }, { table: councilMotionVoices, by: councilMotionVoices.motionId, of: 'motion' },
];
const below = new Map<unknown, 'term' | 'session' | 'motion'>([[councilTerms, 'term'], [councilSessions, 'session'], [councilMotions, 'motion']]);

/** 议事会随区划变更: councils go on under the principal successor of their unit; where that one has a council already, the one that comes is closed and can still be read. */
export async function followRegions(ctx: Ctx, changeId: string): Promise<string> {
  let moved = 0;
  for (const { from, to } of await movesOf(ctx, changeId)) {
    const rows = await ctx.db.select().from(councils).where(and(eq(councils.countyCode, countyCode(from)), eq(councils.regionCode, from)));
    for (const row of rows) {
      await change(ctx, async (tx) => {
        await carry(tx, row, to);
        await tx.record('council.region-followed', { id: row.id, regionCode: to }, { from });
      });
    }
    moved += rows.length;
  }
  return String(moved);
}

/** The county is part of every key, so the rows are copied below the new one and the old ones go. */
async function carry(tx: Change, row: Council, to: string): Promise<void> {
  const place = { countyCode: countyCode(to), regionCode: to };
  const isTaken = (await tx.db.$count(councils, and(eq(councils.countyCode, place.countyCode), eq(councils.regionCode, to), eq(councils.isClosed, false)))) > 0;
  const ids = { whole: [row.id], term: [] as string[], session: [] as string[], motion: [] as string[] };
  const taken: [Held, Record<string, unknown>[]][] = [];
  for (const { table, by, of } of ofCouncil) {
    const rows = ids[of].length === 0 ? [] : ((await tx.db.select().from(table).where(and(eq(table.countyCode, row.countyCode), inArray(by, ids[of])))) as Record<string, unknown>[]);
    const level = below.get(table);
    if (level) ids[level] = rows.map(({ id }) => String(id));
    taken.push([table, rows]);
  }
  await tx.db.delete(councils).where(itself(councils, row));
  await tx.db.insert(councils).values({ ...row, ...place, isClosed: row.isClosed || isTaken });
  for (const [table, rows] of taken) {
    if (rows.length > 0) await tx.db.insert(table).values(rows.map((one) => ({ ...one, countyCode: place.countyCode, ...('regionCode' in one ? { regionCode: to } : {}) })) as never);
  }
}
