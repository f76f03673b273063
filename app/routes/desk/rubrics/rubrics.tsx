import { Link } from 'react-router';
import { listRubrics } from '#app/domain/pilot/rubrics/read.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { rubricsWords } from '#app/i18n/rubrics.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { longDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { cursorInput, query } from '#app/platform/query.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { KeysetTable } from '#app/ui/desk/keyset-table.tsx';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { z } from 'zod';
import type { Route } from './+types/rubrics.ts';

const Asked = z.object(cursorInput);

export function loader({ context, request }: Route.LoaderArgs) {
  return show(async () => ({ page: await listRubrics(context.get(ctxKey), query(request, Asked)) }));
}

export default function Rubrics({ loaderData: { page } }: Route.ComponentProps) {
  const words = useWords(rubricsWords);
  const locale = useLocale();
  return (
    <>
      <PageHead title={words.title} lead={words.lead} actions={<ButtonLink to="/desk/rubrics/new" type="primary">{words.draft}</ButtonLink>} />
      <KeysetTable
        page={page}
        empty={{ text: words.none, action: <ButtonLink to="/desk/rubrics/new">{words.draft}</ButtonLink> }}
        columns={[
          { name: 'name', title: words.columns.name, place: 'main', show: (row) => <><Link to={`/desk/rubrics/${row.id}`}>{locale === 'en' ? row.en : row.zh}</Link><small>{locale === 'en' ? row.editionEn : row.editionZh}</small></> },
          { name: 'level', title: words.columns.level, show: (row) => words.itemLevels[row.level] },
          { name: 'items', title: words.columns.items, show: (row) => row.items },
          { name: 'pass', title: words.columns.passMark, show: (row) => (row.passMark === null ? words.undecided : words.points(row.passMark)) },
          { name: 'from', title: words.columns.effectiveFrom, show: (row) => longDay(row.effectiveFrom, locale) },
          { name: 'state', title: words.columns.state, place: 'state', show: (row) => <StatusTag tone={row.state === 'published' ? 'good' : 'now'}>{words.states[row.state]}</StatusTag> },
        ]}
      />
    </>
  );
}
