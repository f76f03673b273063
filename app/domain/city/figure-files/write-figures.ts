import { eq } from 'drizzle-orm';
import { regionsFor } from '#app/domain/base/accounts/access.ts';
import { everybody } from '#app/domain/city/indicators/model.ts';
import { yearOf } from '#app/domain/city/indicators/period.ts';
import { reckonMany } from '#app/domain/city/indicators/reckon-values.ts';
import { writeValues } from '#app/domain/city/indicators/write-values.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { inParts } from '#app/platform/in-batches.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { atATime, checkGrids } from './check-grids.ts';
import { openFile, progress, readGrids, refused } from './check-figures.ts';
import { figureFiles } from './tables.server.ts';

/** 登记数值表, in the queue: checked once more as things stand now, then all figures in one change, or none. */
export async function writeFigureFile(ctx: Ctx, id: string): Promise<string> {
  const opened = await openFile(ctx, id, 'writing');
  if (!opened) return '';
  const { owner, file, content } = opened;
  try {
    const { rows, report } = await checkGrids(owner, await readGrids(content));
    if (report.faults > 0) {
      await ctx.db.update(figureFiles).set({ state: 'wrong', report, content: null }).where(eq(figureFiles.id, id));
      return `${report.faults} faults`;
    }
    if (report.changed > 0 && file.reason === '') throw new Refusal('value-reason-missing', 422);
    const codes = new Map(rows.map(({ indicatorId, code }) => [indicatorId, code]));
    const written = await change(owner, async (tx) => {
      const places = [];
      let done = 0;
      for (const part of inParts(rows, atATime)) {
        places.push(...(await writeValues(tx, part, file.reason)));
        await progress(ctx, id, (done += part.length), rows.length);
      }
      await reckonMany(tx, places.filter(({ breakdown }) => breakdown === everybody).map(({ indicatorId, regionCode, period }) => ({ code: codes.get(indicatorId)!, regionCode, year: yearOf(period) })));
      await tx.db.update(figureFiles).set({ state: 'done', report, content: null, settledAt: tx.now }).where(eq(figureFiles.id, id));
      await tx.record('figure-file.written', { id, regionCode: regionsFor(tx.actor, 'value.record')[0] ?? '*' }, { figures: places.length, fresh: report.fresh, changed: report.changed, hash: file.hash, ...(file.reason ? { reason: file.reason } : {}) });
      return places.length;
    });
    return String(written);
  } catch (error) {
    return refused(ctx, id, error);
  }
}
