import { mayAnywhere } from '#app/domain/base/accounts/access.ts';
import { placeFor } from '#app/domain/base/communities/place-for.ts';
import { listVersions } from '#app/domain/children/child-versions/read.ts';
import { forChildrenWords } from '#app/i18n/for-children.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { workChildrenWords } from '#app/i18n/work-children.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { shortTime } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { ButtonLink } from '#app/ui/light/button.tsx';
import { Empty } from '#app/ui/light/empty.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import { ChildrenHead } from '../children-head.tsx';
import type { Route } from './+types/list.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await placeFor(ctx, 'child-version.write', params.code);
    return { place, rows: await listVersions(ctx, place.code), maySetHelp: mayAnywhere(ctx.actor, 'help.edit') };
  });
}

const tone = { draft: 'check', published: 'ok', withdrawn: 'plain' } as const;

/** 儿童版告知 of a community: what was written for children, and what is being written. */
export default function ChildVersions({ loaderData: { place, rows, maySetHelp } }: Route.ComponentProps) {
  const words = useWords(forChildrenWords);
  const { pages } = useWords(workChildrenWords);
  const locale = useLocale();
  const at = `/work/${place.code}/children/child-versions`;
  return (
    <>
      <PageTitle title={`${pages['child-versions']} · ${place.name}`} />
      <ChildrenHead place={place} here="child-versions" lead={words.lead} />
      <div className="wrap body">
        <p className="row">
          <ButtonLink href={`${at}/new`}>{words.newVersion}</ButtonLink>
          {maySetHelp ? <ButtonLink kind="plain" href={`/work/help-lines?region=${place.code}`}>{words.helpLink}</ButtonLink> : null}
        </p>
        {rows.length === 0 ? (
          <Empty drawing="book" text={words.none} />
        ) : (
          <DataTable
            caption={pages['child-versions']}
            rows={rows}
            keyOf={(row) => row.id}
            columns={[
              { head: words.columns.title, isName: true, cell: (row) => <a href={`${at}/${row.id}`}>{row.title}</a> },
              { head: words.columns.layer, cell: (row) => words.layers[row.layer] },
              { head: words.columns.source, cell: (row) => row.sourceName },
              { head: words.columns.state, cell: (row) => <Tag kind={tone[row.state]}>{words.states[row.state]}</Tag> },
              { head: words.columns.changed, cell: (row) => shortTime(row.changedAt, locale) },
            ]}
          />
        )}
      </div>
    </>
  );
}
