import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { visitsOfCommunity } from '#app/domain/pilot/visits/for-community.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { visitsWords } from '#app/i18n/visits.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Empty } from '#app/ui/light/empty.tsx';
import { Section } from '#app/ui/light/section.tsx';
import { Status } from '#app/ui/light/status.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { WorkHead } from '../work-head.tsx';
import { visitSquares } from './squares.ts';
import type { Route } from './+types/list.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    return { place, rows: await visitsOfCommunity(ctx, place.code) };
  });
}

/** 实地到访 of one community: what comes, and what was seen. */
export default function CommunityVisits({ loaderData: { place, rows } }: Route.ComponentProps) {
  const words = useWords(visitsWords);
  const locale = useLocale();
  return (
    <>
      <PageTitle title={`${place.name} · ${words.title}`} />
      <WorkHead place={place} here="visits" lead={words.work.lead} />
      <Section title={words.title} hideTitle tight>
        {rows.length === 0 ? <Empty drawing="house" text={`${words.work.empty}${words.work.emptyNote}`} /> : (
          <DataTable
            caption={words.title}
            rows={rows}
            keyOf={({ id }) => id}
            columns={[
              { head: words.desk.columns.days, isName: true, cell: (row) => <a href={`/work/${place.code}/visits/${row.id}`}>{words.desk.days(row.fromOn, row.toOn)}</a> },
              { head: words.desk.columns.state, cell: (row) => <Status state={visitSquares[row.state]}>{words.states[row.state]}</Status> },
              { head: words.desk.columns.experts, cell: (row) => row.experts.join(locale === 'en' ? ', ' : '、') },
              { head: words.desk.columns.score, right: true, cell: (row) => row.score ?? '—' },
            ]}
          />
        )}
      </Section>
    </>
  );
}
