import type { Outline } from '#app/domain/base/regions/map-outline.ts';
import { homeWords } from '#app/i18n/home.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { pilotsWords } from '#app/i18n/pilots.ts';
import { ProvinceMap } from '#app/ui/light/province-map.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { tiles } from '#app/ui/light/tile-places.ts';

/** 边界图和表: every province in the table, also those without pilots and those outside the count. */
export function OutlineMap({ outline, values, approvalNumber }: { outline: Outline; values: Record<string, number | null>; approvalNumber: string }) {
  const words = useWords(pilotsWords);
  const { map } = useWords(homeWords);
  const locale = useLocale();
  const href = (code: string) => `/pilots?region=${code}`;
  return (
    <div className="two">
      <ProvinceMap
        outline={outline}
        values={values}
        locale={locale}
        href={href}
        approvalNumber={approvalNumber}
        words={{ ...map, title: words.outlineLabel, islands: words.islands, source: words.source, approval: words.approval }}
      />
      <DataTable
        caption={map.caption}
        rows={Object.entries(tiles)}
        keyOf={([code]) => code}
        columns={[
          {
            head: map.province,
            isName: true,
            cell: ([code, tile]) => (values[code] ? <a href={href(code)}>{locale === 'en' ? tile.en : tile.zh}</a> : locale === 'en' ? tile.en : tile.zh),
          },
          { head: map.pilots, right: true, cell: ([code]) => values[code] ?? map.notCounted },
        ]}
      />
    </div>
  );
}
