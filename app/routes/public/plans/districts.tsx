import { cityWords } from '#app/i18n/city.ts';
import { useWords } from '#app/i18n/pair.ts';
import { Section } from '#app/ui/light/section.tsx';
import type { ActionPage } from './load-action.ts';

/** 各区县的数: a cell says in its shape whether it reaches the city's target or, before the target is due, is behind its path; what was not reported is hatched. */
export function Districts({ table }: { table: NonNullable<ActionPage['districts']> }) {
  const words = useWords(cityWords);
  return (
    <Section title={words.districts(table.year)} lead={words.districtsLead} tight>
      <div className="heat" role="region" aria-label={words.districts(table.year)} tabIndex={0}>
        <table className="data planheat">
          <caption className="vh">{words.districts(table.year)}</caption>
          <thead><tr><th scope="col">{words.place}</th>{table.indicators.map(({ code, name }) => <th key={code} scope="col" className="r">{name}</th>)}</tr></thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.code}>
                <th scope="row">{row.name}</th>
                {row.cells.map((cell) => (
                  <td key={cell.code} className={`r ${cell.isHidden ? 'not-shown' : cell.value === null ? 'missing' : cell.isShort ? 'short' : cell.isReached ? 'reached' : ''}`}>
                    {cell.isHidden ? words.tooFew : cell.value === null ? words.notReported : `${cell.isShort ? '▼ ' : ''}${cell.value}%`}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="note">{[words.legend.reached, ...(table.isOver ? [words.legend.short] : [words.legend.onPath, words.legend.behind]), words.legend.missing].join(' · ')}</p>
    </Section>
  );
}
