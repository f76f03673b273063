import { Button } from 'antd';
import { Form, Link } from 'react-router';
import { originCode } from '#app/domain/city/indicators/model.ts';
import { openPeriod } from '#app/domain/city/indicators/period.ts';
import { cityWords } from '#app/i18n/city.ts';
import { cityDeskWords } from '#app/i18n/city-desk.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { beijingDay } from '#app/platform/dates.ts';
import type { Problem } from '#app/platform/http.ts';
import { Field, SelectField, TextField } from '#app/ui/desk/field.tsx';
import { FigureTable } from '#app/ui/desk/figure-table.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';
import { formulaWords } from '../../public/plans/formula-words.ts';
import { sourceWords, withUnit } from '../../public/plans/words.ts';
import { Derived } from '../indicators/where-from.tsx';
import type { Route } from './+types/values.ts';

type Loaded = Route.ComponentProps['loaderData'];
type Props = { data: Loaded & { chosen: NonNullable<Loaded['chosen']> }; problem: Problem | undefined };

/** 一期一地一个数. */
export function ValueForm({ data: { plan, chosen, regions, regionCode, crossing }, problem }: Props) {
  const words = useWords(cityDeskWords);
  const { units } = useWords(cityWords);
  const { definition, standsOn } = chosen;
  const locale = useLocale();
  const isMilestone = definition.kind === 'milestone';
  return (
    <>
      <Pane>
        {definition.formula !== null ? <p className="note">{words.record.reckoned} {formulaWords(definition.formula, locale, (code) => standsOn[code])}</p> : (
          <Form method="post">
            <div className="cols-2">
              <SelectField name="regionCode" label={words.fields.regionCode} known={regionCode} problem={problem} options={[{ value: plan.regionCode, label: plan.place || words.nation }, ...regions.map(({ code, name }) => ({ value: code, label: name }))]} />
              <TextField name="period" label={words.fields.period} hint={words.hints.period} problem={problem} maxLength={20} />
              <TextField name="value" label={`${words.fields.value}${units[definition.unit] ? ` (${units[definition.unit]})` : ''}`} hint={words.hints.value} problem={problem} maxLength={40} optional={!isMilestone} />
              <TextField name="source" label={words.fields.source} hint={words.hints.source} problem={problem} maxLength={300} optional={!isMilestone} />
              {definition.numerator && definition.denominator && (
                <>
                  <TextField name="numerator" label={words.fields.numerator} hint={words.hints.parts} problem={problem} maxLength={40} optional />
                  <TextField name="denominator" label={words.fields.denominator} problem={problem} maxLength={40} optional />
                </>
              )}
              <TextField name="sourceUrl" type="url" label={words.fields.sourceUrl} problem={problem} maxLength={400} optional />
              <TextField name="reason" label={words.fields.reason} hint={words.hints.reason} problem={problem} maxLength={300} optional />
            </div>
            <div className="dform-act"><Button type="primary" htmlType="submit">{words.save}</Button></div>
          </Form>
        )}
      </Pane>
      <Have chosen={chosen} plan={plan} regions={regions} regionCode={regionCode} />
      <Attach chosen={chosen} regionCode={regionCode} />
      {chosen.derived.length > 0 && <Derived definition={definition} crossing={crossing} rows={chosen.derived} />}
    </>
  );
}

/** 2026 Q3, 2026 H1, 2026 M9. */
function periodWords(period: number): string {
  const open = openPeriod(period);
  return open ? `${open.year}${open.frequency === 'annual' ? '' : ` ${{ 'half-year': 'H', quarter: 'Q', month: 'M' }[open.frequency]}${open.nth}`}` : String(period);
}

