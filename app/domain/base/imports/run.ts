import { and, asc, count, desc, eq } from 'drizzle-orm';
import { actorById } from '#app/domain/base/accounts/actor-by-id.ts';
import { tell } from '#app/domain/base/inbox/tell.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { interpret } from './interpret.ts';
import type { Kind, Kinds } from './kind.ts';
import type { RowState } from './model.ts';
import type { Import, ImportRow } from './read.ts';
import { importRows, imports } from './tables.server.ts';

type Deed = { from: 'waiting' | 'undoing'; good: RowState; bad: RowState; run: (ctx: Ctx, row: ImportRow) => Promise<Partial<ImportRow>> };

/** 逐行办理: one change a row, as the person who imported it is today, through the verb a page would call. Runs again where it was broken off. */
export async function runImport(ctx: Ctx, kinds: Kinds, id: string): Promise<void> {
  const found = await inState(ctx, id, 'running');
  if (!found) return;
  const kind = kinds[found.kind];
  await rowByRow(ctx, found, {
    from: 'waiting', good: 'done', bad: 'refused',
    run: async (owner, row) => {
      const { subjectId, sealed = '' } = await kind.apply(owner, inputOf(kind, row), row.subjectId ? { subjectId: row.subjectId } : undefined);
      return { subjectId, sealed };
    },
  });
  await settle(ctx, found, 'done', { done: 'done', refused: 'refused' });
}

/** 逐行撤销: the last row first; where somebody has built on it the row is kept with the reason. */
export async function takeBackImport(ctx: Ctx, kinds: Kinds, id: string): Promise<void> {
  const found = await inState(ctx, id, 'undoing');
  if (!found) return;
  const kind = kinds[found.kind];
  await rowByRow(ctx, found, {
    from: 'undoing', good: 'undone', bad: 'kept',
    run: async (owner, row) => {
      if (!kind.undo) throw new Refusal('import-final');
      await kind.undo(owner, { subjectId: row.subjectId!, given: row.given, before: row.before }, inputOf(kind, row));
      return { sealed: '' };
    },
  });
  await settle(ctx, found, 'undone', { undone: 'undone', kept: 'kept' });
}

async function inState(ctx: Ctx, id: string, state: Import['state']): Promise<Import | undefined> {
  const [found] = await ctx.db.select().from(imports).where(and(eq(imports.id, id), eq(imports.state, state)));
  return found;
}

function inputOf(kind: Kind, row: ImportRow): unknown {
  const read = interpret(kind, row.given);
  if (read.wrong) throw new Refusal('import-has-faults');
  return read.input;
}

/** A row and what it does are one transaction: killed in between, neither has happened. */
async function rowByRow(ctx: Ctx, { id, ownerId, locale }: Import, deed: Deed): Promise<void> {
  for (;;) {
    const owner = { ...ctx, locale, actor: await actorById(ctx, ownerId) };
    const next = await ctx.db
      .select()
      .from(importRows)
      .where(and(eq(importRows.importId, id), eq(importRows.state, deed.from)))
      .orderBy(deed.from === 'undoing' ? desc(importRows.line) : asc(importRows.line))
      .limit(50);
    if (next.length === 0) return;
    for (const row of next) await one(owner, row, deed);
  }
}

async function one(ctx: Ctx, { importId, line }: ImportRow, deed: Deed): Promise<void> {
  const here = and(eq(importRows.importId, importId), eq(importRows.line, line), eq(importRows.state, deed.from));
  try {
    await ctx.db.transaction(async (db) => {
      const [row] = await db.select().from(importRows).where(here).for('update');
      if (!row) return;
      await db.update(importRows).set({ ...(await deed.run({ ...ctx, db }, row)), state: deed.good }).where(here);
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await ctx.db.update(importRows).set({ state: deed.bad, faults: [{ cell: '', column: '', code: error.code }] }).where(here);
  }
}

async function settle(ctx: Ctx, { id, kind, ownerId }: Import, state: 'done' | 'undone', told: Record<string, RowState>): Promise<void> {
  const counts = await ctx.db.select({ state: importRows.state, n: count() }).from(importRows).where(eq(importRows.importId, id)).groupBy(importRows.state);
  const figures = Object.fromEntries(Object.entries(told).map(([name, rowState]) => [name, counts.find((one) => one.state === rowState)?.n ?? 0]));
  await change(ctx, async (tx) => {
    await tx.db.update(imports).set({ state, settledAt: tx.now }).where(eq(imports.id, id));
    await tx.record(`import.${state}`, { id, regionCode: '*' }, { kind, ...figures });
    await tell(tx, [ownerId], `import-${state}`, { kind, ...figures }, `/desk/imports/${id}`, id);
  });
}
