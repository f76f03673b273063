import { redirect } from 'react-router';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { inLanguage, rulesOf } from '#app/domain/base/standard/model.ts';
import { getEdition } from '#app/domain/base/standard/read.ts';
import { visitOfCommunity } from '#app/domain/pilot/visits/for-community.ts';
import { SignInput } from '#app/domain/pilot/visits/input.ts';
import { signForCommunity } from '#app/domain/pilot/visits/sign.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { timeMachineWords } from '#app/i18n/time-machine.ts';
import { visitsWords } from '#app/i18n/visits.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay, shortTime } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { ButtonLink } from '#app/ui/light/button.tsx';
import { Callout, Facts, Section } from '#app/ui/light/section.tsx';
import { Status } from '#app/ui/light/status.tsx';
import { WorkHead } from '../work-head.tsx';
import { Record } from './record.tsx';
import { SignForm } from './sign-form.tsx';
import { visitSquares } from './squares.ts';
import type { Route } from './+types/visit.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    const { visit, ...read } = await visitOfCommunity(ctx, place.code, params.id);
    const { id, number, state, notice, fromOn, toOn, purpose, agenda, begunAt, endedAt, score, endReason } = visit;
    const rules = rulesOf(await getEdition(ctx, visit.editionId)).map((rule) => ({ id: rule.id, text: inLanguage(rule, ctx.locale) }));
    return { place, visit: { id, number, state, notice, fromOn, toOn, purpose, agenda, begunAt, endedAt, score, endReason }, ...read, rules, signer: ctx.actor.name };
  });
}

export function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, SignInput, async (input) => {
    await signForCommunity(ctx, params.id, input);
    return redirect(`/work/${params.code}/visits/${params.id}`);
  });
}

export type Loaded = Route.ComponentProps['loaderData'];

/** 一次到访 for the community: the plan before, the record and the signature afterwards. */
export default function CommunityVisit({ loaderData, actionData: problem }: Route.ComponentProps) {
  const words = useWords(visitsWords);
  const { asItWas } = useWords(timeMachineWords);
  const locale = useLocale();
  const { place, visit, experts, isWhole, canSign } = loaderData;
  const days = words.desk.days(visit.fromOn, visit.toOn);
  return (
    <>
      <PageTitle title={`${place.name} · ${words.title} ${days}`} />
      <WorkHead place={place} here="visits" title={`${words.title} ${days}`} tags={<Status state={visitSquares[visit.state]}>{words.states[visit.state]}</Status>} />
      <Section title={words.visit.about} hideTitle tight>
        {problem?.refusal ? <Callout kind="bad">{refusalSentence(problem.refusal, locale)}</Callout> : null}
        {visit.state === 'called-off' ? <Callout kind="info">{words.work.called(visit.endReason)}</Callout> : null}
        {visit.begunAt && !isWhole && visit.state !== 'called-off' ? <Callout kind="info">{words.work.notYet}</Callout> : null}
        <Facts facts={[
          { term: words.visit.days, text: days },
          { term: words.visit.experts, text: experts.join(locale === 'en' ? ', ' : '、') },
          ...(visit.purpose ? [{ term: words.work.purpose, text: visit.purpose }] : []),
          ...(visit.begunAt ? [{ term: words.visit.began, text: shortTime(visit.begunAt, locale) }] : []),
          ...(visit.score === null ? [] : [{ term: words.visit.score, text: visit.score }]),
          { term: words.visit.number, text: <span className="mono">{visit.number}</span> },
        ]} />
        {isWhole ? <p className="row no-print"><ButtonLink kind="quiet" href={`/work/${place.code}/visits/${visit.id}/report.pdf`} download>{words.work.pdf}</ButtonLink>{visit.state === 'concluded' && visit.endedAt ? <ButtonLink kind="plain" href={`/past/${place.code}?day=${beijingDay(visit.endedAt)}`}>{asItWas}</ButtonLink> : null}</p> : null}
      </Section>
      {visit.begunAt || visit.agenda.length === 0 ? null : (
        <Section title={words.visit.agenda} lead={words.work.prepare} mist>
          <ol className="plain">{visit.agenda.map((item) => <li key={item.id}><b className="num">{item.at}</b> {item.title}</li>)}</ol>
        </Section>
      )}
      {isWhole ? <Record {...loaderData} /> : null}
      {canSign ? <SignForm {...loaderData} problem={problem} /> : null}
    </>
  );
}
