import type { Area } from '#app/domain/city/cockpit/scorecard.ts';
import type { CellLight } from '#app/domain/city/cockpit/model.ts';
import { cityWords } from '#app/i18n/city.ts';
import { scorecardWords } from '#app/i18n/scorecard.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { siteWords } from '#app/i18n/site.ts';
import { statisticsDatabaseWords } from '#app/i18n/statistics-database.ts';
import { trajectoryWords } from '#app/i18n/trajectory.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { query } from '#app/platform/query.ts';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { ButtonLink } from '#app/ui/light/button.tsx';
import { Drawing } from '#app/ui/light/drawing.tsx';
import { Empty } from '#app/ui/light/empty.tsx';
import { Estimated, EstimateKey } from '#app/ui/light/estimated.tsx';
import { FilterBar } from '#app/ui/light/filters.tsx';
import type { DrawingName } from '#app/ui/light/motifs.ts';
import { Numbers } from '#app/ui/light/numbers.tsx';
import { Callout, PageHead, Section } from '#app/ui/light/section.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { Tag } from '#app/ui/light/tag.tsx';
import { PageTitle } from '../page-title.tsx';
import { AskedCard, type AreaShown, loadScorecard, type ScorecardPage } from './load.ts';
import { Mark, markOf, Marks, MarksKey } from './marks.tsx';
import type { Route } from './+types/scorecard.ts';

/** 落后多少: what is far behind bears two signs, as at the desk. */
const signs: Record<CellLight | 'hidden', string> = { reached: '', 'on-path': '', behind: '▼ ', 'far-behind': '▼▼ ', 'no-figure': '', 'not-due': '', 'not-asked': '', hidden: '' };

/** 各领域的图: one motif each. */
export const drawingOf: Record<Area, DrawingName> = { 0: 'star', 1: 'hand', 2: 'microphone', 3: 'house', 4: 'crossing', 5: 'swing' };

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(() => loadScorecard(context.get(ctxKey), params.code, query(request, AskedCard)));
}

/** 记分卡: what was promised to children and how far it is; pictures and squares first, the plain figures beneath. */
export default function ScorecardOfPlace({ loaderData: { region, card } }: Route.ComponentProps) {
  const words = useWords(scorecardWords);
  const { title } = useWords(cityWords);
  const site = useWords(siteWords);
  const heading = words.title(region.name);
  return (
    <>
      <div className="wrap">
        <PageTitle title={heading} about={words.lead} />
        <Breadcrumb label={site.crumb} links={[{ href: '/', label: site.nav.home }, { href: '/plans', label: title }]} here={region.name} />
        <PageHead title={heading} lead={words.lead} tags={card ? <>{card.plan.isExample ? <Tag kind="check">{words.example}</Tag> : null}<span>{words.year(card.year)}</span><a href={`/plans/${card.plan.id}`}>{card.plan.name}</a>{card.isOwn ? null : <span>{words.of(card.place)}</span>}</> : undefined} />
        {card?.plan.isExample ? <Callout kind="check">{words.exampleWhy}</Callout> : null}
        {card && card.years.length > 1 ? <FilterBar label={words.years} filters={card.years.map((year) => ({ href: `/scorecard/${region.code}?plan=${card.plan.id}&year=${year}`, label: words.year(year), current: year === card.year }))} /> : null}
        {card ? null : <Empty drawing="hop" text={words.none} action={<ButtonLink kind="quiet" href="/plans">{words.plans}</ButtonLink>} />}
      </div>
      {card ? <Card region={region} card={card} /> : null}
    </>
  );
}

