import { type ExpertSlot, isOver, type VisitState } from './model.ts';
import { type Field, isContested, type Lack, valuesOf } from './package.ts';
import { hashesIn } from './values.ts';

/** What decides how far a visit is. */
export type VisitFacts = {
  state: VisitState;
  begunAt: Date | null;
  fields: readonly Field[];
  /** Devices that took the visit along and were not revoked. */
  takings: readonly { syncedAt: Date | null; remaining: number }[];
  arrived: ReadonlySet<string>;
  slots: readonly ExpertSlot[];
  contentHash: string | null;
};

/**
 * 还差什么. A device that has not come back since the visit began may hold more, and so may one that said it does: the visit is half-synced until it
 * comes or is revoked. A signature counts for the content it was made over and no other.
 */
export function lacksOf(visit: VisitFacts): Lack[] {
  const { begunAt, fields, takings, contentHash } = visit;
  const signatures = valuesOf(fields, 'signature');
  const signed = (slot: string) => contentHash !== null && signatures[slot]?.contentHash === contentHash;
  const holds: Record<Lack, boolean> = {
    'not-begun': begunAt === null,
    'half-synced': takings.some(({ syncedAt, remaining }) => remaining > 0 || syncedAt === null || (begunAt !== null && syncedAt < begunAt)),
    'attachments-missing': missingHashes(fields, visit.arrived).length > 0,
    contested: fields.some(isContested),
    'nothing-said': Object.keys(valuesOf(fields, 'level')).length === 0,
    'expert-signature': visit.slots.length === 0 || visit.slots.some((slot) => !signed(slot) || signatures[slot]!.refusal !== ''),
    'community-signature': !signed('community'),
  };
  return (Object.keys(holds) as Lack[]).filter((lack) => holds[lack]);
}

/** 还没到的附件 that something in the record names. */
export function missingHashes(fields: readonly Field[], arrived: ReadonlySet<string>): string[] {
  const named = fields.flatMap(({ versions }) => versions.flatMap(({ value }) => hashesIn(value)));
  return [...new Set(named)].filter((sha256) => !arrived.has(sha256));
}

/** 走到哪一步, by what is lacking; what is over stays over. */
export function stateOf(state: VisitState, lacks: readonly Lack[]): VisitState {
  if (isOver(state)) return state;
  if (lacks.includes('not-begun')) return 'planned';
  const signatures: readonly Lack[] = ['expert-signature', 'community-signature'];
  if (lacks.some((lack) => !signatures.includes(lack))) return 'under-way';
  return lacks.length > 0 ? 'synced' : 'signed';
}
