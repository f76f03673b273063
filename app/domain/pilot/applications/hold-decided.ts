import { sql } from 'drizzle-orm';
import type { Change } from '#app/platform/change.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { getSubmitted } from './submitted.ts';
import { applications } from './tables.server.ts';

/** 占住已决申报: an application that is decided, held so that two officers come one after the other. What becomes of it is settled as at its first decision. */
export async function holdDecided(tx: Change, id: string) {
  await getSubmitted(tx, id);
  await tx.db.execute(sql`select 1 from ${applications} where ${applications.id} = ${id} for update`);
  const application = await getSubmitted(tx, id);
  const { status } = application;
  if (status !== 'accepted' && status !== 'declined') throw new Refusal('application-not-decided');
  return { ...application, status };
}
