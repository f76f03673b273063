import { Link } from 'react-router';
import { z } from 'zod';
import { listOwnPlans } from '#app/domain/city/city-plans/read.ts';
import { regionPath } from '#app/domain/base/regions/read.ts';
import { cityWords } from '#app/i18n/city.ts';
import { cityDeskWords } from '#app/i18n/city-desk.ts';
import { cockpitWords } from '#app/i18n/cockpit.ts';
import { deskWords } from '#app/i18n/desk.ts';
import { planTableWords } from '#app/i18n/plan-tables.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { cursorInput, query, searchInput } from '#app/platform/query.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { KeysetTable, PickBox, SearchBox } from '#app/ui/desk/keyset-table.tsx';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { RegionFilter } from '#app/ui/desk/region-filter.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import type { Route } from './+types/plans.ts';

const Asked = z.object({ ...cursorInput, q: searchInput, region: z.string().regex(/^\d{2,12}$/).optional(), state: z.enum(['draft', 'published', 'closed']).optional() });
export const tones = { draft: 'now', published: 'good', closed: 'rest' } as const;

export function loader({ context, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const asked = query(request, Asked);
  return show(async () => ({ asked, page: await listOwnPlans(ctx, asked), path: asked.region ? await regionPath(ctx, asked.region) : [] }));
}

/** 行动计划列表. */
export default function DeskPlans({ loaderData: { asked, page, path } }: Route.ComponentProps) {
  const words = useWords(cityDeskWords);
  const { states, years, nation } = useWords(cityWords);
  const desk = useWords(deskWords);
  const { choose } = useWords(cockpitWords);
  const isAsked = Boolean(asked.q || asked.region || asked.state);
  const locale = useLocale();
  const start = <><ButtonLink to="/desk/plans/import">{useWords(planTableWords).from}</ButtonLink><ButtonLink to="/desk/plans/new" type="primary">{words.plans.start}</ButtonLink></>;
  return (
    <>
      <PageHead title={words.plans.title} lead={words.plans.lead} actions={start} />
      <KeysetTable
        page={page} empty={isAsked ? { text: words.plans.noneFound } : { text: words.plans.none, action: start }}
        filters={
          <>
            <RegionFilter path={path} deepest={3} />
            <PickBox name="state" label={words.plans.columns.state} value={asked.state} options={Object.entries(states).map(([value, label]) => ({ value, label }))} />
            <SearchBox value={asked.q} label={words.plans.search} placeholder={words.plans.search} />
          </>
        }
        columns={[
          { name: 'name', title: words.plans.columns.name, place: 'main', show: (row) => <><Link to={`/desk/plans/${row.id}`}>{locale === 'en' ? row.en : row.zh}</Link>{row.isExample && <small>{words.plans.example}</small>}</> },
          { name: 'place', title: words.plans.columns.place, show: (row) => row.place || nation },
          { name: 'years', title: words.plans.columns.years, show: (row) => years(row.startsOn.slice(0, 4), row.endsOn.slice(0, 4)) },
          { name: 'actions', title: words.plans.columns.actions, show: (row) => row.actions },
          { name: 'revision', title: words.plans.columns.revision, show: (row) => row.revision },
          { name: 'state', title: words.plans.columns.state, place: 'state', show: (row) => <StatusTag tone={tones[row.state]}>{states[row.state]}</StatusTag> },
          { name: 'cockpit', title: desk.menu.cockpit, show: (row) => (row.revision > 0 ? <Link to={`/desk/cockpit?plan=${row.id}`} aria-label={`${desk.menu.cockpit} ${locale === 'en' ? row.en : row.zh}`}>{choose.show}</Link> : '—') },
        ]}
      />
    </>
  );
}
