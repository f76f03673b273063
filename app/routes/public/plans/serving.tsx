import { z } from 'zod';
import { inLanguage, rulesOf } from '#app/domain/base/standard/model.ts';
import { currentEdition } from '#app/domain/base/standard/read.ts';
import { type ServingPage, servingWhat } from '#app/domain/city/city-plans/serving.ts';
import { frames } from '#app/domain/city/indicators/model.ts';
import { indicatorsByCode, targetsSpokenTo } from '#app/domain/city/indicators/read.ts';
import { cityWords } from '#app/i18n/city.ts';
import { useWords } from '#app/i18n/pair.ts';
import { servingWords } from '#app/i18n/serving.ts';
import { siteWords } from '#app/i18n/site.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { cursorInput, query } from '#app/platform/query.ts';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { FilterBar } from '#app/ui/light/filters.tsx';
import { Pager } from '#app/ui/light/pager.tsx';
import { PageHead } from '#app/ui/light/section.tsx';
import { PageTitle } from '../page-title.tsx';
import { ServingList } from './serving-list.tsx';
import { told } from './words.ts';
import type { Route } from './+types/serving.ts';

const Asked = z.object({ ...cursorInput, frame: z.enum(frames).catch('standard').default('standard'), target: z.string().max(20).regex(/^[A-Za-z0-9.-]+$/).optional().catch(undefined) });

export function loader({ request, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const { frame, target, ...cursor } = query(request, Asked);
  return show(async () => {
    const spoken = (await targetsSpokenTo(ctx))[frame];
    const rules = frame === 'standard' ? rulesOf(await currentEdition(ctx)) : [];
    const known = frame === 'outline' ? await indicatorsByCode(ctx, spoken) : new Map<string, { definition: { zh: string; en: string } }>();
    const { unicef } = cityWords[ctx.locale];
    const nameOf = (each: string) => {
      if (frame === 'unicef') return unicef[Number(each)] ?? each;
      const rule = rules.find(({ id }) => id === each);
      const indicator = known.get(each);
      return [each, rule ? inLanguage(rule, ctx.locale) : indicator ? told(indicator.definition, ctx.locale) : ''].join(' ').trim();
    };
    const page: ServingPage = target ? await servingWhat(ctx, frame, target, cursor) : { rows: [] };
    const all = frame === 'standard' ? rules.map(({ id }) => id) : spoken;
    return { frame, target, name: target ? nameOf(target) : '', targets: all.map((each) => ({ id: each, name: nameOf(each), isServed: spoken.includes(each) })), page };
  });
}

/** 按规范、纲要和目标找行动. */
export default function ServingSearch({ loaderData: { frame, target, name, targets, page } }: Route.ComponentProps) {
  const words = useWords(servingWords);
  const city = useWords(cityWords);
  const site = useWords(siteWords);
  const { rows, next, previous } = page;
  const to = (cursor: Record<string, string>) => `/plans/serving?${new URLSearchParams({ frame, target: target ?? '', ...cursor })}`;
  const actions = new Set(rows.flatMap(({ uses }) => uses.map((use) => `${use.planId} ${use.action}`))).size;
  return (
    <div className="wrap body">
      <PageTitle title={target ? words.serves(name) : words.title} about={words.lead} />
      <Breadcrumb label={site.crumb} links={[{ href: '/', label: site.nav.home }, { href: '/plans', label: city.title }]} here={words.title} />
      <PageHead title={words.title} lead={words.lead} />
      <FilterBar label={words.title} filters={frames.map((each) => ({ href: `/plans/serving?frame=${each}`, label: words.frames[each], current: frame === each }))} />
      <form method="get" className="askdata" action="/plans/serving">
        <input type="hidden" name="frame" value={frame} />
        <label>
          <span>{words.frames[frame]}</span>
          <select name="target" className="in" defaultValue={target ?? ''} required>
            <option value="">{words.choose}</option>
            {targets.map((each) => <option key={each.id} value={each.id}>{each.name}{each.isServed ? '' : words.unserved}</option>)}
          </select>
        </label>
        <p className="row"><button type="submit" className="btn">{words.look}</button></p>
      </form>
      {target ? (
        <section className="sec tight">
          <h2>{frame === 'standard' ? <a href={`/standard/${target}`}>{name}</a> : name}</h2>
          {rows.length === 0 ? <p>{words.none}</p> : <><p className="muted">{next || previous ? words.onPage(rows.length, actions) : words.counts(rows.length, actions)}</p><ServingList rows={rows} isPart={Boolean(next || previous)} /></>}
          <Pager prev={previous ? to({ before: previous }) : undefined} next={next ? to({ after: next }) : undefined} words={{ label: words.title, prev: site.previous, next: site.next }} />
        </section>
      ) : null}
    </div>
  );
}
