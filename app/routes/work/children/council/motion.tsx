import { redirect } from 'react-router';
import { answerWordingOnPaper } from '#app/domain/children/councils/answer-wording.ts';
import { AnswerInput, IdInput, SendInput, WordingInput } from '#app/domain/children/councils/input.ts';
import { answerMotion, handUp, sendMotion } from '#app/domain/children/councils/letters.ts';
import { answerVerdicts } from '#app/domain/children/councils/model.ts';
import { councilPlace, motionDesk } from '#app/domain/children/councils/read.ts';
import { councilWords } from '#app/i18n/council.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { suggestionsWords } from '#app/i18n/suggestions.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay, shortDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { act, deed } from '#app/routes/work/plan/act.ts';
import { Facts, Section } from '#app/ui/light/section.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import { DeedButton, DeedForm } from './deed-form.tsx';
import { CouncilHead } from './head.tsx';
import type { Route } from './+types/motion.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const desk = await motionDesk(ctx, params.id);
    if (desk.motion.regionCode !== params.code) throw new Refusal('council-motion-not-found', 404);
    return { place: await councilPlace(ctx, params.code), ...desk, today: beijingDay(ctx.now) };
  });
}

export function action({ params: { code, id }, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const back = () => redirect(`/work/${code}/children/council/motions/${id}`);
  return act(ctx, request, {
    send: deed(SendInput, async (input) => sendMotion(ctx, id, input).then(back)),
    answer: deed(AnswerInput, async (input) => answerMotion(ctx, id, input).then(back)),
    wording: deed(WordingInput, async ({ agrees }) => answerWordingOnPaper(ctx, id, agrees === 'yes').then(back)),
    'hand-up': deed(IdInput, async () => handUp(ctx, id).then(back)),
  });
}

/** 一条议案: what the children want, how they voted, the letter, the answer. */
export default function MotionAtWork({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords(councilWords);
  const matterWords = useWords(suggestionsWords);
  const locale = useLocale();
  const { place, motion, council, seconds, isApproved, sessions, above, charter, today, proposal, matter } = loaderData;
  const isLate = motion.state === 'sent' && motion.answerDueOn !== null && motion.answerDueOn < today;
  const letter = `/work/${place.code}/children/council/files/letter-${motion.id}`;
  const canAnswer = motion.state === 'sent' || motion.state === 'adopted';
  return (
    <>
      <CouncilHead place={place} title={motion.title} lead={council.name} tags={<Tag kind={isLate ? 'bad' : 'info'}>{isLate ? words.late : words.motionStates[motion.state]}</Tag>} refusal={actionData?.refusal} />
      <Section title={words.motion.text} tight>
        <p className="pre">{motion.text}</p>
        <Facts facts={[
          ...(motion.fromCouncilName ? [{ term: words.linked.below, text: words.motion.from(motion.fromCouncilName) }] : []),
          { term: words.motions.title, text: [isApproved ? '' : words.waitsReading, words.motions.seconds(seconds)].filter(Boolean).join(' · ') },
          ...(motion.votedAt ? [{ term: words.motion.votes, text: `${words.session.result(motion.inFavour, motion.against, motion.abstaining)} · ${words.motion.quorum(motion.present ?? 0, motion.quorum ?? 0)}` }] : []),
          ...(motion.sentOn ? [{ term: words.motion.letter, text: `${motion.body} · ${words.motion.sentOn(shortDay(motion.sentOn, locale))} · ${words.motion.due(shortDay(motion.answerDueOn!, locale))}` }] : []),
          ...(motion.answerVerdict ? [{ term: words.verdicts[motion.answerVerdict], text: `${motion.answer}（${motion.answeredBy}）` }, { term: words.motion.child, text: motion.childAnswer }] : []),
        ]} />
        {motion.sentOn ? <p className="row no-print"><a href={`${letter}.pdf`}>{words.motion.letter} PDF</a><a href={`${letter}.docx`}>{words.motion.letter} Word</a></p> : null}
        {matter ? <p className="note">{words.motion.matterLead} <a href={`/work/${place.code}/children/suggestions/${matter.id}`}>{words.motion.matter}</a> · {matterWords.states[matter.state]}{matter.owner ? ` · ${matter.owner}` : ''}</p> : null}
      </Section>
      {proposal && !motion.childId ? (
        <Section title={words.motion.wording} mist>
          <p>{words.motion.wordingLead}</p>
          {proposal.map(({ field, text }) => <blockquote key={field} className="pre">{text}</blockquote>)}
          <div className="row"><DeedButton go="wording" hidden={{ agrees: 'yes' }} label={words.motion.wordingYes} /><DeedButton go="wording" hidden={{ agrees: 'no' }} label={words.motion.wordingNo} isQuiet /></div>
        </Section>
      ) : null}
      {motion.state === 'adopted' ? (
        <Section title={words.motion.send} mist>
          <p>{words.charter.answerDays}{words.colon}{words.charter.workdays(charter.answerDays)}</p>
          <DeedForm go="send" problem={actionData} submit={words.motion.sendGo} asks={[{ name: 'body', label: words.motion.body }, { name: 'bodyContact', label: words.motion.contact, isOptional: true }]} />
        </Section>
      ) : null}
      {canAnswer ? (
        <Section title={words.motion.answer}>
          <DeedForm go="answer" problem={actionData} submit={words.save} asks={[
            { name: 'verdict', kind: 'select', label: words.motion.verdict, choices: answerVerdicts.map((value) => ({ value, label: words.verdicts[value] })) },
            { name: 'answer', kind: 'long', label: words.motion.full }, { name: 'childAnswer', kind: 'long', rows: 3, label: words.motion.child, hint: words.motion.childHint }, { name: 'answeredBy', label: words.motion.by, value: motion.body },
            { name: 'sessionId', kind: 'select', label: words.motion.at, isOptional: true, choices: [{ value: '', label: words.motion.inWriting }, ...sessions.filter(({ state }) => state !== 'cancelled').map(({ id, number }) => ({ value: id, label: words.number(number) }))] },
          ]} />
          {above ? <DeedButton go="hand-up" hidden={{ id: motion.id }} label={words.motion.handUpTo(above.name)} isQuiet /> : null}
        </Section>
      ) : null}
    </>
  );
}
