import type { ActionToEdit } from '#app/domain/city/city-plans/action-at-desk.ts';
import type { Target } from '#app/domain/city/city-plans/model.ts';
import { operators } from '#app/domain/city/indicators/model.ts';
import { cityWords } from '#app/i18n/city.ts';
import { cityActionWords } from '#app/i18n/city-action.ts';
import { cityDeskWords } from '#app/i18n/city-desk.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import type { Problem } from '#app/platform/http.ts';
import { told } from '../../public/plans/words.ts';
import { CellInput, CellPick, CellSelect } from './row-fields.tsx';
import { RowList } from './row-list.tsx';
import type { IndicatorRow } from './rows-known.ts';
import { type RowsOf, useRows } from './use-rows.ts';

type Known = ActionToEdit['indicators'][number];
type Props = { data: Pick<ActionToEdit, 'indicators' | 'years'>; known: readonly IndicatorRow[]; problem: Problem | undefined };
const opFor = { up: '>=', hold: '>=', down: '<=', range: 'range', done: '=', monitor: '>=' } as const satisfies Record<Known['direction'], Target['op']>;

/** 指标和逐年目标: chosen by name, a field for every year of the plan; a milestone only has the year it is done in. */
export function IndicatorRows({ data, known, problem }: Props) {
  const words = useWords(cityActionWords);
  const locale = useLocale();
  const list = useRows('indicators', known, problem);
  const byCode = new Map(data.indicators.map((each) => [each.code, each]));
  const chosen = new Set(list.rows.map(({ row }) => row.code));
  const optionsFor = (own: string) => data.indicators.map((each) => ({ value: each.code, label: `${each.code} ${told(each, locale)}${each.elsewhere ? ` · ${words.form.usedIn(each.elsewhere)}` : ''}`, disabled: each.elsewhere !== null || (chosen.has(each.code) && each.code !== own) }));
  return (
    <RowList
      title={useWords(cityDeskWords).fields.targets} hint={words.form.indicatorsHint} add={words.form.addIndicator} list={list} wrong={problem?.fields?.['indicators']} blank={() => ({ code: '', baseYear: '', baseValue: '', targets: [] })}
      nameOf={(row) => { const each = byCode.get(row.code); return each ? `${each.code} ${told(each, locale)}` : ''; }}
    >
      {(row, key, at) => {
        const each = byCode.get(row.code);
        return (
          <>
            <CellPick isLong name={`indicators.${at}.code`} label={words.form.indicator} wrong={list.wrongAt(key, 'code')} known={row.code} options={optionsFor(row.code)} onPick={(code) => list.change(key, { code })} />
            {each?.kind === 'milestone' ? <Milestone {...{ row, rowKey: key, at, list, years: data.years }} /> : each && <Numbers key={each.code} {...{ row, rowKey: key, at, list, each, years: data.years }} />}
          </>
        );
      }}
    </RowList>
  );
}

type Row = { row: IndicatorRow; rowKey: number; at: number; list: RowsOf<IndicatorRow>; years: readonly number[] };

function Milestone({ row, rowKey, at, list, years }: Row) {
  const words = useWords(cityActionWords).form;
  const target = row.targets[0];
  const name = `indicators.${at}.targets.0`;
  return (
    <>
      <CellSelect name={`${name}.year`} label={words.milestoneYear} wrong={list.wrongAt(rowKey, 'targets.0.year')} value={target?.year ?? ''} options={[{ value: '', label: words.noYear }, ...years.map((year) => ({ value: String(year), label: String(year) }))]} onChange={({ target: { value } }) => list.change(rowKey, { targets: value ? [{ year: value, op: '=', value: '1', max: '' }] : [] })} />
      {target && <><input type="hidden" name={`${name}.op`} value="=" /><input type="hidden" name={`${name}.value`} value="1" /></>}
      {target && <Carried name={name} target={target} />}
    </>
  );
}

/** 待核对: what the former plan left is ticked, or changed. */
function Carried({ name, target }: { name: string; target: IndicatorRow['targets'][number] }) {
  const words = useWords(cityActionWords).form;
  return target.isCarried ? <label className="rcheck"><input type="checkbox" name={`${name}.isChecked`} defaultChecked={target.isChecked} /> {words.carried}</label> : null;
}

function Numbers({ row, rowKey, at, list, years, each }: Row & { each: Known }) {
  const words = useWords(cityActionWords).form;
  const { units } = useWords(cityWords);
  const field = (name: string) => ({ name: `indicators.${at}.${name}`, wrong: list.wrongAt(rowKey, name) });
  const numeric = { inputMode: 'decimal', maxLength: 20, autoComplete: 'off' } as const;
  const first = years[0]!;
  const opOf = (target: IndicatorRow['targets'][number] | undefined) => target?.op || opFor[each.direction];
  const set = (year: number, to: Partial<IndicatorRow['targets'][number]>) => {
    const held = row.targets.find((target) => target.year === String(year));
    list.change(rowKey, { targets: [...row.targets.filter((target) => target !== held), { year: String(year), op: opOf(held), value: '', max: '', ...held, ...to }] });
  };
  return (
    <div className="rtargets">
      <p className="runit">{words.unit(units[each.unit])}</p>
      <div className="ryear">
        <CellSelect label={words.baseYear} {...field('baseYear')} defaultValue={row.baseYear} options={[{ value: '', label: '—' }, ...[...new Set([...(row.baseYear ? [Number(row.baseYear)] : []), ...Array.from({ length: 6 }, (_, back) => first - 1 - back)])].map((year) => ({ value: String(year), label: String(year) }))]} />
        <CellInput label={words.baseValue} {...field('baseValue')} {...numeric} defaultValue={row.baseValue} />
      </div>
      {years.map((year, nth) => {
        const target = row.targets.find((one) => one.year === String(year));
        const part = (name: string) => field(`targets.${nth}.${name}`);
        return (
          <div className="ryear" key={year} role="group" aria-label={words.target(year)}>
            <input type="hidden" name={`indicators.${at}.targets.${nth}.year`} value={year} />
            <CellSelect label={words.target(year)} {...part('op')} value={opOf(target)} options={operators.map((op) => ({ value: op, label: words.ops[op] }))} onChange={({ target: { value } }) => set(year, { op: value })} />
            <CellInput label={words.number(year)} isQuiet {...part('value')} {...numeric} value={target?.value ?? ''} onChange={({ target: { value } }) => set(year, { value })} />
            {opOf(target) === 'range' && <CellInput label={words.max(year)} isQuiet {...part('max')} {...numeric} value={target?.max ?? ''} onChange={({ target: { value } }) => set(year, { max: value })} />}
            {target && <Carried name={`indicators.${at}.targets.${nth}`} target={target} />}
          </div>
        );
      })}
    </div>
  );
}
