import { and, eq, inArray, isNotNull, lt } from 'drizzle-orm';
import { allowAnywhere, regionsFor } from '#app/domain/base/accounts/access.ts';
import { change, type Change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { TakeFiguresInput } from './input.ts';
import { keptDays } from './model.ts';
import { type FigureFile, getFigureFile } from './read.ts';
import { figureFiles } from './tables.server.ts';

/** 办理数值表: a right one goes to the queue; where figures are corrected, with the reason. */
export function takeFigures(ctx: Ctx, id: string, { reason }: TakeFiguresInput): Promise<void> {
  return change(ctx, async (tx) => {
    const held = await hold(tx, id, ['ready']);
    allowAnywhere(tx, 'value.record');
    if (held.report!.changed > 0 && reason.length < 4) throw new Refusal('value-reason-missing', 422);
    if (held.report!.fresh + held.report!.changed === 0) throw new Refusal('sheet-nothing');
    await tx.db.update(figureFiles).set({ state: 'writing', reason, done: 0 }).where(eq(figureFiles.id, id));
    await tx.record('figure-file.taken', { id, regionCode: regionsFor(tx.actor, 'value.record')[0] ?? '*' }, { figures: held.report!.fresh + held.report!.changed, ...(reason ? { reason } : {}) });
  });
}

/** 放弃数值表: before anything stands by it. */
export function dropFigures(ctx: Ctx, id: string): Promise<void> {
  return change(ctx, async (tx) => {
    const held = await hold(tx, id, ['wrong', 'ready']);
    await tx.db.delete(figureFiles).where(eq(figureFiles.id, id));
    await tx.record('figure-file.dropped', { id, regionCode: regionsFor(tx.actor, 'value.record')[0] ?? '*' }, { name: held.fileName });
  });
}

async function hold(tx: Change, id: string, states: readonly FigureFile['state'][]): Promise<FigureFile> {
  const found = await getFigureFile(tx, id);
  const [held] = await tx.db.select({ state: figureFiles.state }).from(figureFiles).where(eq(figureFiles.id, id)).for('update');
  if (!held || !states.includes(held.state)) throw new Refusal('figure-file-settled');
  return found;
}

/** 清理数值表: files and reports go after thirty days, bytes as soon as nobody can need them. */
export async function clearFigureFiles(ctx: Ctx): Promise<string> {
  const before = new Date(ctx.now.getTime() - keptDays * 86_400_000);
  const gone = await ctx.db.delete(figureFiles).where(lt(figureFiles.createdAt, before)).returning({ id: figureFiles.id });
  await ctx.db.update(figureFiles).set({ content: null }).where(and(inArray(figureFiles.state, ['wrong', 'done']), isNotNull(figureFiles.content)));
  return String(gone.length);
}
