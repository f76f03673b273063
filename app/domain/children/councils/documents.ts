import type { Document } from '#app/domain/base/documents/model.ts';
import { formatOf } from '#app/domain/base/documents/model.ts';
import { type CouncilWords, councilWords } from '#app/i18n/council.ts';
import { type Ctx, layers, type Locale } from '#app/platform/ctx.ts';
import { beijingDay, shortDay, shortTime } from '#app/platform/dates.ts';
import { limit } from '#app/platform/limit.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { type CouncilPaper, councilPaperAs, type Sheet } from './council-paper.ts';
import { seatKinds } from './model.ts';
import { type CouncilDesk, councilDesk, motionDesk, type SessionDesk, sessionDesk } from './read.ts';

/** 打印的纸: charter, ballot paper and letters of appointment of a council; agenda, attendance and minutes of a session; the letter on a motion. */
export async function councilDocument(ctx: Ctx, regionCode: string, file: string): Promise<Document> {
  const format = formatOf(file);
  const [, kind, id = ''] = /^([a-z]+)(?:-([0-9a-f-]{36}))?\.\w+$/.exec(file) ?? [];
  if (!format || !kind) throw new Refusal('not-found', 404);
  const sheets = await sheetsOf(ctx, regionCode, kind, id);
  await limit(ctx, `paper:${ctx.actor.id}`, 120, 600); // the press is everybody's
  return councilPaperAs(paperOf(ctx, sheets), format);
}

function paperOf(ctx: Ctx, sheets: Sheet[]): CouncilPaper {
  const { paper } = councilWords[ctx.locale];
  return { title: `${sheets[0]!.head} ${sheets[0]!.title}`.trim(), lang: ctx.locale === 'en' ? 'en' : 'zh', madeOn: beijingDay(ctx.now), pageOf: paper.pageOf, sheets };
}

async function sheetsOf(ctx: Ctx, regionCode: string, kind: string, id: string): Promise<Sheet[]> {
  const words = councilWords[ctx.locale];
  if (kind === 'agenda' || kind === 'attendance' || kind === 'minutes') {
    const desk = await sessionDesk(ctx, id);
    return [kind === 'agenda' ? agenda(desk, words, ctx.locale) : kind === 'attendance' ? attendance(desk, words, ctx.locale) : minutes(desk, words, ctx.locale)];
  }
  if (kind === 'letter') return [await letter(ctx, id, words)];
  const desk = await councilDesk(ctx, regionCode);
  if (!desk.council) throw new Refusal('council-not-found', 404);
  if (kind === 'charter') return [charterSheet(desk, words)];
  if (kind === 'ballot' && desk.term?.state === 'ballot') return [ballot(desk, words)];
  if (kind === 'appointments' && desk.members.length > 0 && desk.term) return appointments(desk, words, ctx);
  throw new Refusal('not-found', 404);
}

function charterSheet({ council, charter }: CouncilDesk, words: CouncilWords): Sheet {
  const all = words.charter;
  const kept = layers.filter((layer) => charter.layerSeats?.[layer]).map((layer) => `${words.layers[layer]} ${charter.layerSeats![layer]}`).join(words.and);
  const rows = [
    [all.termYears, String(charter.termYears)], [all.seats, String(charter.seats)], [words.term.kind, seatKinds.map((one) => `${words.kinds[one]} ${charter.quotas[one]}`).join(words.and)], ...(kept ? [[words.term.layer, kept]] : []),
    [all.chairBy, words.chairWays[charter.chairBy]], [all.quorum, all.quorumOf(charter.quorumPercent)], [all.majority, words.majorities[charter.majority]], [all.seconds, all.others(charter.secondsNeeded)],
    [all.perYear, all.times(charter.sessionsPerYear)], [all.answerDays, all.workdays(charter.answerDays)],
  ];
  return {
    head: council.name, title: `${words.paper.charter}（${all.version(council.charterVersion)}）`, lines: [charter.aim, charter.rules],
    grids: [{ head: '', columns: [words.paper.charter, all.version(council.charterVersion)], widths: [2, 5], rows }, { head: words.public.childVersion, columns: [words.public.childVersion], widths: [1], rows: charter.childRules.map((one) => [one]) }], foot: [words.paper.signedBy],
  };
}

