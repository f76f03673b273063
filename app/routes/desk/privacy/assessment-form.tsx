import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Form } from 'react-router';
import { type Content, dataKinds, leftovers, mostRisks, purposes, triggers } from '#app/domain/children/impact-assessments/model.ts';
import { impactWords } from '#app/i18n/impact.ts';
import { useWords } from '#app/i18n/pair.ts';
import type { Problem } from '#app/platform/http.ts';
import { LongField, TextField } from '#app/ui/desk/field.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';
import { Ticks } from './ticks.tsx';

/** 评估表, for a new one, a draft, or the next version; `children` stand before the fields. */
export function AssessmentForm({ known, problem, isNext = false, children }: { known?: Content; problem: Problem | undefined; isNext?: boolean; children?: ReactNode }) {
  const words = useWords(impactWords);
  const { fields, hints } = words;
  const named = <T extends string>(values: readonly T[], names: Record<T, string>) => values.map((value) => ({ value, label: names[value] }));
  const shared = { problem };
  return (
    <Form method="post">
      <Pane>
        {children}
        <TextField name="title" label={fields.title} known={known?.title} minLength={4} maxLength={80} {...shared} />
        <Ticks name="triggers" label={fields.triggers} hint={hints.triggers} options={named(triggers, words.triggers)} chosen={known?.triggers ?? []} {...shared} />
        <Ticks name="purposes" label={fields.purposes} hint={hints.purposes} options={named(purposes, words.purposes)} chosen={known?.purposes ?? []} {...shared} />
        <Ticks name="dataKinds" label={fields.dataKinds} options={named(dataKinds, words.dataKinds)} chosen={known?.dataKinds ?? []} {...shared} />
        <LongField name="purpose" label={fields.purpose} hint={hints.purpose} known={known?.purpose} rows={3} maxLength={1000} {...shared} />
        <LongField name="lawfulness" label={fields.lawfulness} hint={hints.lawfulness} known={known?.lawfulness} rows={3} maxLength={2000} {...shared} />
        <LongField name="necessity" label={fields.necessity} hint={hints.necessity} known={known?.necessity} rows={3} maxLength={2000} {...shared} />
      </Pane>
      <Pane title={fields.risks} note={hints.risks} flush>
        <RiskLines known={known} problem={problem} />
      </Pane>
      <Pane>
        <LongField name="conclusion" label={fields.conclusion} known={known?.conclusion} rows={3} maxLength={2000} {...shared} />
        <TextField name="validUntil" type="date" label={fields.validUntil} hint={hints.validUntil} known={known?.validUntil} {...shared} />
        <Button type="primary" htmlType="submit">{isNext ? words.saveNext : words.save}</Button>
      </Pane>
    </Form>
  );
}

/** 风险各行: columns of equal length, as many lines as there may be. */
function RiskLines({ known, problem }: { known: Content | undefined; problem: Problem | undefined }) {
  const words = useWords(impactWords);
  const { fields } = words;
  const given = (name: string, at: number) => { const column = problem?.given?.[name]; return Array.isArray(column) ? String(column[at] ?? '') : undefined; };
  const wrong = problem?.fields?.risks;
  const typed = problem?.given?.risk;
  const [lines, setLines] = useState(Math.min(mostRisks, Math.max(3, (known?.risks.length ?? 0) + 1, Array.isArray(typed) ? typed.length : 0)));
  return (
    <div className="rows risk-lines" id="field-risks" role="group" aria-label={fields.risks}>
      <table>
        <thead><tr>{(['risk', 'likelihood', 'impact', 'measure', 'left'] as const).map((name) => <th key={name} scope="col">{fields[name]}</th>)}</tr></thead>
        <tbody>
          {Array.from({ length: lines }, (_, at) => {
            const line = known?.risks[at];
            const label = (name: keyof typeof fields) => words.line(at + 1, fields[name]);
            const level = (name: 'likelihood' | 'impact') => (
              <select className="dctl" name={`${name}[]`} aria-label={label(name)} defaultValue={given(name, at) ?? String(line?.[name] ?? 1)}>{[1, 2, 3, 4].map((value) => <option key={value}>{value}</option>)}</select>
            );
            return (
              <tr key={at}>
                <td className="wide" data-label={fields.risk}><textarea className="dctl" name="risk[]" rows={2} maxLength={300} aria-label={label('risk')} defaultValue={given('risk', at) ?? line?.risk ?? ''} /></td>
                <td data-label={fields.likelihood}>{level('likelihood')}</td>
                <td data-label={fields.impact}>{level('impact')}</td>
                <td className="wide" data-label={fields.measure}><textarea className="dctl" name="measure[]" rows={2} maxLength={500} aria-label={label('measure')} defaultValue={given('measure', at) ?? line?.measure ?? ''} /></td>
                <td data-label={fields.left}><select className="dctl" name="left[]" aria-label={label('left')} defaultValue={given('left', at) ?? line?.left ?? 'low'}>{leftovers.map((value) => <option key={value} value={value}>{words.leftovers[value]}</option>)}</select></td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {lines < mostRisks ? <p className="more-lines"><Button onClick={() => setLines(lines + 1)}>{words.addLine}</Button></p> : null}
      {wrong && <p className="wrong">{wrong.join(' ')}</p>}
    </div>
  );
}