function Card({ region, card }: { region: ScorecardPage['region']; card: NonNullable<ScorecardPage['card']> }) {
  const words = useWords(scorecardWords);
  const demo = card.plan.isExample;
  const number = (label: string, value: number) => ({ label, demo, parts: [{ value: String(value), unit: words.numbers.items }] });
  return (
    <>
      <div className="wrap"><a className="scorechild" href={`/child/scorecard/${region.code}?plan=${card.plan.id}&year=${card.year}`}><Drawing name="hop" size={64} ink="ink" weight={3} /><span><b>{words.child.title}</b><small>{words.child.text}</small></span><span className="go">{words.child.open}</span></a></div>
      <Section title={words.numbers.title} hideTitle tight>
        <Numbers demoWord={words.numbers.demo} items={[number(words.numbers.all, card.total.all), number(words.numbers.done, card.total.done), number(words.lights['on-path'], card.total.going), number(words.numbers.behind, card.total.behind), number(words.numbers.missing, card.total.missing), ...(card.total.later > 0 ? [number(words.lights['not-due'], card.total.later)] : []), ...(card.total.hidden > 0 ? [number(words.numbers.hidden, card.total.hidden)] : [])]} />
      </Section>
      <Section title={words.areasTitle} lead={words.areasLead} tight>
        <MarksKey words={words.key} />
        <ul className="scoreareas">
          {card.areas.map((each) => (
            <li key={each.area}>
              <Drawing name={drawingOf[each.area]} size={64} />
              <div><h3><a href={`#area-${each.area}`}>{words.areas[each.area]}</a></h3><Marks kept={each.kept} /><p>{words.sentence(each.kept)}</p></div>
            </li>
          ))}
        </ul>
      </Section>
      {card.areas.map((each, at) => <AreaTable key={each.area} each={each} planId={card.plan.id} isMist={at % 2 === 0} />)}
      <Section title={words.data} tight>
        <ul className="linklist">
          <li><a href={`/plans/${card.plan.id}`}>{words.whole}</a></li>
          <li><a href={`/api/v1/plans/${card.plan.id}`}>{words.json}</a></li>
          {card.isOwn ? null : <li><a href={`/scorecard/${card.plan.regionCode}?plan=${card.plan.id}&year=${card.year}`}>{words.up(card.place)}</a></li>}
        </ul>
        {card.regions.length > 0 && card.plan.regionCode.length === 4 ? <><h3>{words.districts}</h3><p className="row scoreplaces">{card.regions.map(({ code, name }) => <a key={code} href={`/scorecard/${code}?plan=${card.plan.id}&year=${card.year}`}>{name}</a>)}</p></> : null}
        <p className="note">{words.how}</p>
      </Section>
    </>
  );
}

function AreaTable({ each, planId, isMist }: { each: AreaShown; planId: string; isMist: boolean }) {
  const words = useWords(scorecardWords);
  const { estimate } = useWords(trajectoryWords);
  const { breaks } = useWords(statisticsDatabaseWords);
  const locale = useLocale();
  const turns = each.rows.flatMap((row) => row.breaks);
  return (
    <Section id={`area-${each.area}`} title={words.areas[each.area]!} lead={words.sentence(each.kept)} mist={isMist} tight>
      <div className="scoretable"><DataTable
        caption={words.areas[each.area]!} rows={each.rows} keyOf={(row) => row.key}
        columns={[
          { head: words.table.name, isName: true, cell: (row) => <><a href={`/plans/${planId}/actions/${row.action}`}>{row.plain ?? row.name}</a>{row.plain ? <small className="scoreofficial">{words.official(row.name)}</small> : null}</> },
          { head: words.table.target, right: true, cell: (row) => row.target || '—' },
          { head: words.table.actual, right: true, cell: (row) => row.actual ? <Estimated is={row.isEstimate} words={estimate}>{`${row.actual}${row.breaks.length > 0 ? ' ‡' : ''}`}</Estimated> : <span className="muted">{words.missing}</span> },
          { head: words.table.state, cell: (row) => <><span className="scorestate"><Mark kind={markOf[row.light]} />{`${signs[row.light]}${words.lights[row.light]}`}</span>{row.why ? <small className="scorewhy">{row.why}</small> : null}</> },
          { head: words.table.period, cell: (row) => row.period || '—' },
        ]}
      /></div>
      {each.rows.some(({ isEstimate }) => isEstimate) ? <EstimateKey words={estimate} /> : null}
      {turns.length > 0 ? <p className="note">{[breaks.legend, ...turns].join(locale === 'en' ? ' ' : '')}</p> : null}
    </Section>
  );
}
