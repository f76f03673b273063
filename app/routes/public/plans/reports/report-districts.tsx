import { districtIn, type ReportContent } from '#app/domain/city/monitoring-reports/model.ts';
import { cityWords } from '#app/i18n/city.ts';
import { monitoringWords } from '#app/i18n/monitoring-reports.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { Section } from '#app/ui/light/section.tsx';
import { told, withUnit } from '../words.ts';

const signs: Record<string, string> = { reached: '✓ ', behind: '▼ ', 'far-behind': '▼▼ ' };
const looks: Record<string, string> = { reached: 'reached', 'on-path': 'reached', behind: 'short', 'far-behind': 'short', 'no-figure': 'missing' };

/** 各区县 of the year: one row a district, one column an indicator; a shape says how it stands, what was not reported says so. */
export function ReportDistricts({ content }: { content: ReportContent }) {
  const words = useWords(monitoringWords);
  const city = useWords(cityWords);
  const locale = useLocale();
  const lines = content.actions.flatMap(({ indicators }) => indicators).filter(({ districts }) => districts.length > 0);
  if (lines.length === 0) return null;
  return (
    <Section title={words.districts(content.year)} lead={words.districtsLead} tight>
      <div className="heat" role="region" aria-label={words.districts(content.year)} tabIndex={0}>
        <table className="data planheat">
          <caption className="vh">{words.districts(content.year)}</caption>
          <thead><tr><th scope="col">{words.place}</th>{lines.map((line) => <th key={line.code} scope="col" className="r">{line.code} {told(line, locale)}</th>)}</tr></thead>
          <tbody>
            {content.districts.map((district) => (
              <tr key={district.code}>
                <th scope="row">{districtIn(district, locale === 'en')}</th>
                {lines.map((line) => {
                  const cell = line.districts.find(({ code }) => code === district.code)!;
                  return <td key={line.code} className={`r ${looks[cell.light] ?? ''}`}>{cell.isHidden ? words.hidden : cell.value === null ? (cell.light === 'no-figure' ? words.notReported : '—') : `${signs[cell.light] ?? ''}${withUnit(cell.value, line.unit, city, locale)}`}</td>;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="note">{`✓ ${words.lights.reached} · ▼ ${words.lights.behind} · ▼▼ ${words.lights['far-behind']} · — ${words.notAsked}`}</p>
    </Section>
  );
}
