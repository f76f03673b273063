import { ageBands } from '#app/domain/base/communities/model.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { statisticsWords } from '#app/i18n/statistics.ts';
import { Section } from '#app/ui/light/section.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { tiles } from '#app/ui/light/tile-places.ts';
import type { Kids } from './load.ts';
import { many } from './numbers.ts';

type Line = Kids['below'][number] & { name: string };

/** 儿童人数: sums only; what is small, and what would give a small figure away, is hidden on every page alike. */
export function ChildrenTable({ kids, code, place, below }: { kids: Kids; code: string; place: string; below: readonly { code: string; name: string }[] }) {
  const { children: words } = useWords(statisticsWords);
  const locale = useLocale();
  const lines: Line[] = below.flatMap(({ code: child, name }) => {
    const held = kids.below.find(({ region }) => region === child);
    return held ? [{ ...held, name: (locale === 'en' && tiles[child]?.en) || name }] : [];
  });
  const own = kids.below.find(({ region }) => region === `${code}=`);
  const rows: Line[] = [...lines, ...(own ? [{ ...own, name: words.own }] : []), { region: code, ...kids.own, name: words.total }];
  const isNone = kids.own.total === 0;
  const isHiding = rows.some(({ total, bands }) => total === null || bands.includes(null));
  const shown = (count: number | null) => (count === null ? <abbr title={words.hiddenLong}>{words.hidden}</abbr> : many(count, locale));
  return (
    <Section title={words.title} lead={words.lead} mist tight id="children">
      {isNone ? <p>{words.none}</p> : (
        <DataTable
          caption={words.caption(place)}
          rows={rows}
          keyOf={(row) => row.region}
          columns={[
            { head: words.place, isName: true, cell: (row) => row.name },
            ...ageBands.map((band, at) => ({ head: words.bands[band], right: true, cell: (row: Line) => shown(row.bands[at]!) })),
            { head: words.total, right: true, cell: (row) => shown(row.total) },
          ]}
        />
      )}
      {isHiding && !isNone ? <p className="note">{words.why}</p> : null}
    </Section>
  );
}
