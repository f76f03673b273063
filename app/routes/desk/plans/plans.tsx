import { Link } from 'react-router';
import { z } from 'zod';
import { listOwnPlans } from '#app/domain/city/city-plans/read.ts';
import { cityWords } from '#app/i18n/city.ts';
import { cityDeskWords } from '#app/i18n/city-desk.ts';
import { planTableWords } from '#app/i18n/plan-tables.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { cursorInput, query } from '#app/platform/query.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { KeysetTable } from '#app/ui/desk/keyset-table.tsx';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import type { Route } from './+types/plans.ts';

const Asked = z.object(cursorInput);
export const tones = { draft: 'now', published: 'good', closed: 'rest' } as const;

export function loader({ context, request }: Route.LoaderArgs) {
  return show(async () => ({ page: await listOwnPlans(context.get(ctxKey), query(request, Asked)) }));
}

/** 行动计划列表. */
export default function DeskPlans({ loaderData: { page } }: Route.ComponentProps) {
  const words = useWords(cityDeskWords);
  const { states, years, nation } = useWords(cityWords);
  const locale = useLocale();
  const start = <><ButtonLink to="/desk/plans/import">{useWords(planTableWords).from}</ButtonLink><ButtonLink to="/desk/plans/new" type="primary">{words.plans.start}</ButtonLink></>;
  return (
    <>
      <PageHead title={words.plans.title} lead={words.plans.lead} actions={start} />
      <KeysetTable
        page={page} empty={{ text: words.plans.none, action: start }}
        columns={[
          { name: 'name', title: words.plans.columns.name, place: 'main', show: (row) => <><Link to={`/desk/plans/${row.id}`}>{locale === 'en' ? row.en : row.zh}</Link>{row.isExample && <small>{words.plans.example}</small>}</> },
          { name: 'place', title: words.plans.columns.place, show: (row) => row.place || nation },
          { name: 'years', title: words.plans.columns.years, show: (row) => years(row.startsOn.slice(0, 4), row.endsOn.slice(0, 4)) },
          { name: 'actions', title: words.plans.columns.actions, show: (row) => row.actions },
          { name: 'revision', title: words.plans.columns.revision, show: (row) => row.revision },
          { name: 'state', title: words.plans.columns.state, place: 'state', show: (row) => <StatusTag tone={tones[row.state]}>{states[row.state]}</StatusTag> },
        ]}
      />
    </>
  );
}
