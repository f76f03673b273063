import { redirect } from 'react-router';
import { z } from 'zod';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { addCodes, noteConsent, setSeats, stopCode } from '#app/domain/children/surveys/codes.ts';
import { CodesInput, ConsentInput, InvitedInput, SeatsInput, StopInput } from '#app/domain/children/surveys/input.ts';
import { isForChildren, responseRate } from '#app/domain/children/surveys/model.ts';
import { getRound, partsOfRound } from '#app/domain/children/surveys/read.ts';
import { closeRound, setInvited } from '#app/domain/children/surveys/rounds.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { surveysWords } from '#app/i18n/surveys.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay, daysBetween, shortDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { act, deed, sentBack } from '#app/routes/work/plan/act.ts';
import { Button, ButtonLink } from '#app/ui/light/button.tsx';
import { Numbers } from '#app/ui/light/numbers.tsx';
import { Callout, Section } from '#app/ui/light/section.tsx';
import { NumberField } from '#app/ui/light/text-field.tsx';
import { Codes } from './codes.tsx';
import { Consents } from './consents.tsx';
import { SurveysHead } from './surveys-head.tsx';
import type { Route } from './+types/round.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    const round = await getRound(ctx, place.code, params.round);
    return { place, round, ...(await partsOfRound(ctx, round)), today: beijingDay(ctx.now), isForChildren: isForChildren(round.audience), isSaved: new URL(request.url).searchParams.has('saved') };
  });
}

const Nothing = z.object({});

export function action({ params: { code, round }, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const then = async (done: Promise<unknown>, at: string) => {
    await done;
    return redirect(`/work/${code}/children/surveys/rounds/${round}?saved=1#${at}`);
  };
  return act(ctx, request, {
    codes: deed(CodesInput, (input) => then(addCodes(ctx, code, round, input), 'codes')),
    seats: deed(SeatsInput, ({ codeId, seats }) => then(setSeats(ctx, code, round, codeId, seats), 'codes')),
    stop: deed(StopInput, ({ codeId }) => then(stopCode(ctx, code, round, codeId), 'codes')),
    consent: deed(ConsentInput, (input) => then(noteConsent(ctx, code, round, input), 'consent')),
    invited: deed(InvitedInput, ({ invited }) => then(setInvited(ctx, code, round, invited), 'top')),
    close: deed(Nothing, () => then(closeRound(ctx, code, round), 'top')),
  });
}

export type RoundPage = Route.ComponentProps['loaderData'];
export type RoundProblem = Route.ComponentProps['actionData'];

/** 一轮调查: how many have answered, who agreed, the codes, paper, and the end. */
export default function SurveyRound({ loaderData, actionData }: Route.ComponentProps) {
  const all = useWords(surveysWords);
  const { round: words } = all;
  const locale = useLocale();
  const { place, round, today, isSaved } = loaderData;
  const here = `/work/${place.code}/children/surveys/rounds/${round.id}`;
  const rate = responseRate(round.sheets, round.invited);
  const isOpen = round.state === 'open';
  const left = Math.max(0, daysBetween(today, round.closesOn));
  return (
    <>
      <SurveysHead
        place={place} title={round.title} refusal={actionData?.refusal} told={isSaved ? all.saved : undefined}
        lead={<>{all.audiences[round.audience]} · {all.waves[round.wave]} · {shortDay(round.opensOn, locale)} – {shortDay(round.closesOn, locale)}</>}
      />
      <Section title={all.roundStates[round.state]} tight>
        {round.campaignId ? <p className="note">{words.ofCampaign}</p> : null}
        <Numbers demoWord={all.invented} items={[
          { label: words.numbers.answered, parts: [{ value: String(round.sheets), unit: words.numbers.sheets }], child: loaderData.isForChildren, demo: round.isInvented },
          { label: words.numbers.invited, parts: [{ value: String(round.invited), unit: words.numbers.people }], demo: round.isInvented },
          ...(rate === undefined ? [] : [{ label: words.numbers.rate, parts: [{ value: String(rate), unit: words.numbers.percent }], demo: round.isInvented }]),
          ...(isOpen ? [{ label: words.numbers.left, parts: [{ value: String(left), unit: words.numbers.days }] }] : []),
        ]} />
        {isOpen ? (
          <p className="row">
            <ButtonLink href={`${here}/paper`}>{words.paper}</ButtonLink>
            <ButtonLink kind="quiet" href={`${here}/double`}>{all.double.title}</ButtonLink>
            <ButtonLink kind="quiet" href={`${here}/form.pdf`}>{words.paperForm} PDF</ButtonLink>
            <ButtonLink kind="quiet" href={`${here}/form.docx`}>{words.paperForm} Word</ButtonLink>
          </p>
        ) : <Callout kind="ok">{words.closed(round.sheets)} <a href={`${here}/results`}>{words.results}</a></Callout>}
      </Section>
      <Section title={words.consent} lead={words.consentLead} mist id="consent"><Consents {...loaderData} problem={actionData} /></Section>
      <Section title={words.codes} id="codes"><Codes {...loaderData} problem={actionData} /></Section>
      {isOpen ? <Section title={words.close} mist><EndForms {...loaderData} problem={actionData} /></Section> : null}
    </>
  );
}

function EndForms({ round, problem }: RoundPage & { problem: RoundProblem }) {
  const all = useWords(surveysWords);
  const { round: words } = all;
  const was = sentBack(problem, 'invited');
  return (
    <>
      <form method="post" className="row">
        <NumberField id="invited" label={words.setInvited} hint={words.invitedHint} words={all.form} required error={was.error('invited')} defaultValue={was.text('invited', String(round.invited))} />
        <Button kind="quiet" name="go" value="invited">{words.setInvited}</Button>
      </form>
      <details>
        <summary>{words.close}</summary>
        <form method="post"><p>{words.closeHint}</p><p className="row"><Button kind="stop" name="go" value="close">{words.close}</Button></p></form>
      </details>
    </>
  );
}
