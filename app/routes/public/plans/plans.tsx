import { z } from 'zod';
import { listPlans } from '#app/domain/city/city-plans/read.ts';
import { cityWords } from '#app/i18n/city.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { servingWords } from '#app/i18n/serving.ts';
import { siteWords } from '#app/i18n/site.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { cursorInput, query } from '#app/platform/query.ts';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { ButtonLink } from '#app/ui/light/button.tsx';
import { Empty } from '#app/ui/light/empty.tsx';
import { FilterBar } from '#app/ui/light/filters.tsx';
import { Pager } from '#app/ui/light/pager.tsx';
import { PageHead } from '#app/ui/light/section.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import { PageTitle } from '../page-title.tsx';
import { told } from './words.ts';
import type { Route } from './+types/plans.ts';

const Asked = z.object({ ...cursorInput, region: z.string().regex(/^\d{2,6}$/).optional(), state: z.enum(['published', 'closed']).optional() });

export function loader({ request, context }: Route.LoaderArgs) {
  const asked = query(request, Asked);
  return show(async () => ({ asked, page: await listPlans(context.get(ctxKey), asked) }));
}

/** 公布的行动计划. */
export default function Plans({ loaderData: { asked, page } }: Route.ComponentProps) {
  const words = useWords(cityWords);
  const site = useWords(siteWords);
  const serves = useWords(servingWords);
  const locale = useLocale();
  const to = (changed: Record<string, string | undefined>) => {
    const given = Object.entries({ region: asked.region, state: asked.state, ...changed }).filter((pair): pair is [string, string] => pair[1] !== undefined);
    return given.length > 0 ? `/plans?${new URLSearchParams(given)}` : '/plans';
  };
  return (
    <div className="wrap body">
      <PageTitle title={words.title} about={words.lead} />
      <Breadcrumb label={site.crumb} links={[{ href: '/', label: site.nav.home }]} here={words.title} />
      <PageHead title={words.title} lead={words.lead} />
      <p><a href="/plans/serving">{serves.title}</a></p>
      <FilterBar
        label={words.by.state}
        filters={[undefined, 'published', 'closed'].map((state) => ({ href: to({ state }), label: state ? words.states[state as 'published' | 'closed'] : words.all, current: asked.state === state }))}
      />
      {page.rows.length === 0 ? <Empty drawing="hop" text={words.none} action={<ButtonLink kind="quiet" href="/">{site.nav.home}</ButtonLink>} /> : (
        <ul className="cityplans">
          {page.rows.map((row) => (
            <li key={row.id}>
              <h2><a href={`/plans/${row.id}`}>{told(row, locale)}</a></h2>
              <p className="row close small muted">
                <Tag kind={row.state === 'closed' ? 'plain' : 'ok'}>{words.states[row.state]}</Tag>{row.isExample ? <Tag kind="check">{words.example}</Tag> : null}
                <span>{row.place || words.nation}</span><span>{words.years(row.startsOn.slice(0, 4), row.endsOn.slice(0, 4))}</span><span>{words.counts(row.actions, row.indicators)}</span>{/^\d{4,6}$/.test(row.regionCode) ? <a href={`/scorecard/${row.regionCode}?plan=${row.id}`}>{words.scorecard}</a> : null}
              </p>
            </li>
          ))}
        </ul>
      )}
      <Pager prev={page.previous ? to({ before: page.previous }) : undefined} next={page.next ? to({ after: page.next }) : undefined} words={{ label: words.title, prev: site.previous, next: site.next }} />
    </div>
  );
}
