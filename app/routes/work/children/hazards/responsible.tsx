import { redirect } from 'react-router';
import { may } from '#app/domain/base/accounts/access.ts';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { ResponsibleInput } from '#app/domain/service/hazards/input.ts';
import { bodies, type Body } from '#app/domain/service/hazards/model.ts';
import { listResponsible, setResponsible } from '#app/domain/service/hazards/responsible.ts';
import { hazardsWords } from '#app/i18n/hazards.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { spacesWords } from '#app/i18n/spaces.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Button } from '#app/ui/light/button.tsx';
import { SelectField } from '#app/ui/light/choice-field.tsx';
import { Callout, Section } from '#app/ui/light/section.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { NumberField, TextField } from '#app/ui/light/text-field.tsx';
import { ChildrenHead } from '../children-head.tsx';
import type { Route } from './+types/responsible.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    return { place, rows: await listResponsible(ctx, place.code), maySet: may(ctx.actor, 'hazard.set-routes', { regionCode: place.code }) };
  });
}

export function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, ResponsibleInput, async (input) => {
    await setResponsible(ctx, params.code, input);
    return redirect(`/work/${params.code}/children/hazards/responsible`);
  });
}

/** 责任单位与时限: one line for every kind. */
export default function ResponsiblePage({ loaderData: { place, rows, maySet }, actionData }: Route.ComponentProps) {
  const words = useWords(hazardsWords);
  const { required, optional } = useWords(spacesWords);
  const locale = useLocale();
  const { work } = words;
  const problem = (actionData ?? {}) as Problem;
  const frame = (id: string) => ({ id, name: id, words: { required, optional }, error: problem.fields?.[id]?.[0] });
  const bodyOf = (body: string) => words.bodies[body as Body] ?? body;
  const days = ['checkDays', 'assignDays', 'repairDays', 'confirmDays'] as const;
  return (
    <>
      <PageTitle title={`${work.responsible} · ${place.name}`} />
      <ChildrenHead place={place} here="hazards" title={work.responsible} lead={work.inWorkdays} />
      <Section title={work.responsible} hideTitle tight>
        {problem.refusal ? <Callout kind="bad">{refusalSentence(problem.refusal, locale)}</Callout> : null}
        <DataTable caption={work.responsible} rows={rows} keyOf={({ kind }) => kind} columns={[
          { head: words.kind, isName: true, cell: ({ kind }) => words.kinds[kind] },
          { head: words.columns.body, cell: ({ body, person, contact }) => [bodyOf(body), person, contact].filter(Boolean).join(' ') },
          ...days.map((name) => ({ head: work[name], right: true, cell: ({ clock }: (typeof rows)[number]) => String(clock[name]) })),
          { head: work.setBy, cell: ({ setBy }) => (setBy === null ? work.usual : setBy === place.code ? work.own : work.above) },
        ]} />
        {maySet ? (
          <form method="post" className="narrow">
            <SelectField {...frame('kind')} label={words.kind} required choices={rows.map(({ kind }) => ({ value: kind, label: words.kinds[kind] }))} />
            <SelectField {...frame('body')} label={words.columns.body} required choices={bodies.map((value) => ({ value, label: words.bodies[value] }))} />
            <TextField {...frame('person')} label={work.person} input={{ maxLength: 60 }} />
            <TextField {...frame('contact')} label={work.contact} input={{ maxLength: 60 }} />
            {days.map((name) => <NumberField key={name} {...frame(name)} label={work[name]} required defaultValue={rows[0]!.clock[name]} />)}
            <Button>{work.save}</Button>
          </form>
        ) : null}
      </Section>
    </>
  );
}
