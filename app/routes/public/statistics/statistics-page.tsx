import { useRouteLoaderData } from 'react-router';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { siteWords } from '#app/i18n/site.ts';
import { statisticsWords } from '#app/i18n/statistics.ts';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { ButtonLink } from '#app/ui/light/button.tsx';
import { Empty } from '#app/ui/light/empty.tsx';
import { Numbers } from '#app/ui/light/numbers.tsx';
import { PageHead, Section } from '#app/ui/light/section.tsx';
import { tiles } from '#app/ui/light/tile-places.ts';
import { PageTitle } from '../page-title.tsx';
import { About } from './about.tsx';
import { ChildrenTable } from './children-table.tsx';
import { Conditions } from './conditions.tsx';
import { Gaps, Musts } from './gaps.tsx';
import { linkTo } from './links.ts';
import type { Full, StatisticsData } from './load.ts';
import { many, tenth } from './numbers.ts';
import { OneSheet } from './one-sheet.tsx';
import { Places } from './places.tsx';
import { Sections, Spread, Years } from './spread.tsx';

/** 统计页: nation, province, city, county, street or one community, each with the same questions and the same order. */
export function StatisticsPage({ data }: { data: StatisticsData }) {
  const words = useWords(statisticsWords);
  const site = useWords(siteWords);
  const locale = useLocale();
  const { region, path } = 'figures' in data ? data.figures : data.empty;
  const named = (step: { code: string; name: string }) => (step.code === '*' ? words.nation : ((locale === 'en' && tiles[step.code]?.en) || step.name));
  const place = named(region);
  const above = [{ code: '*', name: '' }, ...path.filter((step) => step.code !== region.code)];
  return (
    <>
      <div className="wrap">
        <PageTitle title={words.titleOf(place)} about={words.lead} />
        <Breadcrumb
          label={site.crumb}
          links={[
            { href: '/', label: site.nav.home },
            ...(region.code === '*' ? [] : above.map((step) => ({ href: linkTo(step.code, data.question, { map: undefined }), label: step.code === '*' ? words.title : named(step) }))),
          ]}
          here={region.code === '*' ? words.title : place}
        />
        <PageHead title={words.titleOf(place)} lead={words.lead} />
      </div>
      {'figures' in data ? <Filled data={data} place={place} /> : (
        <Section title={place} hideTitle tight>
          <Empty
            text={data.empty.sets.length === 0 ? words.none : words.noneHere}
            {...(data.empty.sets.length > 0 || region.code !== '*' ? { action: <ButtonLink kind="quiet" href="/statistics">{words.toNation}</ButtonLink> } : {})}
          />
        </Section>
      )}
      <ChildrenTable kids={data.kids} code={data.code} place={place} below={'figures' in data ? data.figures.children : []} />
      {'figures' in data ? <About data={data} place={place} /> : null}
    </>
  );
}

function Filled({ data, place }: { data: Full; place: string }) {
  const words = useWords(statisticsWords);
  const locale = useLocale();
  const root = useRouteLoaderData('root') as { isDemo: boolean } | undefined;
  const { figures } = data;
  const { own, set } = figures;
  const isNothing = own.communities === 0;
  const asked = own.counts.met + own.counts.partly + own.counts.notMet;
  const demo = Boolean(root?.isDemo);
  const section = figures.sections.find(({ id }) => id === data.question.section);
  const mean = section ? section.value : own.mean;
  return (
    <>
      <Conditions data={data} />
      <Section title={words.numbers.title} hideTitle tight>
        {isNothing ? <Empty text={words.noneHere} action={<ButtonLink kind="quiet" href="/statistics">{words.toNation}</ButtonLink>} /> : (
          <Numbers
            demoWord={words.numbers.demo}
            items={[
              { label: words.numbers.communities, demo, parts: [{ value: many(own.communities, locale), unit: words.numbers.unit }] },
              { label: section ? `${words.numbers.mean} · ${section.name}` : words.numbers.mean, demo, parts: [{ value: tenth(mean), unit: words.numbers.points }] },
              { label: words.numbers.musts, demo, parts: [{ value: many(own.allMusts, locale), unit: words.numbers.unit }] },
              { label: words.numbers.unmet, demo, parts: [{ value: asked === 0 ? '—' : tenth((100 * (own.counts.partly + own.counts.notMet)) / asked), unit: words.numbers.percent }] },
            ]}
          />
        )}
        <p className="note">{words.said(words.streams[set.stream], words.streamsWhy[set.stream])}</p>
      </Section>
      {isNothing ? null : (
        <>
          <Places data={data} place={place} />
          <Sections data={data} />
          {data.one ? <OneSheet one={data.one} set={set} /> : null}
          {own.communities > 1 ? <Spread data={data} /> : null}
          <Years data={data} />
          <Gaps data={data} />
          <Musts data={data} />
        </>
      )}
    </>
  );
}
