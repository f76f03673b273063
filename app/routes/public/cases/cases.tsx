import { useRouteLoaderData } from 'react-router';
import { z } from 'zod';
import { ageBands, tags } from '#app/domain/pilot/case-library/model.ts';
import { listCollections } from '#app/domain/pilot/case-library/collections.ts';
import { listCases } from '#app/domain/pilot/case-library/read.ts';
import { inLanguage } from '#app/domain/base/standard/model.ts';
import { currentEdition } from '#app/domain/base/standard/read.ts';
import { casesWords } from '#app/i18n/cases.ts';
import { homeWords } from '#app/i18n/home.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { siteWords } from '#app/i18n/site.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { cursorInput, query, searchInput } from '#app/platform/query.ts';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { Button, ButtonLink } from '#app/ui/light/button.tsx';
import { Empty } from '#app/ui/light/empty.tsx';
import { FilterBar } from '#app/ui/light/filters.tsx';
import { Pager } from '#app/ui/light/pager.tsx';
import { PageHead } from '#app/ui/light/section.tsx';
import { PageTitle } from '../page-title.tsx';
import { CaseCards } from './case-card.tsx';
import type { Route } from './+types/cases.ts';

const Asked = z.object({
  ...cursorInput, q: searchInput, rule: z.string().max(8).optional().catch(undefined), section: z.string().max(2).optional().catch(undefined),
  tag: z.enum(tags).optional().catch(undefined), age: z.enum(ageBands).optional().catch(undefined), cost: z.coerce.number().int().min(0).optional().catch(undefined),
  region: z.string().regex(/^\d{2,12}$/).optional().catch(undefined),
});

export function loader({ request, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const asked = query(request, Asked);
  return show(async () => {
    const { cost, ...filter } = asked;
    const page = await listCases(ctx, { ...filter, mostCost: cost });
    const sections = (await currentEdition(ctx)).sections.map(({ id, zh, en }) => ({ id, zh, en }));
    return { page, asked, sections, hasCollections: (await listCollections(ctx)).length > 0 };
  });
}

/** 案例库. */
export default function Cases({ loaderData: { page, asked, sections, hasCollections } }: Route.ComponentProps) {
  const words = useWords(casesWords);
  const site = useWords(siteWords);
  const demo = useWords(homeWords).numbers.demo;
  const { isDemo = false } = (useRouteLoaderData('root') as { isDemo: boolean } | undefined) ?? {};
  const locale = useLocale();
  const { after: _, before: __, ...chosen } = asked;
  const address = (change: Partial<Record<keyof typeof asked, string | undefined>>) => {
    const given = Object.entries({ ...chosen, ...change }).filter((pair): pair is [string, string] => pair[1] !== undefined && pair[1] !== '').map(([name, value]) => [name, String(value)]);
    return given.length > 0 ? `/cases?${new URLSearchParams(given)}` : '/cases';
  };
  const isFiltered = Object.values(chosen).some((value) => value !== undefined);
  const bar = (name: 'section' | 'tag' | 'age' | 'cost', options: { value: string; label: string }[]) => (
    <FilterBar
      label={words.by[name]}
      filters={[
        { href: address({ [name]: undefined }), label: words.all, current: chosen[name] === undefined },
        ...options.map(({ value, label }) => ({ href: address({ [name]: value }), label, current: String(chosen[name] ?? '') === value })),
      ]}
    />
  );
  return (
    <div className="wrap body">
      <PageTitle title={words.title} about={words.lead} />
      <Breadcrumb label={site.crumb} links={[{ href: '/', label: site.nav.home }]} here={words.title} />
      <PageHead title={words.title} lead={words.lead} />
      <div className="stacked">
        <form className="row" role="search">
          {Object.entries(chosen).flatMap(([name, value]) => (name === 'q' || value === undefined ? [] : <input key={name} type="hidden" name={name} value={String(value)} />))}
          <input className="in grow" type="search" name="q" defaultValue={asked.q} maxLength={40} aria-label={words.search} placeholder={words.search} />
          <Button kind="quiet">{words.go}</Button>
          {hasCollections ? <ButtonLink kind="plain" href="/cases/collections">{words.collections}</ButtonLink> : null}
        </form>
        {bar('section', sections.map((section) => ({ value: section.id, label: `${section.id} ${inLanguage(section, locale)}` })))}
        {bar('tag', tags.map((value) => ({ value, label: words.tags[value] })))}
        {bar('age', ageBands.map((value) => ({ value, label: words.ages[value] })))}
        {bar('cost', Object.entries(words.costs).map(([value, label]) => ({ value, label })))}
        {asked.rule ? <FilterBar label={words.by.rule} filters={[{ href: address({ rule: undefined }), label: `${asked.rule} ×`, current: true }]} /> : null}
      </div>
      {page.rows.length > 0 ? <CaseCards head="h2" rows={page.rows} demoWord={isDemo ? demo : undefined} /> : (
        <Empty drawing="book" text={isFiltered ? words.none : words.noneYet} action={isFiltered ? <ButtonLink kind="quiet" href="/cases">{words.clear}</ButtonLink> : <ButtonLink kind="quiet" href="/standard">{site.nav.standard}</ButtonLink>} />
      )}
      <Pager
        prev={page.previous ? `${address({})}${isFiltered ? '&' : '?'}before=${page.previous}` : undefined}
        next={page.next ? `${address({})}${isFiltered ? '&' : '?'}after=${page.next}` : undefined}
        words={{ label: words.caption, prev: site.previous, next: site.next }}
      />
    </div>
  );
}
