import { redirect } from 'react-router';
import { allow } from '#app/domain/base/accounts/access.ts';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { placesToWalk } from '#app/domain/service/walks/find-place.ts';
import { PlanInput } from '#app/domain/service/walks/input.ts';
import { planWalk } from '#app/domain/service/walks/plan-walk.ts';
import { useWords } from '#app/i18n/pair.ts';
import { walksWords } from '#app/i18n/walks.ts';
import { ctxKey, layers } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { Trouble } from '#app/routes/account/form-parts.tsx';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Button, ButtonLink } from '#app/ui/light/button.tsx';
import { TickField } from '#app/ui/light/choice-field.tsx';
import { Empty } from '#app/ui/light/empty.tsx';
import { controlOf, Field } from '#app/ui/light/field.tsx';
import { Section } from '#app/ui/light/section.tsx';
import { DateField, LongTextField, NumberField, TextField } from '#app/ui/light/text-field.tsx';
import { ChildrenHead } from '../children-head.tsx';
import type { Route } from './+types/new.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    allow(ctx, 'walk.lead', { regionCode: place.code });
    return { place, where: await placesToWalk(ctx, place.code), today: beijingDay(ctx.now), chosen: new URL(request.url).searchParams.get('place') ?? '' };
  });
}

export function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, PlanInput, async (input) => redirect(`/work/${params.code}/children/walks/${await planWalk(ctx, params.code, input)}`));
}

/** 计划走查: where, when, who leads, how many children; and that their guardians agree. */
export default function NewWalk({ loaderData: { place, where, today, chosen }, actionData }: Route.ComponentProps) {
  const words = useWords(walksWords);
  const { plan } = words;
  const problem = (actionData ?? {}) as Problem;
  const given = (problem.given ?? {}) as Record<string, string | undefined>;
  const frame = (id: string) => ({ id, words: { required: words.required, optional: words.optional }, error: problem.fields?.[id]?.[0] });
  const names = {
    place: plan.place, day: plan.day, adults: plan.adults, groupName: plan.group, note: plan.note, consent: plan.consentName,
    ...Object.fromEntries(layers.map((layer) => [layer, `${plan.children} ${plan.ages[layer]}`])),
  };
  const ofPlace = { ...frame('place'), label: plan.place, hint: plan.placeHint, required: true };
  const groups = [
    { label: plan.routes, options: where.routes.map(({ id, name }) => ({ value: `route:${id}`, label: name })) },
    { label: plan.parts, options: where.parts.map(({ id, name, route }) => ({ value: `segment:${id}`, label: `${route}${words.colon}${name}` })) },
    { label: plan.places, options: where.places.map(({ id, name }) => ({ value: `space:${id}`, label: name })) },
  ].filter(({ options }) => options.length > 0);
  return (
    <>
      <PageTitle title={`${plan.title} · ${place.name}`} />
      <ChildrenHead place={place} here="walks" title={plan.title} lead={plan.lead} />
      <Section title={plan.title} hideTitle tight>
        {groups.length === 0 ? (
          <Empty drawing="hop" text={plan.noPlaces} action={<p className="row"><ButtonLink href={`/work/${place.code}/children/spaces/new`}>{plan.toSpaces}</ButtonLink><ButtonLink kind="quiet" href={`/work/${place.code}/children/spaces/routes`}>{plan.toRoutes}</ButtonLink></p>} />
        ) : (
          <form method="post" className="narrow walkplan" noValidate>
            <Trouble problem={problem} names={names} />
            <Field frame={ofPlace}>
              <select {...controlOf(ofPlace)} name="place" defaultValue={given['place'] ?? chosen}>
                <option value="">{plan.blank}</option>
                {groups.map(({ label, options }) => <optgroup key={label} label={label}>{options.map(({ value, label: name }) => <option key={value} value={value}>{name}</option>)}</optgroup>)}
              </select>
            </Field>
            <DateField {...frame('day')} label={plan.day} hint={plan.dayHint} required defaultValue={given['day'] ?? today} />
            <TextField {...frame('adults')} label={plan.adults} hint={plan.adultsHint} required defaultValue={given['adults']} input={{ maxLength: 80 }} />
            <TextField {...frame('groupName')} label={plan.group} hint={plan.groupHint} required defaultValue={given['groupName']} input={{ maxLength: 40 }} />
            <fieldset>
              <legend>{plan.children}</legend>
              {layers.map((layer) => <NumberField key={layer} {...frame(layer)} label={plan.ages[layer]} unit={plan.unit} defaultValue={given[layer]} />)}
            </fieldset>
            <LongTextField {...frame('note')} label={plan.note} rows={2} defaultValue={given['note']} input={{ maxLength: 300 }} />
            <TickField {...frame('consent')} label={plan.consent} required defaultChecked={given['consent'] === 'yes'} />
            <Button>{plan.submit}</Button>
          </form>
        )}
      </Section>
    </>
  );
}
