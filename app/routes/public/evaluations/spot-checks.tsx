import { publicSpotChecks } from '#app/domain/pilot/evaluation/spot-check-read.ts';
import { evaluationWords } from '#app/i18n/evaluation.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { siteWords } from '#app/i18n/site.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay, shortDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { Empty } from '#app/ui/light/empty.tsx';
import { PageHead } from '#app/ui/light/section.tsx';
import { PageTitle } from '../page-title.tsx';
import type { Route } from './+types/spot-checks.ts';

export function loader({ context }: Route.LoaderArgs) {
  return show(async () => ({ rows: await publicSpotChecks(context.get(ctxKey)) }));
}

/** 公布的抽查. */
export default function PublicSpotChecks({ loaderData: { rows } }: Route.ComponentProps) {
  const { public: words, spot } = useWords(evaluationWords);
  const site = useWords(siteWords);
  const locale = useLocale();
  return (
    <div className="wrap body">
      <PageTitle title={words.spotTitle} />
      <Breadcrumb label={site.crumb} links={[{ href: '/', label: site.nav.home }]} here={words.spotTitle} />
      <PageHead title={words.spotTitle} lead={words.spotLead} />
      {rows.length === 0 ? <Empty text={words.spotNone} /> : (
        <ul className="linklist">
          {rows.map((row) => (
            <li key={row.id}>
              <a href={`/spot-checks/${row.id}`}>{row.title}</a>
              <small>{`${shortDay(beijingDay(row.drawnAt), locale)} · ${spot.columns.size} ${row.drawn} · ${spot.columns.found} ${row.found}`}</small>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
