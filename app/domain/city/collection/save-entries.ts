import { setTimeout } from 'node:timers/promises';
import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import { files } from '#app/domain/base/files/tables.server.ts';
import { checkValue } from '#app/domain/city/indicators/check-value.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { limitTyping } from '#app/platform/limit.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { cellsOf } from './cells.ts';
import { holdSheet } from './hold-sheet.ts';
import { EntryInput } from './input.ts';
import { isFillable, keyOf } from './model.ts';
import { collectionEntries } from './tables.server.ts';

/** 保存填报项: cells of one sheet as they were typed or brought, all of them or none; what cannot be read is kept as typed, without a figure. Says how many changed. */
export function saveEntries(ctx: Ctx, sheetId: string, entries: readonly EntryInput[]): Promise<number> {
  return change(ctx, async (tx) => {
    const { changed, meanwhile } = await putEntries(tx, sheetId, entries);
    if (meanwhile.length > 0) throw new Refusal('changed-meanwhile');
    return changed;
  });
}

/** 边填边存: the same while people type: a cell that somebody else changed meanwhile keeps theirs, all others are saved. Answers those cells as they stand. */
export async function saveTyped(ctx: Ctx, sheetId: string, entries: readonly EntryInput[]): Promise<Entry[]> {
  await limitTyping(ctx, 'figures');
  for (const pause of [100, 400]) {
    try {
      return await change(ctx, async (tx) => (await putEntries(tx, sheetId, entries)).meanwhile);
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'being-saved')) throw error;
      await setTimeout(pause); // no connection is held meanwhile
    }
  }
  throw new Refusal('being-saved', 409, 2);
}

async function putEntries(tx: Change, sheetId: string, entries: readonly EntryInput[]): Promise<{ changed: number; meanwhile: Entry[] }> {
  const { sheet } = await holdSheet(tx, sheetId, 'collection.fill');
  if (!isFillable(sheet.state)) throw new Refusal('sheet-not-open');
  const cells = new Map((await cellsOf(tx, sheet)).map((cell) => [keyOf(cell), cell]));
  const { data: parsed } = EntryInput.array().safeParse(entries);
  if (!parsed) throw new Refusal('sheet-cell-unreadable', 422);
  // A cell that is named twice is one cell: the last of it is meant.
  const given = [...new Map(parsed.map((entry) => [keyOf(entry), entry])).values()];
  if (given.some((entry) => !cells.has(keyOf(entry)))) throw new Refusal('sheet-cell-unknown', 400);
  const held = new Map((await entriesOf(tx, sheet)).map((entry) => [keyOf(entry), entry]));
  const differing = given.filter((entry) => typed.some((name) => (held.get(keyOf(entry))?.[name] ?? '') !== entry[name]));
  const isOvertaken = (entry: (typeof given)[number]) => overtaken(entry.base, held.get(keyOf(entry)), tx.actor.id);
  const changed = differing.filter((entry) => !isOvertaken(entry));
  const meanwhile = differing.filter(isOvertaken).map((entry) => held.get(keyOf(entry))!);
  if (changed.length > 0) {
    const rows = changed.map(({ base: _, ...entry }) => {
      const read = checkValue(cells.get(keyOf(entry))!.indicator.definition, entry);
      const figures = typeof read === 'string' ? { figure: null, figureNumerator: null, figureDenominator: null } : { figure: read.value, figureNumerator: read.numerator, figureDenominator: read.denominator };
      return { ...entry, ...figures, countyCode: sheet.countyCode, sheetId, savedBy: tx.actor.id, savedByName: tx.actor.name, savedAt: tx.now };
    });
    const e = collectionEntries;
    await tx.db.insert(e).values(rows).onConflictDoUpdate({
      target: [e.countyCode, e.sheetId, e.indicatorId, e.breakdown],
      set: {
        value: sql`excluded.value`, numerator: sql`excluded.numerator`, denominator: sql`excluded.denominator`, figure: sql`excluded.figure`, figureNumerator: sql`excluded.figure_numerator`, figureDenominator: sql`excluded.figure_denominator`,
        reason: sql`excluded.reason`, source: sql`excluded.source`, origin: sql`excluded.origin`, revision: sql`${e.revision} + 1`, savedBy: tx.actor.id, savedByName: tx.actor.name, savedAt: tx.now,
      },
    });
  }
  await tx.record('collection.saved', { id: sheetId, regionCode: sheet.regionCode }, { cells: changed.length });
  return { changed: changed.length, meanwhile };
}

/** 被别人改过: what another person saved since the revision this was typed from. */
const overtaken = (base: number | undefined, had: Entry | undefined, actorId: string): boolean => had !== undefined && base !== undefined && base !== had.revision && had.savedBy !== actorId;

const typed = ['value', 'numerator', 'denominator', 'reason', 'source'] as const;

export type Entry = typeof collectionEntries.$inferSelect & { evidenceName: string | null };

/** 已填的各格 of a sheet, each with the name of its paper. */
export function entriesOf(ctx: Ctx, { countyCode, id }: { countyCode: number; id: string }): Promise<Entry[]> {
  return ctx.db.select({ ...getTableColumns(collectionEntries), evidenceName: files.name }).from(collectionEntries).leftJoin(files, eq(files.id, collectionEntries.evidenceId)).where(and(eq(collectionEntries.countyCode, countyCode), eq(collectionEntries.sheetId, id)));
}
