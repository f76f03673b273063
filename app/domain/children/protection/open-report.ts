import { inArray } from 'drizzle-orm';
import { inside } from '#app/db/sealed.ts';
import { seal } from '#app/domain/base/accounts/sealed.ts';
import { holdFiles } from '#app/domain/base/files/hold-files.ts';
import { files } from '#app/domain/base/files/tables.server.ts';
import { tell } from '#app/domain/base/inbox/tell.ts';
import type { Change } from '#app/platform/change.ts';
import { onDuty } from './duty.ts';
import { holdBasis, type ReportSource } from './model.ts';
import { protectionKnowing, protectionReports } from './tables.server.ts';

/** 疑似伤害: what somebody noticed, where, and what shows it. */
export type Noticed = {
  regionCode: string;
  source: ReportSource;
  about: { kind: string; subjectId: string } | null;
  noticed: string;
  texts: readonly { field: string; text: string }[];
  fileIds: readonly string[];
};

/**
 * 开立保护报告: part of the change in which harm is suspected. What was noticed and the words that show it are copied in encrypted,
 * the files are held, and whoever is on duty is told at once, without a word of what it is about.
 */
export async function openReport(tx: Change, { regionCode, source, about, noticed, texts, fileIds }: Noticed): Promise<string> {
  const held = fileIds.length > 0 ? await tx.db.select({ fileId: files.id, sha256: files.sha256 }).from(files).where(inArray(files.id, [...fileIds])) : [];
  await holdFiles(tx, fileIds, holdBasis);
  const people = await onDuty(tx, regionCode);
  const id = await inside(tx.db, 'protection', async (db) => {
    const [report] = await db
      .insert(protectionReports)
      .values({
        regionCode, source, about, files: held, basis: holdBasis, openedBy: tx.actor.id, openedByName: tx.actor.name, openedAt: tx.now,
        sealedNoticed: seal(noticed, 'protection'), sealedEvidence: seal(JSON.stringify(texts), 'protection'),
      })
      .returning({ id: protectionReports.id });
    if (people.length > 0) await db.insert(protectionKnowing).values(people.map((person) => ({ reportId: report!.id, ...person, toldAt: tx.now })));
    return report!.id;
  });
  await tell(tx, people.map(({ userId }) => userId), 'protection-opened', {}, `/work/${regionCode}/children/protection/${id}`, id);
  await tx.record('protection.opened', { id, regionCode }, { source, told: people.map(({ name }) => name), files: held.length });
  return id;
}
