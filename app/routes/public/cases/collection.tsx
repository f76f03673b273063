import { getCollection } from '#app/domain/pilot/case-library/collections.ts';
import { casesWords } from '#app/i18n/cases.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { siteWords } from '#app/i18n/site.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { PageHead } from '#app/ui/light/section.tsx';
import { PageTitle } from '../page-title.tsx';
import { CaseCards } from './case-card.tsx';
import type { Route } from './+types/collection.ts';

export function loader({ params, context }: Route.LoaderArgs) {
  return show(async () => ({ collection: await getCollection(context.get(ctxKey), params.id) }));
}

/** 一个专辑. */
export default function CollectionPage({ loaderData: { collection } }: Route.ComponentProps) {
  const words = useWords(casesWords);
  const site = useWords(siteWords);
  const en = useLocale() === 'en';
  const title = en ? collection.titleEn : collection.title;
  return (
    <div className="wrap body">
      <PageTitle title={title} about={en ? collection.introEn : collection.intro} />
      <Breadcrumb label={site.crumb} links={[{ href: '/', label: site.nav.home }, { href: '/cases', label: words.title }, { href: '/cases/collections', label: words.collections }]} here={title} />
      <PageHead title={title} lead={en && collection.introEn ? collection.introEn : collection.intro} tags={<span>{words.casesIn(collection.cases.length)}</span>} />
      <CaseCards head="h2" rows={collection.cases} />
    </div>
  );
}