function Have({ chosen, plan, regions, regionCode }: Pick<Props['data'], 'chosen' | 'plan' | 'regions' | 'regionCode'>) {
  const words = useWords(cityDeskWords);
  const city = useWords(cityWords);
  const locale = useLocale();
  const told = (value: number) => withUnit(value, chosen.definition.unit, city, locale);
  const placeOf = (code: string) => regions.find((region) => region.code === code)?.name ?? (plan.place || words.nation);
  const rows = [...chosen.values.map((value) => ({ ...value, isPast: false, why: '' })), ...chosen.pasts.map((past) => ({ ...past, regionCode, isPast: true, why: past.reason, source: '', origin: 0, recordedAt: past.replacedAt, recordedByName: past.replacedByName }))];
  const evidenceOf = (row: (typeof rows)[number]) => chosen.evidence.filter((each) => each.period === row.period && (row.isPast ? each.replacedAt !== null && String(each.replacedAt) === String(row.recordedAt) : each.replacedAt === null));
  return (
    <Pane title={`${words.record.have} · ${placeOf(regionCode)}`} flush>
      {regions.length > 0 && <p className="note in-pane">{words.record.district}{locale === 'en' ? ': ' : '：'}{[{ code: plan.regionCode, name: plan.place || words.nation }, ...regions].map((region) => <span key={region.code}><Link to={`?indicator=${chosen.code}&region=${region.code}`} {...(region.code === regionCode ? { 'aria-current': 'true' as const } : {})}>{region.name}</Link>{' '}</span>)}</p>}
      {rows.length === 0 ? <p className="note in-pane">{words.record.none}</p> : (
        <FigureTable
          label={words.record.have} rows={rows} keyOf={(row) => `${row.period} ${row.isPast} ${String(row.recordedAt)}`}
          columns={[
            { name: 'period', title: words.record.columns.period, place: 'main', show: (row) => periodWords(row.period) },
            { name: 'value', title: words.record.columns.value, show: (row) => (row.isPast ? <s>{told(row.value)}</s> : told(row.value)) },
            { name: 'source', title: words.record.columns.source, show: (row) => (row.why ? sourceWords(row.why, city) : '') || (row.origin === originCode('formula') ? formulaWords(chosen.definition.formula ?? '', locale, (code) => chosen.standsOn[code]) : sourceWords(row.source, city)) || '—' },
            { name: 'evidence', title: words.record.evidence.title, show: (row) => evidenceOf(row).map((each) => <a key={each.fileId} href={`/desk/indicators/${chosen.code}/evidence/${each.fileId}?region=${regionCode}`} target="_blank" rel="noreferrer">{each.name}</a>) },
            { name: 'who', title: words.record.columns.who, show: (row) => `${row.recordedByName} · ${beijingDay(new Date(row.recordedAt))}` },
          ]}
        />
      )}
    </Pane>
  );
}

/** 附佐证: one paper or picture for one of the figures that stand. */
function Attach({ chosen, regionCode }: Pick<Props['data'], 'chosen' | 'regionCode'>) {
  const { record: { evidence: words } } = useWords(cityDeskWords);
  if (chosen.values.length === 0 || chosen.definition.formula !== null) return null;
  return (
    <Pane title={words.open}>
      <Form method="post" encType="multipart/form-data" action={`?indicator=${chosen.code}&region=${regionCode}`} className="cols-2">
        <input type="hidden" name="regionCode" value={regionCode} />
        <Field name="attachTo" label={words.period} problem={undefined}><select id="field-attachTo" className="dctl" name="attachTo" defaultValue={chosen.values.at(-1)!.period}>{chosen.values.map(({ period }) => <option key={period} value={period}>{periodWords(period)}</option>)}</select></Field>
        <Field name="paper" label={words.paper} hint={words.hint} problem={undefined}><input id="field-paper" type="file" name="paper" required accept=".pdf,.jpg,.jpeg,.png,.webp,.heic" aria-describedby="hint-paper" /></Field>
        <div className="dform-act"><Button htmlType="submit">{words.attach}</Button></div>
      </Form>
    </Pane>
  );
}
