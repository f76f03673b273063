import { and, eq } from 'drizzle-orm';
import { allow, may } from '#app/domain/base/accounts/access.ts';
import type { Change } from '#app/platform/change.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { nextSessionStates, type SessionState } from './model.ts';
import { getSession, type Session } from './sessions.ts';
import { consultingSessions } from './tables.server.ts';

/** 改动咨询: held against two who write at once; refuses what cannot follow. */
export async function lockSession(tx: Change, regionCode: string, id: string, to?: SessionState) {
  const found = await getSession(tx, regionCode, id);
  const [session] = await tx.db.select().from(consultingSessions).where(and(eq(consultingSessions.countyCode, found.session.countyCode), eq(consultingSessions.id, id))).for('update');
  if (to && !nextSessionStates[session!.state].includes(to)) throw new Refusal('session-cannot-move');
  return { session: session!, experts: found.experts };
}

/** Whoever gives the advice: the experts of the session, and the office that arranged it. */
export function allowToAdvise(tx: Change, session: Pick<Session, 'regionCode'>, experts: readonly { expertId: string }[]): void {
  allow(tx, 'advice.give', session);
  if (!may(tx.actor, 'advice.arrange', session) && !experts.some(({ expertId }) => expertId === tx.actor.id)) throw new Refusal('not-allowed', 403);
}

export async function updateSession(tx: Change, session: Pick<Session, 'countyCode' | 'id'>, set: Partial<Session>): Promise<void> {
  await tx.db.update(consultingSessions).set(set).where(and(eq(consultingSessions.countyCode, session.countyCode), eq(consultingSessions.id, session.id)));
}
