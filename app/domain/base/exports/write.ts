import { and, eq, sql } from 'drizzle-orm';
import { allowAnywhere, regionsFor } from '#app/domain/base/accounts/access.ts';
import { actorById } from '#app/domain/base/accounts/actor-by-id.ts';
import { tell } from '#app/domain/base/inbox/tell.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { csvFile } from './csv.ts';
import type { List, Lists } from './list.ts';
import { keptDays, mostSheetRows } from './model.ts';
import { writeWhole } from './place.ts';
import { listExports } from './tables.server.ts';
import { xlsxFile } from './xlsx.ts';

type Export = typeof listExports.$inferSelect;
type Outcome = 'ready' | 'refused' | 'too-long' | 'settled';

const tooLong = new Error('The list is longer than may be written at once.');

/**
 * 写出导出文件: as the person who ordered it is today, out of one moment of the database. One writer at a time; what a killed
 * one left is written again from its beginning. Longer than `most` rows, it is left to the queue.
 */
export async function writeExport(ctx: Ctx, lists: Lists, id: string, { most }: { most?: number } = {}): Promise<Outcome> {
  return ctx.db.transaction(async (db) => {
    await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${id}, 0))`);
    const [order] = await ctx.db.select().from(listExports).where(eq(listExports.id, id));
    if (!order || order.state !== 'waiting') return order?.state === 'ready' ? 'ready' : 'settled';
    const owner: Ctx = { ...ctx, locale: order.locale, actor: await actorById(ctx, order.ownerId) };
    const list = lists[order.list];
    try {
      allowAnywhere(owner, 'list.export');
      allowAnywhere(owner, list.verb);
      const total = most === undefined ? await list.count?.({ ...owner, db }, order.search) : undefined;
      if (order.format === 'xlsx' && total && total >= mostSheetRows) throw new Refusal('export-too-long');
      await progress(ctx, id, 0, total);
      const file = await write({ ...owner, db }, list, order, most ?? Infinity, (rows) => progress(ctx, id, rows, total));
      await finish(ctx, order, file, regionsFor(owner.actor, list.verb), most === undefined);
      return 'ready';
    } catch (error) {
      if (error === tooLong) return 'too-long';
      if (!(error instanceof Refusal)) throw error;
      await refuse(ctx, order, error.code, most === undefined);
      return 'refused';
    }
  }, { isolationLevel: 'repeatable read' });
}

async function write(ctx: Ctx, list: List, order: Export, most: number, told: (rows: number) => Promise<void>) {
  let rows = 0;
  const size = await writeWhole(order.id, order.format, async (handle) => {
    const columns = list.columns(ctx.locale);
    const file = await (order.format === 'csv' ? csvFile(handle, columns) : xlsxFile(handle, columns, list.title(ctx.locale)));
    let next = 5000;
    for await (const batch of list.rows(ctx, order.search)) {
      rows += batch.length;
      if (rows > most) throw tooLong;
      if (order.format === 'xlsx' && rows >= mostSheetRows) throw new Refusal('export-too-long');
      await file.add(batch);
      if (rows < next) continue;
      next = rows + 5000;
      await told(rows);
    }
    await file.end();
  });
  return { rows, size };
}

/** How far it is, for the page that waits; no change of anything, so no record. */
async function progress(ctx: Ctx, id: string, rows: number, total: number | undefined) {
  await ctx.db.update(listExports).set({ rows, ...(total === undefined ? {} : { total }) }).where(and(eq(listExports.id, id), eq(listExports.state, 'waiting')));
}

function finish(ctx: Ctx, order: Export, { rows, size }: { rows: number; size: number }, scope: string[], isAway: boolean) {
  return change(ctx, async (tx) => {
    const expiresAt = new Date(tx.now.getTime() + keptDays * 86_400_000);
    await tx.db.update(listExports).set({ state: 'ready', rows, total: rows, size, scope, readyAt: tx.now, expiresAt }).where(eq(listExports.id, order.id));
    await tx.record('export.ready', { id: order.id, regionCode: scope[0] ?? '*' }, { list: order.list, rows, size });
    if (isAway) await tell(tx, [order.ownerId], 'export-ready', { list: order.list, rows }, '/desk/exports', order.id);
  });
}

function refuse(ctx: Ctx, order: Export, problem: string, isAway: boolean) {
  return change(ctx, async (tx) => {
    await tx.db.update(listExports).set({ state: 'refused', problem }).where(eq(listExports.id, order.id));
    await tx.record('export.refused', { id: order.id, regionCode: '*' }, { list: order.list, problem });
    if (isAway) await tell(tx, [order.ownerId], 'export-refused', { list: order.list }, '/desk/exports', order.id);
  });
}
