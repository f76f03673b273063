import { addPaperVotes, makeSlips, openBallot } from '#app/domain/children/councils/ballot.ts';
import { addToAgenda, callSession, cancelSession } from '#app/domain/children/councils/call-session.ts';
import { countBallot } from '#app/domain/children/councils/count-ballot.ts';
import { chooseChair, seatDelegate, showMember } from '#app/domain/children/councils/delegate.ts';
import { amendCharter, foundCouncil } from '#app/domain/children/councils/found-council.ts';
import { answerMotion, handUp, sendMotion } from '#app/domain/children/councils/letters.ts';
import { writeMinutes } from '#app/domain/children/councils/minutes.ts';
import { firstCharter } from '#app/domain/children/councils/model.ts';
import { endMembership, openTerm } from '#app/domain/children/councils/open-term.ts';
import { putMotionOnPaper, withdrawMotion } from '#app/domain/children/councils/put-motion.ts';
import { councilDesk, motionDesk, sessionDesk } from '#app/domain/children/councils/read.ts';
import { beginSession, endSession, tickAttendance } from '#app/domain/children/councils/run-session.ts';
import { addSupporter } from '#app/domain/children/councils/supporters.ts';
import { closeVote, openPhoneVote } from '#app/domain/children/councils/vote-on-motion.ts';
import { answerWordingOnPaper } from '#app/domain/children/councils/answer-wording.ts';
import { answerWordingOnPaper as answerNoteOnPaper } from '#app/domain/children/observers/answer-wording.ts';
import { endRound } from '#app/domain/children/observers/end-round.ts';
import { photoOfRound } from '#app/domain/children/observers/open-photo.ts';
import { planRound } from '#app/domain/children/observers/plan-round.ts';
import { roundDesk, roundsHere } from '#app/domain/children/observers/read.ts';
import { signUpOnPaper } from '#app/domain/children/observers/sign-up.ts';
import { writeNoteOnPaper } from '#app/domain/children/observers/write-note.ts';
import { binhu } from '#tests/world.ts';
import type { Deed } from './deeds.ts';

const deed = (right: Deed['right'], run: Deed['run']): Deed => ({ name: '', right, run });
const why = '隔壁来的人想改一改';
const day = '2026-09-20';
const startsAt = new Date(`${day}T06:00:00Z`);
const none = { inFavour: 0, against: 0, abstaining: 0 };

/** 议事会和走访的事 under their verbs. */
export const councilDeeds = {
  'council.keep': [
    deed('council', (ctx) => councilDesk(ctx, binhu)), deed('councilSession', (ctx, id) => sessionDesk(ctx, id)), deed('councilMotion', (ctx, id) => motionDesk(ctx, id)), deed('round', (ctx, id) => roundDesk(ctx, id)),
    deed('council', (ctx) => foundCouncil(ctx, binhu, { name: why, charter: firstCharter })), deed('council', (ctx, id) => amendCharter(ctx, id, { ...firstCharter, aim: why }, why)),
    deed('council', (ctx, id) => addSupporter(ctx, id, { name: why, duty: why, checkedOn: '2026-05-01' })), deed('council', (ctx, id) => openTerm(ctx, id, day)), deed('council', (ctx, id, there) => seatDelegate(ctx, id, there.councilMember)),
    deed('councilTerm', (ctx, id) => openBallot(ctx, id)), deed('councilTerm', (ctx, id) => makeSlips(ctx, id, 3)), deed('councilTerm', (ctx, id) => addPaperVotes(ctx, id, { papers: 1, votes: {}, tellers: why })), deed('councilTerm', (ctx, id) => countBallot(ctx, id)),
    deed('councilMember', (ctx, id) => chooseChair(ctx, id)), deed('councilMember', (ctx, id) => showMember(ctx, id, true)), deed('councilMember', (ctx, id) => endMembership(ctx, id)), deed('councilMember', (ctx, id) => putMotionOnPaper(ctx, id, { title: why, text: why })),
    deed('council', (ctx, id) => callSession(ctx, id, { startsAt, place: why })), deed('councilSession', (ctx, id) => cancelSession(ctx, id, why)), deed('councilSession', (ctx, id) => addToAgenda(ctx, id, { title: why, minutes: 5 })),
    deed('councilSession', (ctx, id) => tickAttendance(ctx, id, { members: [], supporters: [] })), deed('councilSession', (ctx, id) => beginSession(ctx, id)), deed('councilSession', (ctx, id) => endSession(ctx, id)), deed('councilSession', (ctx, id) => writeMinutes(ctx, id, { minutes: why, childMinutes: why })),
    deed('councilMotion', (ctx, id) => withdrawMotion(ctx, id)), deed('councilMotion', (ctx, id) => openPhoneVote(ctx, id)), deed('councilMotion', (ctx, id) => closeVote(ctx, id, none)), deed('councilMotion', (ctx, id) => sendMotion(ctx, id, { body: why, bodyContact: '' })), deed('councilMotion', (ctx, id) => handUp(ctx, id)),
    deed('round', (ctx) => roundsHere(ctx, binhu)), deed('round', (ctx, id) => answerNoteOnPaper(ctx, id, id, true)), deed('round', (ctx, id) => photoOfRound(ctx, binhu, id, id)), deed('councilMotion', (ctx, id) => answerWordingOnPaper(ctx, id, true)), deed('round', (ctx) => planRound(ctx, binhu, { title: why, about: '', startsAt, place: why, seats: 3, supporter: why, checkedOn: '2026-05-01' })), deed('round', (ctx, id) => signUpOnPaper(ctx, id, { nickname: why, consentOn: '2026-08-01' })),
    deed('round', (ctx, id) => writeNoteOnPaper(ctx, id, { text: why, photos: [] })), deed('round', (ctx, id) => endRound(ctx, id, { there: [], summary: why })),
  ],
  'council.answer': [deed('councilMotion', (ctx, id) => answerMotion(ctx, id, { verdict: 'no', answer: why, childAnswer: why, answeredBy: why }))],
} satisfies Record<string, Deed[]>;
