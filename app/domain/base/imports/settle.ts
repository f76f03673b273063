import { and, count, eq, inArray, lt } from 'drizzle-orm';
import { allowAnywhere, regionsFor } from '#app/domain/base/accounts/access.ts';
import { change, type Change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { Kinds } from './kind.ts';
import { type ImportState, keptDays } from './model.ts';
import { getOwnImport, type Import } from './read.ts';
import { importRows, imports } from './tables.server.ts';

/** One's own import, held so that it is settled once, in the state it must have. */
async function hold(tx: Change, id: string, state: ImportState): Promise<Import> {
  await getOwnImport(tx, id);
  const [held] = await tx.db.select().from(imports).where(eq(imports.id, id)).for('update');
  if (held?.state !== state) throw new Refusal('import-settled');
  return held;
}

const place = (tx: Change, kinds: Kinds, { id, kind }: Import) => ({ id, regionCode: regionsFor(tx.actor, kinds[kind].verb)[0] ?? '*' });

/** 办理导入: all rows, which must then all be right, or only the right ones; the queue does them one by one. */
export function acceptImport(ctx: Ctx, kinds: Kinds, id: string, which: 'all' | 'right'): Promise<void> {
  return change(ctx, async (tx) => {
    const held = await hold(tx, id, 'preview');
    allowAnywhere(tx, kinds[held.kind].verb);
    const mine = eq(importRows.importId, id);
    const [wrong] = await tx.db.select({ n: count() }).from(importRows).where(and(mine, eq(importRows.state, 'wrong')));
    if (which === 'all' && wrong!.n > 0) throw new Refusal('import-has-faults');
    const taken = await tx.db.update(importRows).set({ state: 'waiting' }).where(and(mine, inArray(importRows.state, ['new', 'changed']))).returning({ line: importRows.line });
    if (taken.length === 0) throw new Refusal('sheet-nothing');
    await tx.db.update(imports).set({ state: 'running' }).where(eq(imports.id, id));
    await tx.record('import.accepted', place(tx, kinds, held), { kind: held.kind, rows: taken.length });
  });
}

/** 放弃导入 before anything was done. */
export function discardImport(ctx: Ctx, kinds: Kinds, id: string): Promise<void> {
  return change(ctx, async (tx) => {
    const held = await hold(tx, id, 'preview');
    await tx.db.delete(importRows).where(eq(importRows.importId, id));
    await tx.db.update(imports).set({ state: 'discarded', settledAt: tx.now }).where(eq(imports.id, id));
    await tx.record('import.discarded', place(tx, kinds, held), { kind: held.kind });
  });
}

/** 撤销导入: row by row in the queue, the last first; a row that somebody has built on stays and says so. */
export function undoImport(ctx: Ctx, kinds: Kinds, id: string): Promise<void> {
  return change(ctx, async (tx) => {
    const held = await hold(tx, id, 'done');
    const kind = kinds[held.kind];
    allowAnywhere(tx, kind.verb);
    if (!kind.undo) throw new Refusal('import-final');
    const taken = await tx.db.update(importRows).set({ state: 'undoing' }).where(and(eq(importRows.importId, id), eq(importRows.state, 'done'))).returning({ line: importRows.line });
    if (taken.length === 0) throw new Refusal('sheet-nothing');
    await tx.db.update(imports).set({ state: 'undoing' }).where(eq(imports.id, id));
    await tx.record('import.undo-asked', place(tx, kinds, held), { kind: held.kind, rows: taken.length });
  });
}

/** 清理导入: rows name people; they go after thirty days, and the import stays as a line. */
export async function clearImports(ctx: Ctx): Promise<string> {
  const before = new Date(ctx.now.getTime() - keptDays * 86_400_000);
  const old = await ctx.db.select({ id: imports.id }).from(imports).where(and(lt(imports.createdAt, before), inArray(imports.state, ['preview', 'done', 'undone']))).limit(500);
  if (old.length === 0) return '0';
  const gone = await ctx.db.delete(importRows).where(inArray(importRows.importId, old.map(({ id }) => id))).returning({ line: importRows.line });
  return String(gone.length);
}
