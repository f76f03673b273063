import { eq } from 'drizzle-orm';
import type { Change } from '#app/platform/change.ts';
import type { ChangeLine, ChangeState } from './model.ts';
import { regionChangeLines, regionChanges } from './tables.server.ts';

type Announced = { effectiveOn: string; source: string; lines: readonly ChangeLine[]; state: 'proposed' | 'confirmed' };

/** 写下变更: part of the change that announces it; the caller has asked for permission. */
export async function addChange(tx: Change, { effectiveOn, source, lines, state }: Announced): Promise<string> {
  const [row] = await tx.db
    .insert(regionChanges)
    .values({ effectiveOn, source, state, proposedBy: tx.actor.id, proposedByName: tx.actor.name, proposedAt: tx.now })
    .returning({ id: regionChanges.id });
  await tx.db.insert(regionChangeLines).values(lines.map((line, position) => ({ changeId: row!.id, position, ...line })));
  await tx.record('region-change.proposed', { id: row!.id, regionCode: lines[0]?.fromCode ?? '*' }, { effectiveOn, lines: lines.length, note: source });
  return row!.id;
}

/** Its next state, with who confirmed it, when it took effect, or what stands in its way. */
export async function moveChange(tx: Change, id: string, to: { state?: ChangeState; confirmedByName?: string; confirmedAt?: Date; appliedAt?: Date; problem?: string }): Promise<void> {
  await tx.db.update(regionChanges).set(to).where(eq(regionChanges.id, id));
}
