import { may } from '#app/domain/base/accounts/access.ts';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { listOwnSpaces } from '#app/domain/service/spaces/read.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { spacesWords } from '#app/i18n/spaces.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { shortDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { ButtonLink } from '#app/ui/light/button.tsx';
import { Empty } from '#app/ui/light/empty.tsx';
import { FilterBar } from '#app/ui/light/filters.tsx';
import { Section } from '#app/ui/light/section.tsx';
import { Status } from '#app/ui/light/status.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { ChildrenHead } from '../children-head.tsx';
import type { Route } from './+types/list.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    const due = new URL(request.url).searchParams.get('due') === 'yes';
    return { place, due, rows: await listOwnSpaces(ctx, place.code, { due }), mayImport: may(ctx.actor, 'space.edit', { regionCode: place.code }) };
  });
}

/** 本社区的空间: what is to be inspected first. */
export default function SpacesAtWork({ loaderData: { place, due, rows, mayImport } }: Route.ComponentProps) {
  const words = useWords(spacesWords);
  const locale = useLocale();
  const base = `/work/${place.code}/children/spaces`;
  return (
    <>
      <PageTitle title={`${words.title} · ${place.name}`} />
      <ChildrenHead place={place} here="spaces" lead={words.work.lead} />
      <Section title={words.list} hideTitle tight>
        <div className="row no-print">
          <ButtonLink href={`${base}/new`}>{words.work.add}</ButtonLink>
          <ButtonLink kind="quiet" href={`${base}/routes`}>{words.work.routes}</ButtonLink>
          {mayImport ? <ButtonLink kind="plain" href="/desk/imports?kind=spaces">{words.work.importSheet}</ButtonLink> : null}
        </div>
        <FilterBar label={words.columns.state} filters={[{ href: base, label: words.work.all, current: !due }, { href: `${base}?due=yes`, label: words.work.dueOnly, current: due }]} />
        {rows.length > 0 ? (
          <DataTable caption={words.list} rows={rows} keyOf={({ id }) => id} columns={[
            { head: words.columns.name, isName: true, cell: (row) => <a href={`${base}/${row.id}`}>{row.name}</a> },
            { head: words.columns.kind, cell: (row) => words.kinds[row.kind] },
            { head: words.columns.next, cell: (row) => <>{shortDay(row.inspectNextOn, locale)} {row.isLate ? <Status state="late">{words.work.late}</Status> : null}</> },
            { head: words.columns.state, cell: (row) => <>{words.states[row.state]}{row.isPlaced ? '' : ` · ${words.work.notPlaced}`}</> },
            { head: words.work.inspect, cell: (row) => (row.state === 'open' ? <ButtonLink kind="quiet" small href={`${base}/${row.id}/inspect`}>{words.work.inspect}</ButtonLink> : '—') },
          ]} />
        ) : <Empty drawing="swing" text={words.work.empty} action={<ButtonLink kind="quiet" href={`${base}/new`}>{words.work.add}</ButtonLink>} />}
      </Section>
    </>
  );
}
