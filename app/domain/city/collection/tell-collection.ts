import { and, asc, eq, gt, inArray, isNull, lte } from 'drizzle-orm';
import { access, type Verb } from '#app/domain/base/accounts/access.ts';
import type { Role } from '#app/domain/base/accounts/model.ts';
import { roleGrants, users } from '#app/domain/base/accounts/tables.server.ts';
import type { MessageKind } from '#app/domain/base/inbox/model.ts';
import { tellEach, type Telling } from '#app/domain/base/inbox/tell.ts';
import { placeNames } from '#app/domain/base/regions/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { addDays, beijingDay, daysBetween } from '#app/platform/dates.ts';
import { inBatches } from '#app/platform/in-batches.ts';
import { remindedAt } from './hold-sheet.ts';
import { collectionRounds, collectionSheets } from './tables.server.ts';

const [s, r] = [collectionSheets, collectionRounds];
const told = { id: s.id, regionCode: s.regionCode, dueOn: s.dueOn, roundId: s.roundId, zh: r.zh, round: { regionCode: r.regionCode } };
const sheets = (ctx: Ctx) => ctx.db.select(told).from(s).innerJoin(r, eq(r.id, s.roundId)).$dynamic();
type Row = Awaited<ReturnType<typeof sheets>>[number];

/** Days before the last one on which is reminded, and days after it on which those above are told. */
const remindBefore = [7, 2];
const escalateAfter = [3, 10];
type Due = { row: Row; kind: MessageKind; cause: string };

/** 告知填报: everybody who fills in for a unit of a round hears of it, once, however many sheets are theirs. */
export async function tellOpened(ctx: Ctx, roundId: string, cause: string): Promise<string> {
  let many = 0;
  const open = (after: string, most: number) => sheets(ctx).where(and(eq(s.roundId, roundId), gt(s.id, after))).orderBy(asc(s.id)).limit(most);
  for await (const batch of inBatches(open)) many += await send(ctx, 'figures-asked', 'collection.fill', batch.map((row) => ({ row, kind: 'figures-asked', cause })), ({ regionCode }) => regionCode);
  return String(many);
}

/** 告知退回. */
export async function tellReturned(ctx: Ctx, sheetId: string, cause: string): Promise<string> {
  const rows = await sheets(ctx).where(eq(s.id, sheetId));
  return String(await send(ctx, 'figures-returned', 'collection.fill', rows.map((row) => ({ row, kind: 'figures-returned', cause })), ({ regionCode }) => regionCode));
}

/** 填报到期提醒, every day: before the last day, when it is over, and to those above when a sheet stays out; each once. */
export async function remindSheets(ctx: Ctx): Promise<string> {
  const today = beijingDay(ctx.now);
  let many = 0;
  const waiting = (after: string, most: number) => sheets(ctx).where(and(inArray(s.state, ['open', 'returned']), lte(s.dueOn, addDays(today, Math.max(...remindBefore))), eq(r.state, 'open'), gt(s.id, after))).orderBy(asc(s.id)).limit(most);
  for await (const batch of inBatches(waiting)) {
    const due = batch.flatMap((row) => remindersOf(row, daysBetween(today, row.dueOn)));
    for (const kind of ['figures-due', 'figures-late'] as const) many += await send(ctx, kind, 'collection.fill', due.filter((each) => each.kind === kind), ({ regionCode }) => regionCode);
    many += await send(ctx, 'figures-overdue', 'collection.check', due.filter(({ kind }) => kind === 'figures-overdue'), (row) => remindedAt(row, row.round));
  }
  return String(many);
}

function remindersOf(row: Row, left: number): Due[] {
  if (left >= 0) {
    const nearest = remindBefore.filter((days) => left <= days).toSorted((one, other) => one - other)[0];
    return nearest === undefined ? [] : [{ row, kind: 'figures-due', cause: `due:${row.roundId}:${row.dueOn}:${nearest}` }];
  }
  const step = escalateAfter.filter((days) => -left >= days).at(-1);
  return [{ row, kind: 'figures-late', cause: `late:${row.roundId}:${row.dueOn}` }, ...(step === undefined ? [] : [{ row, kind: 'figures-overdue' as const, cause: `overdue:${row.roundId}:${row.dueOn}:${step}` }])];
}

/** One message to each person and cause; whoever has several sheets there is told the first places and how many more, and sent to the round. */
async function send(ctx: Ctx, kind: MessageKind, verb: Verb, due: readonly Due[], placeOf: (row: Row) => string): Promise<number> {
  if (due.length === 0) return 0;
  const people = await peopleIn(ctx, verb, due.map(({ row }) => placeOf(row)));
  const place = await placeNames(ctx, due.map(({ row }) => row.regionCode));
  const tellings = new Map<string, Telling & { units: Set<string> }>();
  for (const { row, cause } of due) {
    for (const { userId, role } of people.filter(({ regionCode }) => regionCode === placeOf(row))) {
      const key = `${userId} ${cause}`;
      const units = (tellings.get(key)?.units ?? new Set<string>()).add(place(row.regionCode).split(' ').at(-1) ?? '');
      const link = tellings.has(key) ? `/desk/collection/${row.roundId}` : role === 'community-worker' ? `/work/${row.regionCode}/figures/${row.id}` : `/desk/collection/sheets/${row.id}`;
      tellings.set(key, { userId, cause, link, units, params: { unit: shortly([...units]), title: row.zh, day: row.dueOn } });
    }
  }
  return tellEach(ctx, kind, [...tellings.values()].map(({ units: _, ...telling }) => telling));
}

const shortly = (units: readonly string[]): string => units.slice(0, 3).join(' / ') + (units.length > 3 ? ` +${units.length - 3}` : '');

/** 本级的人: those who hold the right in exactly these places. */
function peopleIn(ctx: Ctx, verb: Verb, codes: readonly string[]) {
  return ctx.db.select({ userId: roleGrants.userId, role: roleGrants.role, regionCode: roleGrants.regionCode }).from(roleGrants).innerJoin(users, eq(users.id, roleGrants.userId))
    .where(and(inArray(roleGrants.role, [...access[verb]] as Role[]), inArray(roleGrants.regionCode, [...new Set(codes)]), isNull(users.disabledAt)));
}
