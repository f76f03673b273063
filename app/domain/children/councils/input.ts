import { z } from 'zod';
import { layers } from '#app/platform/ctx.ts';
import { answerVerdicts, chairWays, charterBounds, majorities, seatKinds, voices } from './model.ts';

const day = z.iso.date();
const line = (most: number, least = 1) => z.string().trim().min(least).max(most);
const lines = (most: number) => z.string().trim().max(most).default('');
const whole = ([least, most]: readonly [number, number]) => z.coerce.number<string>().int().min(least).max(most);
const tick = z.string().optional().transform((given) => given === 'yes');
const seats = z.coerce.number<string>().int().min(0).max(30).default(0);
/** A moment as the form says it: a Beijing day and a time of that day. */
const moment = { on: day, at: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/) };
const toMoment = <T extends { on: string; at: string }>({ on, at, ...rest }: T) => ({ ...rest, startsAt: new Date(`${on}T${at}:00+08:00`) });
const name = line(12);

export const CharterInput = z
  .object({
    aim: line(200), termYears: whole(charterBounds.termYears), seats: whole(charterBounds.seats), quorumPercent: whole(charterBounds.quorumPercent), secondsNeeded: whole(charterBounds.secondsNeeded),
    sessionsPerYear: whole(charterBounds.sessionsPerYear), answerDays: whole(charterBounds.answerDays), chairBy: z.enum(chairWays), majority: z.enum(majorities),
    quotaSchool: seats, quotaCommunity: seats, quotaSelf: seats, layerLittle: seats, layerPrimary: seats, layerTeen: seats, rules: line(4000), childRules: line(1000),
  })
  .transform(({ quotaSchool, quotaCommunity, quotaSelf, layerLittle, layerPrimary, layerTeen, childRules, ...rest }) => ({
    ...rest,
    quotas: { school: quotaSchool, community: quotaCommunity, self: quotaSelf },
    layerSeats: layerLittle + layerPrimary + layerTeen === 0 ? null : { 'with-grown-up': layerLittle, primary: layerPrimary, teen: layerTeen },
    childRules: childRules.split(/\r?\n/).map((one) => one.trim()).filter(Boolean),
  }));
export const FoundInput = z.object({ name: line(40, 2) });
export const AmendInput = z.object({ reason: line(200, 2) });
export const SupporterInput = z.object({ name: line(20), duty: line(30), checkedOn: day });
export const TermInput = z.object({ nominateUntil: day });
export const PaperNameInput = z.object({ nickname: name, layer: z.enum(layers), seatKind: z.enum(seatKinds), statement: lines(200), namedBy: lines(40), assentOn: day, consentOn: day, isShown: tick });
export const SelfNameInput = z.object({ nickname: name, statement: lines(200), isShown: tick });
export const SlipsInput = z.object({ many: whole([1, 200]) });
export const BallotInput = z.object({ choices: z.array(z.uuid()).max(30).default([]), slip: lines(20) });
export const PaperVotesInput = z.looseObject({ papers: whole([1, 600]), tellers: line(40, 2) }).transform(({ papers, tellers, ...rest }) => ({
  papers, tellers,
  votes: Object.fromEntries(Object.entries(rest).flatMap(([key, given]) => (/^votes-[0-9a-f-]{36}$/.test(key) && /^\d{1,3}$/.test(String(given)) ? [[key.slice(6), Number(given)]] : []))),
}));
export const SessionInput = z.object({ ...moment, place: line(60) }).transform(toMoment);
export const ItemInput = z.object({ title: lines(80), minutes: whole([1, 120]), motionId: z.preprocess((given) => given || undefined, z.uuid().optional()) });
export const AttendanceInput = z.object({ members: z.array(z.uuid()).max(40).default([]), supporters: z.array(z.uuid()).max(20).default([]) });
export const NotesInput = z.object({ id: z.uuid(), notes: lines(1000) });
export const MinutesInput = z.object({ minutes: line(6000, 10), childMinutes: line(2000, 4) });
export const MotionInput = z.object({ title: line(40, 2), text: line(500, 4) });
export const PaperMotionInput = MotionInput.extend({ memberId: z.uuid() });
export const SecondInput = z.object({ id: z.uuid(), memberId: z.uuid() });
const votes = z.coerce.number<string>().int().min(0).max(40);
export const CountInput = z.object({ id: z.uuid(), inFavour: votes, against: votes, abstaining: votes });
export const VoiceInput = z.object({ voice: z.enum(voices) });
export const SendInput = z.object({ body: line(40, 2), bodyContact: lines(60) });
export const AnswerInput = z.object({
  verdict: z.enum(answerVerdicts), answer: line(2000, 4), childAnswer: line(500, 4), answeredBy: line(40, 2), sessionId: z.preprocess((given) => given || undefined, z.uuid().optional()),
});
export const IdInput = z.object({ id: z.uuid() });
export const ReasonInput = z.object({ reason: line(200, 2) });
export const WordingInput = z.object({ agrees: z.enum(['yes', 'no']) });
