import { createHash } from 'node:crypto';
import type { Db } from '#app/db/db.server.ts';
import { readWhole } from '#app/domain/base/files/storage.ts';
import { noticePrints } from './tables.server.ts';

/** 核验印本: every kept PDF of a notice is still the one that was made. */
export async function verifyPrints(db: Db): Promise<{ checked: number; faults: { what: 'file-changed' | 'file-missing'; where: string }[] }> {
  const prints = await db.select().from(noticePrints).limit(100_000);
  const faults: Awaited<ReturnType<typeof verifyPrints>>['faults'] = [];
  for (const { noticeId, version, sha256 } of prints) {
    const content = await readWhole(sha256).catch(() => undefined);
    const found = content && createHash('sha256').update(content).digest('hex');
    if (found !== sha256) faults.push({ what: content ? 'file-changed' : 'file-missing', where: `${noticeId}/${version} ${sha256}` });
  }
  return { checked: prints.length, faults };
}
