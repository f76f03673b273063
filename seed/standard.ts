import { readFile } from 'node:fs/promises';
import { eq } from 'drizzle-orm';
import type { Db } from '#app/db/db.server.ts';
import { readEditionFile } from '#app/domain/base/standard/edition-file.ts';
import { importEdition } from '#app/domain/base/standard/import-edition.ts';
import { publishEdition } from '#app/domain/base/standard/publish-edition.ts';
import { editions } from '#app/domain/base/standard/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';

/** 规范: loads and publishes the working checklist once; a second run finds it there. Returns the edition's id. */
export async function seedStandard(db: Db, now: Date): Promise<string> {
  const read = readEditionFile(await readFile(new URL('../data/standard.json', import.meta.url), 'utf8'));
  if (read === 'unreadable' || 'problems' in read) {
    const where = read === 'unreadable' ? '' : read.problems.map(({ place, issue }) => `${place}: ${issue.message}`).join('; ');
    throw new Error(`data/standard.json is not an edition of the standard. ${where}`);
  }
  const [known] = await db.select({ state: editions.state }).from(editions).where(eq(editions.id, read.file.id));
  if (known?.state === 'published') return read.file.id;

  const grants = [{ role: 'programme-officer', regionCode: '*', organisationId: null }];
  const ctx: Ctx = { actor: { id: 'system', name: '系统', grants }, db, now, locale: 'zh-CN', requestId: 'seed' };
  await importEdition(ctx, read.file);
  await publishEdition(ctx, read.file.id);
  return read.file.id;
}
