import { and, between, eq, gte, inArray, like, lt, or, type SQL, sql } from 'drizzle-orm';
import { allow, regionsFor } from '#app/domain/base/accounts/access.ts';
import { inside } from '#app/domain/base/regions/inside.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { countyCode } from '#app/platform/county-code.ts';
import { addDays, startOfBeijingDay } from '#app/platform/dates.ts';
import { type Cursor, keyset, type Page, pageOf } from '#app/platform/keyset.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { records } from '#app/platform/tables.server.ts';
import type { RecordLine } from './model.ts';

const shown = {
  id: records.id,
  at: records.at,
  actorId: records.actorId,
  actorName: records.actorName,
  event: records.event,
  subjectId: records.subjectId,
  requestId: records.requestId,
  facts: records.facts,
};

export type Asked = Cursor & { person?: string | undefined; event?: string | undefined; from?: string | undefined; to?: string | undefined; subject?: string | undefined };

/** 办理记录, for those who audit a region: by person, event, day and subject, newest first; `open` leaves out what must not be read yet. */
export async function listRecords(ctx: Ctx, asked: Asked = {}, open?: SQL): Promise<Page<RecordLine>> {
  const regions = regionsFor(ctx.actor, 'records.read');
  if (regions.length === 0) allow(ctx, 'records.read', { regionCode: '*' });
  const { where, order, limit } = keyset(records.id, asked);
  const found = await ctx.db
    .select(shown)
    .from(records)
    .where(
      and(
        inRegions(regions),
        open,
        asked.person ? or(eq(records.actorId, asked.person), eq(records.actorName, asked.person)) : undefined,
        asked.event ? eq(records.event, asked.event) : undefined,
        asked.from ? gte(records.at, startOfBeijingDay(asked.from)) : undefined,
        asked.to ? lt(records.at, startOfBeijingDay(addDays(asked.to, 1))) : undefined,
        asked.subject ? eq(records.subjectId, asked.subject) : undefined,
        where,
      ),
    )
    .orderBy(order)
    .limit(limit);
  return pageOf(found, asked, (line) => line.id);
}

/** A region as what lies in it, and as its range of counties, by which the lines are kept: 34 holds 340000 to 349999. */
function inRegions(regions: readonly string[]): SQL | undefined {
  if (regions.includes('*')) return undefined;
  return or(
    ...regions.map((code) => and(between(records.countyCode, countyCode(code), Number(code.slice(0, 6).padEnd(6, '9'))), inside(records.regionCode, code))),
  );
}

/** 一件事的办理历程, oldest first: by those who audit its region, or by a page that has asked for the subject itself (`own-page`); only events that begin with one of `about`, if any are named. */
export async function historyOf(ctx: Ctx, subjectIds: string | readonly string[], right: 'records.read' | 'own-page', about: readonly string[] = []): Promise<RecordLine[]> {
  if (right === 'records.read') allow(ctx, 'records.read', { regionCode: '*' });
  const ids = typeof subjectIds === 'string' ? [subjectIds] : [...subjectIds];
  if (ids.length === 0) return [];
  if (ids.length > 50) throw new Refusal('not-found', 404);
  const newest = await ctx.db
    .select(shown)
    .from(records)
    .where(and(inArray(records.subjectId, ids), or(...about.map((begin) => like(records.event, `${begin}%`)))))
    .orderBy(sql`${records.id} desc`)
    .limit(200);
  return newest.toReversed();
}
