import type { Baseline, Target } from '#app/domain/city/city-plans/model.ts';
import type { Unit } from '#app/domain/city/indicators/model.ts';
import { cityWords } from '#app/i18n/city.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { planTableWords } from '#app/i18n/plan-tables.ts';
import { FigureTable } from '#app/ui/desk/figure-table.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';
import { targetWords } from '../../public/plans/words.ts';

export type Shown = {
  code: string; name: string; campaign: string; leads: string[]; partners: string[]; tasks: string[];
  indicators: { code: string; name: string; unit: Unit; targets: Target[]; baseline: Baseline | null }[];
};

/** 读出的行动: each with its indicators and the targets of every year, as the plan will have them. */
export function ReadActions({ actions, years }: { actions: readonly Shown[]; years: readonly number[] }) {
  const words = useWords(planTableWords);
  const city = useWords(cityWords);
  const locale = useLocale();
  const join = locale === 'en' ? ', ' : '、';
  if (actions.length === 0) return <p>{words.nothing}</p>;
  const said = (target: Target, unit: Unit) => (unit === 'milestone' ? '✓' : targetWords(target, unit, city, locale));
  return (
    <>
      <h2 className="divide-title">{words.actions}</h2>
      {actions.map((action) => (
        <Pane key={action.code} title={`${action.code} ${action.name}`} note={`${action.campaign || words.noCampaign} · ${action.leads.join(join) || words.noLead}${action.partners.length > 0 ? ` · ${action.partners.join(join)}` : ''}`} flush={action.indicators.length > 0}>
          {action.indicators.length > 0 && (
            <FigureTable
              label={action.name} rows={action.indicators} keyOf={({ code }) => code}
              columns={[
                { name: 'indicator', title: words.table.indicator, place: 'main', show: (row) => <>{row.name} <small>{row.code}</small></> },
                ...years.map((year) => ({ name: String(year), title: String(year), show: (row: Shown['indicators'][number]) => {
                  const found = row.targets.find((each) => each.year === year);
                  return found ? <span className="num">{said(found, row.unit)}</span> : row.targets.length === 0 && year === years[0] ? words.noTarget : '—';
                } })),
              ]}
            />
          )}
          {action.tasks.length > 0 && <div className="pane-body"><b>{words.table.tasks}</b><ul>{action.tasks.map((task) => <li key={task}>{task}</li>)}</ul></div>}
        </Pane>
      ))}
    </>
  );
}
