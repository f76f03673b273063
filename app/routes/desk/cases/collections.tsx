import { Link } from 'react-router';
import { listCollections } from '#app/domain/pilot/case-library/collections.ts';
import { casesWords } from '#app/i18n/cases.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { KeysetTable } from '#app/ui/desk/keyset-table.tsx';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import type { Route } from './+types/collections.ts';

export function loader({ context }: Route.LoaderArgs) {
  return show(async () => ({ rows: await listCollections(context.get(ctxKey), { all: true }) }));
}

/** 案例专辑 at the desk. */
export default function DeskCollections({ loaderData: { rows } }: Route.ComponentProps) {
  const { desk: words, title } = useWords(casesWords);
  const en = useLocale() === 'en';
  return (
    <>
      <PageHead title={words.collections} lead={words.collectionsLead} crumbs={[{ label: title, to: '/desk/cases' }]} actions={<ButtonLink to="/desk/case-collections/new" type="primary">{words.newCollection}</ButtonLink>} />
      <KeysetTable
        page={{ rows }}
        empty={{ text: words.noCollections }}
        columns={[
          { name: 'title', title: words.titleZh, place: 'main', show: (row) => <Link to={`/desk/case-collections/${row.id}`}><b>{en ? row.titleEn : row.title}</b></Link> },
          { name: 'intro', title: words.introZh, place: 'wide', show: (row) => (en && row.introEn ? row.introEn : row.intro) },
          { name: 'state', title: words.columns.state, place: 'state', show: (row) => <StatusTag tone={row.isShown ? 'good' : 'rest'}>{row.isShown ? words.shown : words.hidden}</StatusTag> },
        ]}
      />
    </>
  );
}
