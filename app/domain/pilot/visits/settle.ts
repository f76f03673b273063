import { and, eq, max } from 'drizzle-orm';
import { type Change, change } from '#app/platform/change.ts';
import { countyCode } from '#app/platform/county-code.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { aboutVisit, fieldsOf, holdVisit, judgeVisit, myPart, type Visit } from './hold.ts';
import type { SettleInput } from './input.ts';
import { isOver } from './model.ts';
import { type Entry, type Field, isContested, mergeFields, partsOf, wordsOn } from './package.ts';
import { keepEntries, keepFields } from './sync.ts';
import { visitEntries } from './tables.server.ts';

/** 处理冲突: an expert of the visit says at the desk which word stays; of notes both may stay, one after the other. Every word remains in what was received. */
export function settleField(ctx: Ctx, id: string, input: SettleInput): Promise<void> {
  return change(ctx, async (tx) => {
    await myPart(tx, id);
    const visit = await holdVisit(tx, id);
    const part = await myPart(tx, id);
    if (isOver(visit.state) || part.setAsideAt) throw new Refusal('visit-over');
    const field = (await fieldsOf(tx, visit)).find(({ path }) => path === input.path);
    if (!field || !isContested(field)) throw new Refusal('visit-not-contested');
    if (field.revision !== input.revision) throw new Refusal('changed-meanwhile');
    const value = chosen(field, input.keep);
    await enterAtDesk(tx, visit, { path: field.path, value, baseRevision: field.revision });
    await tx.record('visit.settled', aboutVisit(visit), { number: visit.number, path: field.path, kept: input.keep, among: wordsOn(field).length });
    await judgeVisit(tx, visit);
  });
}

/** The word that stays: one of those that are there, or the texts joined. */
function chosen(field: Field, keep: string): unknown {
  const words = wordsOn(field);
  if (keep === 'both' && ['note', 'overall'].includes(partsOf(field.path)?.kind ?? '')) {
    return words.toReversed().flatMap(({ value }) => (typeof value === 'string' && value.trim() !== '' ? [value] : [])).join('\n\n');
  }
  const kept = field.versions.find(({ deviceId, seq }) => `${deviceId} ${seq}` === keep);
  if (!kept) throw new Refusal('changed-meanwhile');
  return kept.value;
}

/** 桌面改动: an entry of a browser, which counts like a device of its own for each person. */
export async function enterAtDesk(tx: Change, visit: Visit, { path, value, baseRevision }: Pick<Entry, 'path' | 'value' | 'baseRevision'>): Promise<void> {
  const deviceId = `desk ${tx.actor.id}`;
  const [last] = await tx.db
    .select({ seq: max(visitEntries.seq) })
    .from(visitEntries)
    .where(and(eq(visitEntries.countyCode, countyCode(visit.regionCode)), eq(visitEntries.visitId, visit.id), eq(visitEntries.deviceId, deviceId)));
  const entry: Entry = { path, value, baseRevision, deviceAt: tx.now.toISOString(), seq: (last?.seq ?? 0) + 1 };
  await keepEntries(tx, visit, deviceId, [entry], false);
  const before = await fieldsOf(tx, visit);
  await keepFields(tx, visit, before, mergeFields(before, [{ ...entry, deviceId, byName: tx.actor.name, serverAt: entry.deviceAt }]));
}
