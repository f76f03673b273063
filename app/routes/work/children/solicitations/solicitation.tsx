import { redirect } from 'react-router';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { may } from '#app/domain/base/accounts/access.ts';
import { phaseOn } from '#app/domain/children/solicitations/model.ts';
import { getSolicitation } from '#app/domain/children/solicitations/read.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { pilotsWords } from '#app/i18n/pilots.ts';
import { solicitationsWords } from '#app/i18n/solicitations.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay, longDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Callout, Section } from '#app/ui/light/section.tsx';
import { Steps } from '#app/ui/light/steps.tsx';
import { Status } from '#app/ui/light/status.tsx';
import { ChildrenHead } from '../children-head.tsx';
import { solicitationDeed } from './deeds.ts';
import { CallOff, DecideForm, JuryBlock, PaperForm } from './blocks.tsx';
import { SolicitationForm } from './solicitation-form.tsx';
import { phaseSquares } from './squares.ts';
import { WorksTable } from './works-table.tsx';
import type { Route } from './+types/solicitation.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    const found = await getSolicitation(ctx, params.id);
    if (found.solicitation.regionCode !== place.code) throw new Refusal('solicitation-not-found', 404);
    return { place, ...found, phase: phaseOn(found.solicitation, beijingDay(ctx.now)), mayDecide: may(ctx.actor, 'solicitation.decide', found.solicitation) };
  });
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const done = await solicitationDeed(ctx, params.id, request);
  return done === 'done' ? redirect(`/work/${params.code}/children/solicitations/${params.id}`) : done;
}

/** 一个征集 at work: its rules while it is a draft; then works, jury and decision, each when its time has come. */
export default function SolicitationAtWork({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords(solicitationsWords);
  const { squares } = useWords(pilotsWords);
  const locale = useLocale();
  const { place, solicitation, phase, mayDecide } = loaderData;
  const at = ['open', 'choosing', 'judging', 'decided'].indexOf(phase);
  const told = actionData && 'told' in actionData ? actionData.told : undefined;
  const problem = actionData && !('told' in actionData) ? actionData : undefined;
  return (
    <>
      <PageTitle title={`${solicitation.title} · ${words.title}`} />
      <ChildrenHead place={place} here="solicitations" title={solicitation.title} lead={words.days(longDay(solicitation.opensOn, locale), longDay(solicitation.closesOn, locale))} tags={<Status state={phaseSquares[phase]}>{words.phases[phase]}</Status>} />
      <Section title={solicitation.title} hideTitle tight>
        {problem?.refusal ? <Callout kind="bad">{refusalSentence(problem.refusal, locale)}</Callout> : null}
        {told ? <div role="status"><Callout kind="ok">{told.paper ? words.paper.done(told.paper.number, told.paper.plate) : words.jury.link(told.link ?? '')}</Callout></div> : null}
        {phase === 'draft' ? (
          <SolicitationForm text={{ ...solicitation, showUntil: solicitation.showUntil ?? '', prizes: solicitation.prizes.map(({ name, places }) => `${name} ${places}`).join('\n') }} revision={solicitation.revision} problem={problem} />
        ) : (
          <div className="stacked wide">
            {at < 0 ? null : <Steps steps={words.steps.map((title, step) => ({ title, state: step < at || phase === 'decided' ? 'done' : step === at ? 'now' : 'next' }))} words={squares} />}
            {solicitation.decisionNote ? <Callout kind="info">{solicitation.decisionNote}</Callout> : null}
            <WorksTable {...loaderData} />
            {phase === 'judging' && mayDecide ? <DecideForm {...loaderData} /> : null}
            {phase === 'open' ? <PaperForm kind={solicitation.kind} problem={problem} /> : null}
            <JuryBlock jurors={loaderData.jurors} isOpen={solicitation.state === 'published'} />
            {mayDecide && solicitation.state === 'published' ? <CallOff /> : null}
          </div>
        )}
      </Section>
    </>
  );
}
