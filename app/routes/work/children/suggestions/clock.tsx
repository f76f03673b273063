import { redirect } from 'react-router';
import { allow } from '#app/domain/base/accounts/access.ts';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { clockOf, setClock } from '#app/domain/children/suggestions/clock.ts';
import { ClockInput } from '#app/domain/children/suggestions/input.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { suggestionsWords } from '#app/i18n/suggestions.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Button } from '#app/ui/light/button.tsx';
import { Errors } from '#app/ui/light/errors.tsx';
import { Callout, Section } from '#app/ui/light/section.tsx';
import { NumberField } from '#app/ui/light/text-field.tsx';
import { ChildrenHead } from '../children-head.tsx';
import type { Route } from './+types/clock.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    allow(ctx, 'suggestion.set-clock', { regionCode: place.code });
    const clock = await clockOf(ctx, place.code);
    const from = place.path.find(({ code }) => code === clock.setBy)?.name;
    return { place, clock, from, isSaved: new URL(request.url).searchParams.has('saved') };
  });
}

export function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, ClockInput, async (input) => {
    await setClock(ctx, params.code, input);
    return redirect(`/work/${params.code}/children/suggestions/clock?saved=yes`);
  });
}

/** 办理期限 of the place, in working days. */
export default function ClockPage({ loaderData: { place, clock, from, isSaved }, actionData }: Route.ComponentProps) {
  const { clockPage: w, matter } = useWords(suggestionsWords);
  const locale = useLocale();
  const back = actionData as Problem | undefined;
  const given = (back?.given ?? {}) as Record<string, string>;
  const texts = { required: matter.required, optional: matter.optional };
  const names = ['seenDays', 'answerDays', 'streetDays', 'cityDays'] as const;
  return (
    <>
      <PageTitle title={`${w.title} · ${place.name}`} />
      <ChildrenHead place={place} here="suggestions" title={w.title} lead={w.lead} />
      <Section title={w.title} hideTitle tight>
        {isSaved ? <Callout kind="ok">{w.saved}</Callout> : null}
        <form className="card" method="post" noValidate>
          {back?.refusal ? <Callout kind="bad">{refusalSentence(back.refusal, locale)}</Callout> : null}
          <Errors title={matter.problems} items={Object.entries(back?.fields ?? {}).map(([name, [text]]) => ({ href: `#${name}`, text: text! }))} />
          <p className="small">{w.from(clock.setBy === place.code ? w.own : (from ?? w.usual))}</p>
          {names.map((name) => <NumberField key={name} id={name} label={w[name]} unit={w.unit} words={texts} required defaultValue={given[name] ?? clock[name]} error={back?.fields?.[name]?.[0]} />)}
          <Button>{w.save}</Button>
        </form>
      </Section>
    </>
  );
}
