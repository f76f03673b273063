import { mapValues } from '#app/domain/public/statistics/model.ts';
import type { RegionLine } from '#app/domain/public/statistics/region-figures.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { statisticsWords } from '#app/i18n/statistics.ts';
import { FilterBar } from '#app/ui/light/filters.tsx';
import { ProvinceMap } from '#app/ui/light/province-map.tsx';
import { Section } from '#app/ui/light/section.tsx';
import { TileMap } from '#app/ui/light/tile-map.tsx';
import { tiles } from '#app/ui/light/tile-places.ts';
import { linkTo } from './links.ts';
import type { Full } from './load.ts';
import { heatBounds, heatOf, many, tenth } from './numbers.ts';

const countBounds = [1, 10, 100, 1000, 10_000];

/** 各地: the map of the nation, and for every region a table of those one level down, section by section. */
export function Places({ data, place }: { data: Full; place: string }) {
  const words = useWords(statisticsWords);
  const { figures } = data;
  const lines = figures.children.filter(({ communities }) => communities > 0);
  if (figures.children.length === 0) return null;
  return (
    <Section title={figures.region.code === '*' ? words.map.title : words.places.title} mist tight>
      {figures.region.code === '*' ? (
        <div className="two half">
          <NationMap data={data} lines={lines} />
          <HeatTable data={data} lines={lines} place={place} />
        </div>
      ) : lines.length === 0 && figures.own.communities === 0 ? <p>{words.places.none}</p> : <HeatTable data={data} lines={lines} place={place} />}
    </Section>
  );
}

function NationMap({ data, lines }: { data: Full; lines: readonly RegionLine[] }) {
  const words = useWords(statisticsWords);
  const locale = useLocale();
  const { question, figures } = data;
  const show = question.show ?? 'mean';
  const valueOf = (line: RegionLine): number | null => {
    if (show === 'communities') return line.communities;
    if (show === 'musts') return Math.round((100 * line.allMusts) / line.communities);
    const mean = question.section ? line.sections[question.section] : line.mean;
    return mean === null || mean === undefined ? null : Math.round(mean * 10) / 10;
  };
  const known = Object.fromEntries(lines.map((line) => [line.code, valueOf(line)]));
  const values = show === 'communities' ? mapValues(known as Record<string, number>, Object.keys(tiles)) : Object.fromEntries(Object.keys(tiles).map((code) => [code, known[code] ?? null]));
  const bounds = show === 'communities' ? countBounds : heatBounds;
  const href = (code: string) => linkTo(code, question, { map: undefined });
  const mapWords = { ...words.map, title: words.map.label };
  return (
    <div>
      <FilterBar
        label={words.filters.show}
        filters={[
          ...(['mean', 'communities', 'musts'] as const).map((each) => ({ href: linkTo(figures.region.code, question, { show: each }), label: words.show[each], current: each === show })),
          { href: linkTo('*', question, { map: 'tile' }), label: words.map.tile, current: !data.outline },
          { href: linkTo('*', question, { map: 'outline' }), label: words.map.outline, current: Boolean(data.outline) },
        ]}
      />
      {data.outline ? (
        <ProvinceMap outline={data.outline} values={values} locale={locale} bounds={bounds} href={href} approvalNumber={data.approvalNumber} words={mapWords} />
      ) : (
        <TileMap values={values} locale={locale} bounds={bounds} href={href} words={mapWords} />
      )}
      <p className="note">{words.map.note}</p>
    </div>
  );
}

function HeatTable({ data, lines, place }: { data: Full; lines: readonly RegionLine[]; place: string }) {
  const words = useWords(statisticsWords);
  const locale = useLocale();
  const { question, figures } = data;
  const counted = lines.reduce((sum, { communities }) => sum + communities, 0);
  const rest = figures.own.communities - counted;
  const empty = figures.children.length - lines.length;
  const named = ({ code, name }: RegionLine) => (locale === 'en' && tiles[code]?.en) || name;
  return (
    <div className="heat" role="region" aria-label={words.places.caption(place)} tabIndex={0}>
      <table className="data">
        <caption>{words.places.caption(place)}</caption>
        <thead>
          <tr>
            <th scope="col">{words.places.name}</th>
            <th scope="col" className="r">{words.places.communities}</th>
            <th scope="col" className="r">{words.places.mean}</th>
            {figures.sections.map(({ id, name }) => <th key={id} scope="col" className="r"><abbr title={name}>{id}</abbr></th>)}
            <th scope="col" className="r">{words.places.musts}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.code}>
              <th scope="row"><a href={linkTo(line.code, question, { map: undefined })}>{named(line)}</a></th>
              <td className="r">{many(line.communities, locale)}</td>
              <td className={`r ${heatOf(line.mean)}`}>{tenth(line.mean)}</td>
              {figures.sections.map(({ id }) => <td key={id} className={`r ${heatOf(line.sections[id])}`}>{tenth(line.sections[id])}</td>)}
              <td className="r">{many(line.allMusts, locale)}</td>
            </tr>
          ))}
          {rest > 0 ? (
            <tr>
              <th scope="row">{words.places.rest}</th>
              <td className="r">{many(rest, locale)}</td>
              <td colSpan={figures.sections.length + 2}>—</td>
            </tr>
          ) : null}
        </tbody>
      </table>
      {empty > 0 ? <p className="note">{words.places.empty(empty)}</p> : null}
    </div>
  );
}
