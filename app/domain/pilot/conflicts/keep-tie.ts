import type { Change } from '#app/platform/change.ts';
import type { ConflictKind, ConflictSource, TiedTo } from './model.ts';
import { conflicts } from './tables.server.ts';

export type NewTie = { expertId: string; kind: ConflictKind; source: ConflictSource; reason: string; tiedTo: TiedTo; fromOn?: string | undefined; untilOn?: string | undefined };

/** 记下关系: one tie; what it makes a conflict is closed and set aside by the database in the same moment. Answers its id. */
export async function keepTie(tx: Change, { tiedTo, ...tie }: NewTie): Promise<string> {
  const [kept] = await tx.db
    .insert(conflicts)
    .values({ ...tie, ...tiedTo, declaredBy: tx.actor.id, declaredByName: tx.actor.name, declaredAt: tx.now })
    .returning({ id: conflicts.id });
  return kept!.id;
}
