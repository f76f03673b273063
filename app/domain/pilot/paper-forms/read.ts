import { desc, eq, sql } from 'drizzle-orm';
import { getApplication } from '#app/domain/pilot/applications/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { formImports } from './tables.server.ts';

/** 导入过的: the newest first, for those who may read the application. */
export async function listImports(ctx: Ctx, applicationId: string) {
  await getApplication(ctx, applicationId);
  return ctx.db
    .select({
      id: formImports.id, fileName: formImports.fileName, byName: formImports.importedByName, at: formImports.importedAt,
      undoneAt: formImports.undoneAt, count: sql<number>`jsonb_array_length(${formImports.lines})`,
    })
    .from(formImports)
    .where(eq(formImports.applicationId, applicationId))
    .orderBy(desc(formImports.id))
    .limit(20);
}
