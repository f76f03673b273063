import { and, eq } from 'drizzle-orm';
import { actorById } from '#app/domain/base/accounts/actor-by-id.ts';
import type { Grid } from '#app/domain/base/documents/grid.ts';
import { readGridUpload } from '#app/domain/base/documents/read-upload.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { checkGrids } from './check-grids.ts';
import type { FigureState } from './model.ts';
import { figureFiles } from './tables.server.ts';

/** 检查数值表, in the queue: reads it in the press and keeps what was found; a second time finds it done. */
export async function checkFigureFile(ctx: Ctx, id: string): Promise<string> {
  const opened = await openFile(ctx, id, 'checking');
  if (!opened) return '';
  try {
    const { report } = await checkGrids(opened.owner, await readGrids(opened.content), (done, total) => progress(ctx, id, done, total));
    const state = report.faults > 0 ? 'wrong' : 'ready';
    await ctx.db.update(figureFiles).set({ state, report, ...(state === 'wrong' ? { content: null } : {}) }).where(eq(figureFiles.id, id));
    return `${report.rows} (${report.faults})`;
  } catch (error) {
    return refused(ctx, id, error);
  }
}

/** What a job needs of a file in a state: its bytes, and its person as they are today. */
export async function openFile(ctx: Ctx, id: string, state: FigureState) {
  const [file] = await ctx.db.select().from(figureFiles).where(and(eq(figureFiles.id, id), eq(figureFiles.state, state)));
  if (!file?.content) return undefined;
  const owner: Ctx = { ...ctx, locale: file.locale, actor: await actorById(ctx, file.ownerId) };
  return { file, content: new Uint8Array(file.content), owner };
}

/** The sentences about forms name a limit of their own. */
export async function readGrids(content: Uint8Array): Promise<Grid[]> {
  try {
    return await readGridUpload(content);
  } catch (error) {
    if (error instanceof Refusal && (error.code === 'document-too-big' || error.code === 'document-too-heavy')) throw new Refusal('figure-file-too-big', 413);
    throw error;
  }
}

export async function progress({ db }: Ctx, id: string, done: number, total: number): Promise<void> {
  await db.update(figureFiles).set({ done, total }).where(eq(figureFiles.id, id));
}

/** A file that cannot be read at all says why; what goes wrong by itself is ours and is tried again, but for a slip of the program, which would come again. */
export async function refused({ db, now }: Ctx, id: string, error: unknown): Promise<string> {
  if (error instanceof TypeError || error instanceof RangeError) await db.update(figureFiles).set({ state: 'wrong', refusal: 'figure-file-failed', content: null, settledAt: now }).where(eq(figureFiles.id, id));
  if (!(error instanceof Refusal) || error.code === 'documents-busy') throw error;
  await db.update(figureFiles).set({ state: 'wrong', refusal: error.code, content: null, settledAt: now }).where(eq(figureFiles.id, id));
  return error.code;
}
