import { redirect } from 'react-router';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { RouteInput } from '#app/domain/service/spaces/input.ts';
import { listOwnRoutes } from '#app/domain/service/spaces/read-routes.ts';
import { drawRoute } from '#app/domain/service/spaces/save-route.ts';
import { useWords } from '#app/i18n/pair.ts';
import { spacesWords } from '#app/i18n/spaces.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { ButtonLink } from '#app/ui/light/button.tsx';
import { Section } from '#app/ui/light/section.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { ChildrenHead } from '../children-head.tsx';
import { RouteForm } from './route-form.tsx';
import type { Route } from './+types/routes.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    return { place, rows: await listOwnRoutes(ctx, place.code) };
  });
}

export function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, RouteInput, async (input) => redirect(`/work/${params.code}/children/spaces/routes/${await drawRoute(ctx, params.code, input)}`));
}

/** 本社区的安全路线. */
export default function RoutesAtWork({ loaderData: { place, rows }, actionData }: Route.ComponentProps) {
  const words = useWords(spacesWords);
  const { route } = words.work;
  const problem = (actionData ?? {}) as Problem;
  return (
    <>
      <PageTitle title={`${route.title} · ${place.name}`} />
      <ChildrenHead place={place} here="spaces" title={route.title} lead={route.lead} />
      <Section title={route.title} hideTitle tight>
        <div className="row no-print"><ButtonLink kind="plain" href={`/safe-routes?region=${place.code}`}>{words.seeMap}</ButtonLink></div>
        {rows.length === 0 ? <p className="muted">{route.empty}</p> : (
          <DataTable caption={route.title} rows={rows} keyOf={({ id }) => id} columns={[
            { head: route.name, isName: true, cell: (row) => <a href={`/work/${place.code}/children/spaces/routes/${row.id}`}>{row.name}</a> },
            { head: route.school, cell: (row) => row.school },
            { head: route.segments, right: true, cell: (row) => `${row.segments.filter(({ checkedOn }) => checkedOn).length} / ${row.segments.length}` },
            { head: words.columns.state, cell: (row) => route.states[row.state] },
          ]} />
        )}
        <details className="card" open={rows.length === 0 || Boolean(problem.fields ?? problem.refusal)}>
          <summary>{route.add}</summary>
          <RouteForm given={{}} problem={problem} />
        </details>
      </Section>
    </>
  );
}
