import { allow } from '#app/domain/base/accounts/access.ts';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { enterOnPaper } from '#app/domain/children/suggestions/enter-on-paper.ts';
import { PaperInput } from '#app/domain/children/suggestions/input.ts';
import { most, topics } from '#app/domain/children/suggestions/model.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { suggestionsWords } from '#app/i18n/suggestions.ts';
import { ctxKey, layers } from '#app/platform/ctx.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { uploadsOf } from '#app/routes/child/suggestions/uploads-of.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Button, ButtonLink } from '#app/ui/light/button.tsx';
import { ChoiceField, SelectField, TickField } from '#app/ui/light/choice-field.tsx';
import { Errors } from '#app/ui/light/errors.tsx';
import { Callout, Section } from '#app/ui/light/section.tsx';
import { LongTextField } from '#app/ui/light/text-field.tsx';
import { ChildrenHead } from '../children-head.tsx';
import type { Route } from './+types/paper.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    allow(ctx, 'suggestion.handle', { regionCode: place.code });
    return { place };
  });
}

export function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, PaperInput, async (input, _given, form) => {
    const { plate } = await enterOnPaper(ctx, params.code, input, await uploadsOf(form));
    return { plate };
  });
}

/** 录入纸条: the child's own words, and the plate to copy for the child. */
export default function PaperPage({ loaderData: { place }, actionData }: Route.ComponentProps) {
  const words = useWords(suggestionsWords);
  const { paperPage: w, matter } = words;
  const locale = useLocale();
  const back = actionData as (Problem & { plate?: string }) | undefined;
  const given = (back?.given ?? {}) as Record<string, string>;
  const error = (name: string) => back?.fields?.[name]?.[0];
  const texts = { required: matter.required, optional: matter.optional };
  const base = `/work/${place.code}/children/suggestions`;
  return (
    <>
      <PageTitle title={`${w.title} · ${place.name}`} />
      <ChildrenHead place={place} here="suggestions" title={w.title} lead={w.lead} />
      <Section title={w.title} hideTitle tight>
        {back?.plate ? (
          <Callout kind="ok">
            <p>{w.done}</p>
            <p className="bigplate">{back.plate}</p>
            <p>{w.keep}</p>
            <p className="row no-print"><ButtonLink href={`${base}/paper`}>{w.another}</ButtonLink><ButtonLink kind="quiet" href={`${base}?show=received`}>{words.list}</ButtonLink></p>
          </Callout>
        ) : (
          <form className="card" method="post" encType="multipart/form-data" noValidate>
            {back?.refusal ? <Callout kind="bad">{refusalSentence(back.refusal, locale)}</Callout> : null}
            <Errors title={matter.problems} items={Object.entries(back?.fields ?? {}).map(([name, [text]]) => ({ href: `#${name}`, text: text! }))} />
            <SelectField id="topic" label={words.topic} words={texts} required blank="" defaultValue={given.topic} error={error('topic')} choices={topics.map((topic) => ({ value: topic, label: words.topics[topic] }))} />
            <LongTextField id="text" label={w.text} hint={w.textHint} words={texts} required rows={4} limit={most.text} defaultValue={given.text} error={error('text')} />
            <ChoiceField id="layer" label={w.layer} words={texts} required defaultValue={given.layer ?? 'primary'} error={error('layer')} choices={layers.map((layer) => ({ value: layer, label: words.layers[layer]! }))} />
            <div className="field">
              <label htmlFor="drawing">{w.photo}</label>
              <input id="drawing" className="in" type="file" name="drawing" accept="image/*" />
            </div>
            <TickField id="agreed" label={w.agreed} words={texts} required error={error('agreed')} />
            <Button>{w.send}</Button>
          </form>
        )}
      </Section>
    </>
  );
}
