import { redirect } from 'react-router';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { SolicitationInput } from '#app/domain/children/solicitations/input.ts';
import { publishSolicitation, startSolicitation } from '#app/domain/children/solicitations/write-solicitation.ts';
import { useWords } from '#app/i18n/pair.ts';
import { solicitationsWords } from '#app/i18n/solicitations.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Section } from '#app/ui/light/section.tsx';
import { ChildrenHead } from '../children-head.tsx';
import { SolicitationForm } from './solicitation-form.tsx';
import type { Route } from './+types/new.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    return { place: await workPlace(ctx, params.code), today: beijingDay(ctx.now) };
  });
}

export function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, SolicitationInput, async (input, given) => {
    const id = await startSolicitation(ctx, params.code, input);
    if (given.deed === 'publish') await publishSolicitation(ctx, id);
    return redirect(`/work/${params.code}/children/solicitations/${id}`);
  });
}

/** 写一个征集: four weeks to hand in, one to choose, unless somebody says otherwise. */
export default function NewSolicitation({ loaderData: { place, today }, actionData }: Route.ComponentProps) {
  const words = useWords(solicitationsWords);
  const text = {
    kind: 'drawing', title: '', childRules: '', rules: '', licence: words.form.licenceText, layers: ['primary', 'teen'], opensOn: today, closesOn: addDays(today, 28), chooseUntil: addDays(today, 35), showUntil: '', prizes: '',
  };
  return (
    <>
      <PageTitle title={`${words.start} · ${place.name}`} />
      <ChildrenHead place={place} here="solicitations" title={words.start} lead={words.lead} />
      <Section title={words.start} hideTitle tight>
        <SolicitationForm text={text} problem={actionData ?? undefined} />
      </Section>
    </>
  );
}
