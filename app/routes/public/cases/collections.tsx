import { listCollections } from '#app/domain/pilot/case-library/collections.ts';
import { casesWords } from '#app/i18n/cases.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { siteWords } from '#app/i18n/site.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { ButtonLink } from '#app/ui/light/button.tsx';
import { Empty } from '#app/ui/light/empty.tsx';
import { PageHead } from '#app/ui/light/section.tsx';
import { PageTitle } from '../page-title.tsx';
import type { Route } from './+types/collections.ts';

export function loader({ context }: Route.LoaderArgs) {
  return show(async () => ({ rows: await listCollections(context.get(ctxKey)) }));
}

/** 案例专辑. */
export default function Collections({ loaderData: { rows } }: Route.ComponentProps) {
  const words = useWords(casesWords);
  const site = useWords(siteWords);
  const en = useLocale() === 'en';
  return (
    <div className="wrap body">
      <PageTitle title={words.collections} about={words.collectionsLead} />
      <Breadcrumb label={site.crumb} links={[{ href: '/', label: site.nav.home }, { href: '/cases', label: words.title }]} here={words.collections} />
      <PageHead title={words.collections} lead={words.collectionsLead} />
      {rows.length === 0 ? <Empty drawing="book" text={words.noCollections} action={<ButtonLink kind="quiet" href="/cases">{words.title}</ButtonLink>} /> : (
        <ul className="cases">
          {rows.map((row) => (
            <li key={row.id}>
              <h2><a href={`/cases/collections/${row.id}`}>{en ? row.titleEn : row.title}</a></h2>
              <p>{en && row.introEn ? row.introEn : row.intro}</p>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
