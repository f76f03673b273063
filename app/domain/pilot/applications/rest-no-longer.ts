import { citationsOf } from '#app/domain/base/evidence/citations.ts';
import { uncite } from '#app/domain/base/evidence/cite.ts';
import type { Change } from '#app/platform/change.ts';
import type { Held } from './form.ts';

/** 不再引用: a paper was taken out of the application; part of that change. */
export async function restNoLonger(tx: Change, held: Held, fileId: string): Promise<void> {
  const pieces = (await citationsOf(tx, held.regionCode, 'application', held.id)).filter((piece) => piece.files.some((file) => file.id === fileId));
  for (const piece of pieces) await uncite(tx, { evidenceId: piece.id, regionCode: held.regionCode, by: 'application', subjectId: held.id });
}
