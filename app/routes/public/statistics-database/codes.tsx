import { z } from 'zod';
import { isRegionCode } from '#app/domain/base/regions/model.ts';
import { indicatorsByCode, listBreakdowns } from '#app/domain/city/indicators/read.ts';
import { periodOf } from '#app/domain/city/indicators/period.ts';
import { categoryOf, dataSetOf, groupToCode, periodToAdx, periodToSdmx, regionToCode } from '#app/domain/city/statistics-database/codes.ts';
import { placesOf } from '#app/domain/city/statistics-database/places.ts';
import { cityWords } from '#app/i18n/city.ts';
import { useWords } from '#app/i18n/pair.ts';
import { siteWords } from '#app/i18n/site.ts';
import { statisticsDatabaseWords } from '#app/i18n/statistics-database.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { query } from '#app/platform/query.ts';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { PageHead, Section } from '#app/ui/light/section.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { PageTitle } from '../page-title.tsx';
import { told } from '../plans/words.ts';
import { periodName } from './names.ts';
import type { Route } from './+types/codes.ts';

const Asked = z.object({ r: z.string().refine(isRegionCode).default('*') });

export function loader({ request, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const { r } = query(request, Asked);
  return show(async () => {
    const [indicators, groups, places] = await Promise.all([indicatorsByCode(ctx), listBreakdowns(ctx), placesOf(ctx, r, 'with-below')]);
    const { locale } = ctx;
    const nation = statisticsDatabaseWords[locale].region.nation;
    const year = Number(beijingDay(ctx.now).slice(0, 4)) - 1;
    return {
      here: places.here.name || nation,
      indicators: [...indicators.values()].map(({ code, definition }) => ({ code, name: told(definition, locale), unit: cityWords[locale].units[definition.unit] })),
      regions: places.meant.map(({ code, name }) => ({ code, name: name || nation, as: regionToCode(code), hasBelow: code !== places.here.code && code.length < 12 })),
      periods: [periodOf(year), periodOf(year, 'half-year', 2), periodOf(year, 'quarter', 3), periodOf(year, 'month', 6)].map((period) => ({ period, name: periodName(period, locale), sdmx: periodToSdmx(period), adx: periodToAdx(period), set: dataSetOf(period) })),
      groups: groups.map((each) => ({ id: each.id, name: told(each, locale), code: groupToCode(each.id), category: each.id === 0 ? '' : categoryOf(each.dimension) })),
    };
  });
}

/** 代码对照: what everything is called in messages to other systems. */
export default function Codes({ loaderData: { here, indicators, regions, periods, groups } }: Route.ComponentProps) {
  const words = useWords(statisticsDatabaseWords);
  const site = useWords(siteWords);
  const { codes } = words;
  const mono = (text: string) => <code>{text}</code>;
  return (
    <>
      <div className="wrap">
        <PageTitle title={`${codes.title} · ${words.title}`} about={codes.lead} />
        <Breadcrumb label={site.crumb} links={[{ href: '/', label: site.nav.home }, { href: '/statistics-database', label: words.title }]} here={codes.title} />
        <PageHead title={codes.title} lead={codes.lead} />
      </div>
      <Section title={`${codes.periods} · TIME_PERIOD · period`} tight>
        <DataTable caption={codes.periods} rows={periods} keyOf={({ sdmx }) => sdmx} columns={[{ head: codes.name, isName: true, cell: ({ name }) => name }, { head: codes.sdmx, cell: ({ sdmx }) => mono(sdmx) }, { head: codes.adx, cell: ({ adx }) => mono(adx) }, { head: codes.dataSet, cell: ({ set }) => mono(set) }]} />
      </Section>
      <Section title={`${codes.groups} · GROUP`} mist tight>
        <DataTable caption={codes.groups} rows={groups} keyOf={({ code }) => code} columns={[{ head: codes.name, isName: true, cell: ({ name }) => name }, { head: codes.sdmx, cell: ({ code }) => mono(code) }, { head: codes.adx, cell: ({ code, category }) => (category ? mono(`${category}="${code}"`) : codes.total) }]} />
      </Section>
      <Section title={`${codes.regions} · REF_AREA · orgUnit`} lead={here} tight>
        <DataTable phone="table" caption={codes.regions} rows={regions} keyOf={({ code }) => code} columns={[{ head: codes.name, isName: true, cell: ({ code, name, hasBelow }) => (hasBelow ? <a href={`/statistics-database/codes?r=${code}`}>{name}</a> : name) }, { head: codes.ours, cell: ({ code }) => mono(code) }, { head: `${codes.sdmx} · ${codes.adx}`, cell: ({ as }) => mono(as) }]} />
      </Section>
      <Section title={`${codes.indicators} · INDICATOR · dataElement`} mist tight>
        <DataTable phone="table" caption={codes.indicators} rows={indicators} keyOf={({ code }) => code} columns={[{ head: codes.name, isName: true, cell: ({ name }) => name }, { head: `${codes.sdmx} · ${codes.adx}`, cell: ({ code }) => mono(code) }, { head: codes.unit, cell: ({ unit }) => unit || '—' }]} />
      </Section>
    </>
  );
}
