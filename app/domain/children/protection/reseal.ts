import { eq } from 'drizzle-orm';
import { inside } from '#app/db/sealed.ts';
import { seal, unseal } from '#app/domain/base/accounts/sealed.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { protectionReports } from './tables.server.ts';

const again = (text: string) => seal(unseal(text, 'protection'), 'protection');

/** 换钥: what is sealed in the reports, sealed with the present AUTH_SECRET. */
export function resealReports(ctx: Ctx): Promise<number> {
  return change(ctx, async (tx) => {
    const count = await inside(tx.db, 'protection', async (db) => {
      const reports = await db.select().from(protectionReports).for('update');
      for (const { id, sealedNoticed, sealedEvidence, sealedClosing, sealedHoldReason } of reports) {
        await db.update(protectionReports).set({ sealedNoticed: again(sealedNoticed), sealedEvidence: again(sealedEvidence), sealedClosing: sealedClosing && again(sealedClosing), sealedHoldReason: sealedHoldReason && again(sealedHoldReason) }).where(eq(protectionReports.id, id));
      }
      return reports.length;
    });
    await tx.record('protection.resealed', { id: 'protection', regionCode: '*' }, { count });
    return count;
  });
}
