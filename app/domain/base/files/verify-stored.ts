import { createHash } from 'node:crypto';
import { gt, sql } from 'drizzle-orm';
import { union } from 'drizzle-orm/pg-core';
import type { Db } from '#app/db/db.server.ts';
import { readStored } from './storage.ts';
import { files } from './tables.server.ts';

/** 核验附件: reads every stored file, and the originals of photographs, and compares each with the hash under which it lies. */
export async function verifyStored(db: Db, hear: (checked: number) => void = () => undefined) {
  const faults: { what: 'file-changed' | 'file-missing'; where: string }[] = [];
  let checked = 0;
  for (let after = ''; ; ) {
    const shown = db.selectDistinct({ sha256: files.sha256 }).from(files).where(gt(files.sha256, after));
    const originals = db.selectDistinct({ sha256: sql<string>`${files.originalKey}` }).from(files).where(gt(files.originalKey, after));
    const rows = await union(shown, originals).orderBy(sql`1`).limit(500);
    for (const { sha256 } of rows) {
      const found = await hashOf(sha256);
      if (found !== sha256) faults.push({ what: found === undefined ? 'file-missing' : 'file-changed', where: sha256 });
      checked += 1;
      if (checked % 500 === 0) hear(checked);
    }
    if (rows.length < 500) return { checked, faults };
    after = rows.at(-1)!.sha256;
  }
}

async function hashOf(key: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    for await (const piece of await readStored(key)) hash.update(piece as Buffer);
  } catch {
    return undefined;
  }
  return hash.digest('hex');
}
