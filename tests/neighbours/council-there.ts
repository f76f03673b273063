import { planRound } from '#app/domain/children/observers/plan-round.ts';
import { putMotionOnPaper } from '#app/domain/children/councils/put-motion.ts';
import { callSession } from '#app/domain/children/councils/call-session.ts';
import type { Db } from '#app/db/db.server.ts';
import { aCouncil, keeper } from '#tests/councils.ts';
import { binhu } from '#tests/world.ts';

/** 那边的议事会: one that sits, with a member, a motion, a session and a round to come. */
export async function aCouncilThere(db: Db, secret: string) {
  const { ctx, councilId: council, termId: councilTerm, members } = await aCouncil(db);
  const councilMember = members[0]!.id;
  const startsAt = new Date('2026-09-20T06:00:00Z');
  return {
    council, councilTerm, councilMember,
    councilMotion: await putMotionOnPaper(ctx, councilMember, { title: secret, text: secret }),
    councilSession: await callSession(ctx, council, { startsAt, place: secret }),
    round: await planRound(keeper(db), binhu, { title: secret, about: secret, startsAt, place: secret, seats: 5, supporter: secret, checkedOn: '2026-05-01' }),
  };
}
