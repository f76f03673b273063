import { redirect } from 'react-router';
import { addPaperVotes, openBallot } from '#app/domain/children/councils/ballot.ts';
import { callSession } from '#app/domain/children/councils/call-session.ts';
import { countBallot } from '#app/domain/children/councils/count-ballot.ts';
import { chooseChair, seatDelegate, showMember } from '#app/domain/children/councils/delegate.ts';
import { IdInput, PaperMotionInput, PaperNameInput, PaperVotesInput, SessionInput, SupporterInput, TermInput } from '#app/domain/children/councils/input.ts';
import { nominateOnPaper, standDown } from '#app/domain/children/councils/nominate.ts';
import { endMembership, openTerm } from '#app/domain/children/councils/open-term.ts';
import { putMotionOnPaper } from '#app/domain/children/councils/put-motion.ts';
import { councilDesk, councilPlace } from '#app/domain/children/councils/read.ts';
import { addSupporter, endSupporter } from '#app/domain/children/councils/supporters.ts';
import { RoundInput } from '#app/domain/children/observers/input.ts';
import { planRound } from '#app/domain/children/observers/plan-round.ts';
import { roundsHere } from '#app/domain/children/observers/read.ts';
import { councilWords } from '#app/i18n/council.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay, shortDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { act, deed } from '#app/routes/work/plan/act.ts';
import { ButtonLink } from '#app/ui/light/button.tsx';
import { Empty } from '#app/ui/light/empty.tsx';
import { Section } from '#app/ui/light/section.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import { RoundList } from '../observers/round-list.tsx';
import { Election } from './election.tsx';
import { CouncilHead } from './head.tsx';
import { Members } from './members.tsx';
import { MotionList } from './motion-list.tsx';
import { SessionList } from './session-list.tsx';
import type { Route } from './+types/home.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await councilPlace(ctx, params.code);
    return { place, desk: await councilDesk(ctx, place.code), rounds: await roundsHere(ctx, place.code), today: beijingDay(ctx.now) };
  });
}

export function action({ params: { code }, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const back = (at = '') => redirect(`/work/${code}/children/council${at}`);
  const here = async () => {
    const { council, term } = (await councilDesk(ctx, code)) as { council?: { id: string }; term?: { id: string } };
    if (!council) throw new Refusal('council-not-found', 404);
    return { councilId: council.id, termId: term?.id ?? '' };
  };
  return act(ctx, request, {
    supporter: deed(SupporterInput, async (input) => back(`#supporter-${await addSupporter(ctx, (await here()).councilId, input)}`)),
    'supporter-end': deed(IdInput, async ({ id }) => endSupporter(ctx, id).then(() => back('#supporters'))),
    'term-open': deed(TermInput, async ({ nominateUntil }) => openTerm(ctx, (await here()).councilId, nominateUntil).then(() => back('#election'))),
    nominate: deed(PaperNameInput, async (input) => nominateOnPaper(ctx, (await here()).termId, input).then(() => back('#election'))),
    'stand-down': deed(IdInput, async ({ id }) => standDown(ctx, id).then(() => back('#election'))),
    'ballot-open': deed(IdInput, async ({ id }) => openBallot(ctx, id).then(() => back('#election'))),
    'paper-votes': deed(PaperVotesInput, async (input) => addPaperVotes(ctx, (await here()).termId, input).then(() => back('#election'))),
    'ballot-count': deed(IdInput, async ({ id }) => countBallot(ctx, id).then(() => back('#members'))),
    chair: deed(IdInput, async ({ id }) => chooseChair(ctx, id).then(() => back('#members'))),
    show: deed(IdInput, async ({ id }) => showMember(ctx, id, true).then(() => back('#members'))),
    hide: deed(IdInput, async ({ id }) => showMember(ctx, id, false).then(() => back('#members'))),
    leave: deed(IdInput, async ({ id }) => endMembership(ctx, id).then(() => back('#members'))),
    delegate: deed(IdInput, async ({ id }) => seatDelegate(ctx, (await here()).councilId, id).then(() => back('#members'))),
    call: deed(SessionInput, async (input) => redirect(`/work/${code}/children/council/sessions/${await callSession(ctx, (await here()).councilId, input)}`)),
    'motion-put': deed(PaperMotionInput, async ({ memberId, ...said }) => putMotionOnPaper(ctx, memberId, said).then(() => back('#motions'))),
    round: deed(RoundInput, async (input) => redirect(`/work/${code}/children/council/rounds/${await planRound(ctx, code, input)}`)),
  });
}

/** 儿童议事会 of a place: what waits first, then who sits here, how they were chosen, and with whom it is linked. */
export default function CouncilAtWork({ loaderData: { place, desk, rounds, today }, actionData }: Route.ComponentProps) {
  const words = useWords(councilWords);
  const locale = useLocale();
  if (!desk.council) {
    return (
      <>
        <CouncilHead place={place} lead={words.lead} refusal={actionData?.refusal} />
        <Section title={words.found.title} hideTitle tight><Empty drawing="hand" text={words.found.none} action={<ButtonLink href={`/work/${place.code}/children/council/charter`}>{words.found.link}</ButtonLink>} /></Section>
        <Section title={words.rounds.title} lead={words.rounds.lead} mist id="rounds"><RoundList rounds={rounds} code={place.code} problem={actionData} /></Section>
      </>
    );
  }
  const { council, charter, term } = desk;
  const tags = <><span>{words.levels[council.level]}</span><span>{words.charter.facts(charter.seats, charter.termYears)}</span>{term ? <Tag kind="info">{words.termOf(term.number)} · {words.terms[term.state]}</Tag> : null}</>;
  return (
    <>
      <CouncilHead place={place} title={council.name} lead={term?.state === 'sitting' ? words.term.sitting(shortDay(term.startsOn!, locale), shortDay(term.endsOn!, locale)) : words.lead} tags={tags} refusal={actionData?.refusal} />
      <Section title={words.sessions.title} tight id="sessions"><SessionList desk={desk} code={place.code} problem={actionData} /></Section>
      <Section title={words.motions.title} mist id="motions"><MotionList desk={desk} code={place.code} today={today} problem={actionData} /></Section>
      <Section title={words.term.members} id="members" {...(desk.members.length > 0 ? { more: { href: `/work/${place.code}/children/council/files/appointments.pdf`, label: words.term.letters } } : {})}><Members desk={desk} problem={actionData} today={today} /></Section>
      <Section title={words.term.title} mist id="election"><Election desk={desk} code={place.code} today={today} problem={actionData} /></Section>
      <Section title={words.rounds.title} lead={words.rounds.lead} id="rounds"><RoundList rounds={rounds} code={place.code} problem={actionData} /></Section>
      <div className="wrap body no-print row"><a href={`/work/${place.code}/children/council/charter`}>{words.charter.amend}</a><a href={`/work/${place.code}/children/council/files/charter.pdf`}>{words.charter.title} PDF</a><a href={`/councils/${council.id}`}>{words.public.page}</a></div>
    </>
  );
}
