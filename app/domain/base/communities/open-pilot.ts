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
export async function openPilots(tx: Change, opened: readonly NewPilot[]): Promise<void> {
  if (opened.length === 0) return;
  const rows = await tx.db.insert(pilots).values([...opened]).returning();
  for (const { applicationId, noticeId, since, ...pilot } of rows) await tx.record('pilot.opened', pilot, { applicationId, noticeId, since });
}
