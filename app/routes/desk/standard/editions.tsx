import { Link } from 'react-router';
import { listEditionsAtDesk } from '#app/domain/base/standard/at-desk.ts';
import { inLanguage } from '#app/domain/base/standard/model.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { standardWords } from '#app/i18n/standard.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { KeysetTable } from '#app/ui/desk/keyset-table.tsx';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import type { Route } from './+types/editions.ts';

export function loader({ context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    return { rows: await listEditionsAtDesk(ctx) };
  });
}

export default function EditionsPage({ loaderData }: Route.ComponentProps) {
  const { desk } = useWords(standardWords);
  const locale = useLocale();
  return (
    <>
      <PageHead title={desk.title} lead={desk.lead} actions={<ButtonLink to="/desk/standard/import" type="primary">{desk.import}</ButtonLink>} />
      <KeysetTable
        page={loaderData}
        empty={{ text: desk.none }}
        columns={[
          { name: 'name', title: desk.columns.name, place: 'main', show: (row) => <Link to={`/desk/standard/${row.id}`}>{inLanguage(row, locale)}</Link> },
          { name: 'id', title: desk.columns.id, show: (row) => row.id },
          { name: 'day', title: desk.columns.day, show: (row) => (row.publishedAt ? beijingDay(new Date(row.publishedAt)) : '—') },
          {
            name: 'state', title: desk.columns.state, place: 'state',
            show: (row) => <StatusTag tone={row.state === 'published' ? 'good' : 'now'}>{row.state === 'published' ? desk.published : desk.draft}</StatusTag>,
          },
        ]}
      />
    </>
  );
}