function ballot({ council, charter, candidates, term }: CouncilDesk, words: CouncilWords): Sheet {
  const standing = candidates.filter(({ candidate }) => candidate.state === 'standing');
  return {
    head: `${council.name} · ${words.termOf(term!.number)}`, title: words.paper.ballot, lines: [words.paper.choose(charter.seats)],
    grids: [{ head: '', columns: ['□', words.paper.nickname, words.term.statement], widths: [1, 3, 8], rows: standing.map(({ candidate }) => ['□', candidate.nickname, candidate.statement]) }], foot: [],
  };
}

function appointments({ council, members, term }: CouncilDesk, words: CouncilWords, ctx: Ctx): Sheet[] {
  const { paper } = words;
  const [from, to] = [term!.startsOn ?? beijingDay(ctx.now), term!.endsOn ?? beijingDay(ctx.now)];
  return members.map((member) => ({
    head: paper.letterNo(member.letterNumber), title: paper.appointment,
    lines: [`${member.nickname}${words.colon}`, paper.appointed(council.name, term!.number, shortDay(from, ctx.locale), shortDay(to, ctx.locale)), `${paper.realName}${words.colon}____________________`],
    grids: [], foot: [council.name, paper.signedBy, shortDay(from, ctx.locale)],
  }));
}

const at = (desk: SessionDesk, locale: Locale) => `${shortTime(desk.session.startsAt, locale)}\n${desk.session.place}`;
const headOf = (desk: SessionDesk, words: CouncilWords) => `${desk.council.name} · ${words.number(desk.session.number)}`;

function agenda(desk: SessionDesk, words: CouncilWords, locale: Locale): Sheet {
  return {
    head: headOf(desk, words), title: words.paper.agenda, lines: [at(desk, locale)],
    grids: [{ head: '', columns: ['', words.paper.item, words.paper.minutesPlanned], widths: [1, 8, 2], rows: desk.items.map((item, index) => [String(index + 1), item.title, words.session.planned(item.minutesPlanned)]) }], foot: [],
  };
}

function attendance(desk: SessionDesk, words: CouncilWords, locale: Locale): Sheet {
  const { paper } = words;
  return {
    head: headOf(desk, words), title: paper.here, lines: [at(desk, locale)],
    grids: [
      { head: paper.children, columns: [paper.nickname, paper.sign], widths: [2, 3], rows: desk.members.map(({ letterNumber, nickname }) => [`${letterNumber} ${nickname}`, '']) },
      { head: paper.adults, columns: [words.supporters.name, paper.sign], widths: [2, 3], rows: desk.supporters.map(({ name, duty }) => [`${name} · ${duty}`, '']) },
    ], foot: [],
  };
}

function minutes(desk: SessionDesk, words: CouncilWords, locale: Locale): Sheet {
  const { session, items, motions, there, quorum } = desk;
  const decided = motions.filter(({ motion }) => motion.votedAt && motion.sessionId === session.id);
  return {
    head: headOf(desk, words), title: words.paper.minutes, lines: [at(desk, locale), words.session.present(there.filter((one) => !one.isSupporter).length, quorum), session.minutes],
    grids: [
      { head: words.paper.item, columns: [words.paper.item, words.paper.notes], widths: [3, 5], rows: items.map((item) => [item.title, item.notes]) },
      { head: words.paper.decided, columns: [words.motion.text, words.motion.votes], widths: [3, 5], rows: decided.map(({ motion }) => [motion.title, `${words.session.result(motion.inFavour, motion.against, motion.abstaining)}\n${words.motionStates[motion.state]}`]) },
      { head: words.public.childVersion, columns: [words.public.childVersion], widths: [1], rows: session.childMinutes.split(/\r?\n/).filter(Boolean).map((one) => [one]) },
    ], foot: [words.paper.signedBy],
  };
}

async function letter(ctx: Ctx, id: string, words: CouncilWords): Promise<Sheet> {
  const { motion, council } = await motionDesk(ctx, id);
  if (!motion.sentOn || !motion.answerDueOn) throw new Refusal('not-found', 404);
  const { paper } = words;
  return {
    head: `${council.name} · ${paper.letterNo(motion.letterNumber)}`, title: paper.letter,
    lines: [paper.to(motion.body), paper.letterBody(council.name, motion.title, shortDay(motion.answerDueOn, ctx.locale)), motion.text],
    grids: [{ head: '', columns: [words.motion.votes, words.motion.answer], widths: [1, 1], rows: [[words.session.result(motion.inFavour, motion.against, motion.abstaining), words.motion.due(shortDay(motion.answerDueOn, ctx.locale))]] }],
    foot: [council.name, paper.signedBy, shortDay(motion.sentOn, ctx.locale)],
  };
}
