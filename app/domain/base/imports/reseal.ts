import { and, eq, ne } from 'drizzle-orm';
import { seal, unseal } from '#app/domain/base/accounts/sealed.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { importRows } from './tables.server.ts';

/** 换钥: seals the invitation links that imports keep with the present AUTH_SECRET, so that the earlier one can be thrown away. */
export function resealLinks(ctx: Ctx): Promise<number> {
  return change(ctx, async (tx) => {
    const rows = await tx.db.select({ importId: importRows.importId, line: importRows.line, sealed: importRows.sealed }).from(importRows).where(ne(importRows.sealed, '')).for('update');
    for (const { importId, line, sealed } of rows) {
      await tx.db.update(importRows).set({ sealed: seal(unseal(sealed)) }).where(and(eq(importRows.importId, importId), eq(importRows.line, line)));
    }
    await tx.record('import.links-resealed', { id: 'imports', regionCode: '*' }, { count: rows.length });
    return rows.length;
  });
}
