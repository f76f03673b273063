import { statisticsDatabaseWords } from '#app/i18n/statistics-database.ts';
import { useWords } from '#app/i18n/pair.ts';
import { siteWords } from '#app/i18n/site.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { PageHead } from '#app/ui/light/section.tsx';
import { PageTitle } from '../page-title.tsx';
import { AskForm } from './ask-form.tsx';
import { loadStatisticsDatabase } from './load.ts';
import { Examples, ResultView } from './result.tsx';
import type { Route } from './+types/statistics-database.ts';

export function loader({ request, context }: Route.LoaderArgs) {
  return show(() => loadStatisticsDatabase(context.get(ctxKey), request));
}

/** 儿童发展统计数据库: one form that asks, one answer below it; the address is the question. */
export default function StatisticsDatabase({ loaderData: page }: Route.ComponentProps) {
  const words = useWords(statisticsDatabaseWords);
  const site = useWords(siteWords);
  return (
    <>
      <div className="wrap">
        <PageTitle title={page.result ? `${page.result.caption} · ${words.title}` : words.title} about={words.lead} />
        <Breadcrumb label={site.crumb} links={[{ href: '/', label: site.nav.home }, { href: '/statistics', label: site.foot.statistics }]} here={words.title} />
        <PageHead title={words.title} lead={words.lead} />
        {page.result ? <p className="asktoresult"><a className="btn quiet small" href="#result">{words.toResult}</a></p> : null}
        <AskForm page={page} />
      </div>
      {page.result ? <ResultView page={page} result={page.result} /> : <Examples />}
    </>
  );
}
