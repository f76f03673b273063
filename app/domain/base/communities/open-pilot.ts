import { pilots } from './tables.server.ts';
import type { Change } from '#app/platform/change.ts';

export type NewPilot = {
  regionCode: string;
  applicationId: string;
  noticeId: string;
  callTitle: string;
  since: string;
  children: number | null;
};

/** 成为试点: part of the change that makes a notice final; one application opens one pilot. */
export async function openPilot(tx: Change, pilot: NewPilot): Promise<string> {
  const [row] = await tx.db.insert(pilots).values(pilot).returning({ id: pilots.id });
  await tx.record('pilot.opened', { id: row!.id, regionCode: pilot.regionCode }, {
    applicationId: pilot.applicationId,
    noticeId: pilot.noticeId,
    since: pilot.since,
  });
  return row!.id;
}
