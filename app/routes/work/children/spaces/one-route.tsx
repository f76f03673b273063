import { redirect } from 'react-router';
import { z } from 'zod';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { checkSegment } from '#app/domain/service/spaces/check-segment.ts';
import { RouteInput, SegmentInput } from '#app/domain/service/spaces/input.ts';
import { segmentChecks, verdicts } from '#app/domain/service/spaces/model.ts';
import { getOwnRoute } from '#app/domain/service/spaces/read-routes.ts';
import { publishRoute, redrawRoute } from '#app/domain/service/spaces/save-route.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { spacesWords } from '#app/i18n/spaces.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { shortDay } from '#app/platform/dates.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Button } from '#app/ui/light/button.tsx';
import { SelectField } from '#app/ui/light/choice-field.tsx';
import { Callout, Section } from '#app/ui/light/section.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import { ChildrenHead } from '../children-head.tsx';
import { RouteForm } from './route-form.tsx';
import type { Route } from './+types/one-route.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    return { place, route: await getOwnRoute(ctx, place.code, params.route) };
  });
}

const Deed = z.union([
  z.object({ deed: z.enum(['published', 'withdrawn']) }),
  RouteInput.and(z.object({ deed: z.literal('redraw') })),
  z.object({ deed: z.literal('walk'), segment: z.uuid() }).and(z.looseObject({}).pipe(SegmentInput).transform((checks) => ({ checks }))),
]);

export function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, Deed, async (input) => {
    if (input.deed === 'walk') await checkSegment(ctx, params.route, input.segment, input.checks);
    else if (input.deed === 'redraw') await redrawRoute(ctx, params.route, input);
    else await publishRoute(ctx, params.route, input.deed);
    return redirect(`/work/${params.code}/children/spaces/routes/${params.route}`);
  });
}

/** 一条路线 at work: walked part by part, then published. */
export default function RouteAtWork({ loaderData: { place, route }, actionData }: Route.ComponentProps) {
  const words = useWords(spacesWords);
  const locale = useLocale();
  const { route: said } = words.work;
  const problem = (actionData ?? {}) as Problem;
  const lines = route.segments.map(({ name, points }) => `${name}${points.length > 0 ? ` | ${points.map((point) => point.map((one) => one.toFixed(6)).join(',')).join(' ')}` : ''}`).join('\n');
  const isPublished = route.state === 'published';
  return (
    <>
      <PageTitle title={`${route.name} · ${place.name}`} />
      <ChildrenHead place={place} here="spaces" title={route.name} lead={`${said.school} ${route.school}`} tags={<Tag kind={isPublished ? 'ok' : 'open'}>{said.states[route.state]}</Tag>}
        beyond={[{ href: `/work/${place.code}/children/spaces/routes`, label: said.title }]} />
      <Section title={route.name} hideTitle tight>
        {problem.refusal ? <Callout kind="bad">{refusalSentence(problem.refusal, locale)}</Callout> : null}
        {problem.fields ? <Callout kind="bad">{Object.values(problem.fields).flat()[0]}</Callout> : null}
        <ol className="plainlist">
          {route.segments.map((segment) => (
            <li key={segment.id} className="card">
              <form method="post">
                <h2>{segment.position}. {segment.name}</h2>
                <p className="small muted">{segment.checkedOn ? said.walked(shortDay(segment.checkedOn, locale), segment.checkedByName) : said.notWalked}</p>
                <input type="hidden" name="deed" value="walk" />
                <input type="hidden" name="segment" value={segment.id} />
                <div className="row">
                  {segmentChecks.map((check) => (
                    <SelectField key={check} id={`${check}-${segment.position}`} name={check} label={words.checks[check]} words={{ required: words.required, optional: '' }} blank={words.verdicts.none} defaultValue={segment.checks[check]}
                      choices={verdicts.map((value) => ({ value, label: words.verdicts[value] }))} />
                  ))}
                </div>
                <Button kind="quiet" small>{said.save}</Button>
              </form>
            </li>
          ))}
        </ol>
        <form method="post" className="row">
          <input type="hidden" name="deed" value={isPublished ? 'withdrawn' : 'published'} />
          <Button kind={isPublished ? 'quiet' : 'primary'}>{isPublished ? said.withdraw : said.publish}</Button>
        </form>
        <details className="card">
          <summary>{said.redraw}</summary>
          <RouteForm deed="redraw" given={{ name: route.name, school: route.school, about: route.about, segments: lines }} problem={{}} />
        </details>
      </Section>
    </>
  );
}
