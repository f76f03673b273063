import { eq } from 'drizzle-orm';
import type { Change } from '#app/platform/change.ts';
import type { CertificateState } from './model.ts';
import { signLists } from './status-list.ts';
import { certificates } from './tables.server.ts';

type Held = { id: string; number: string; regionCode: string; statusIndex: number };
const events = { suspended: 'certificate.suspended', valid: 'certificate.reinstated', withdrawn: 'certificate.withdrawn' } as const;

/** 改变效力: in the register, in the public lists and in the records, all within one change. */
export async function setState(tx: Change, held: Held, state: Exclude<CertificateState, 'replaced'>, reason: string): Promise<void> {
  await tx.db.update(certificates).set({ state, stateSince: tx.now, stateReason: reason }).where(eq(certificates.id, held.id));
  await signLists(tx, held.statusIndex);
  await tx.record(events[state], held, { number: held.number, reason });
}
