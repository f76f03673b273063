import { sql } from 'drizzle-orm';
import type { Change } from '#app/platform/change.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { move } from './check-completeness.ts';
import { getSubmitted } from './submitted.ts';
import { applications } from './tables.server.ts';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';

/** 占住待评申报: holds an application that has passed the check and is not decided yet; one officer comes after the other. */
export async function holdForReview(tx: Change, id: string) {
  await getSubmitted(tx, id);
  await tx.db.execute(sql`select 1 from ${applications} where ${applications.id} = ${id} for update`);
  const application = await getSubmitted(tx, id);
  if (application.status !== 'complete' && application.status !== 'in-review') throw new Refusal('application-not-in-review');
  return application;
}

type Held = Awaited<ReturnType<typeof holdForReview>>;

/** 进入评审: with the first expert who is assigned. */
export async function enterReview(tx: Change, application: Held): Promise<void> {
  if (application.status === 'in-review') return;
  await move(tx, application, { status: 'in-review' });
  await tx.record('application.in-review', application, { number: application.number });
}

/** 评审结论落到申报上: accepted only while the call has places left; the call is held so that the last place is given once. */
export async function settleApplication(tx: Change, application: Held, outcome: 'accepted' | 'declined'): Promise<void> {
  if (outcome === 'accepted') {
    await tx.db.execute(sql`select 1 from ${calls} where ${calls.id} = ${application.callId} for update`);
    const { rows } = await tx.db.execute<{ taken: number }>(
      sql`select count(*)::int as taken from ${applications} where call_id = ${application.callId} and status = 'accepted'`,
    );
    if ((rows[0]?.taken ?? 0) >= application.call.places) throw new Refusal('places-full');
  }
  await move(tx, application, { status: outcome, decidedAt: tx.now });
}
