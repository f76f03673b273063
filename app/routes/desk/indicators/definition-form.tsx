import { Button } from 'antd';
import { Form } from 'react-router';
import { directions, frequencies, levels } from '#app/domain/city/indicators/model.ts';
import type { Department, Indicator } from '#app/domain/city/indicators/read.ts';
import { cityWords } from '#app/i18n/city.ts';
import { cityDeskWords } from '#app/i18n/city-desk.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import type { Problem } from '#app/platform/http.ts';
import { LongField, SelectField, TextField } from '#app/ui/desk/field.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';

/** 修改定义: another version with its reason. */
export function DefinitionForm({ indicator: { version, definition }, departments, problem }: { indicator: Pick<Indicator, 'version' | 'definition'>; departments: readonly Department[]; problem: Problem | undefined }) {
  const { fields, indicator: words, directions: directionWords, levels: levelWords, save } = useWords(cityDeskWords);
  const { frequencies: frequencyWords } = useWords(cityWords);
  const en = useLocale() === 'en';
  return (
    <Form method="post">
      <input type="hidden" name="version" value={version} />
      <Pane title={words.change} note={words.changeLead}>
        <div className="cols-2">
          <TextField name="zh" label={fields.zh} problem={problem} known={definition.zh} maxLength={120} />
          <TextField name="en" label={fields.en} problem={problem} known={definition.en} maxLength={240} />
          <SelectField name="direction" label={fields.direction} problem={problem} known={definition.direction} options={directions.map((each) => ({ value: each, label: directionWords[each] }))} />
          <SelectField name="frequency" label={fields.frequency} problem={problem} known={definition.frequency} options={frequencies.map((each) => ({ value: each, label: frequencyWords[each] }))} />
          <SelectField name="level" label={fields.level} problem={problem} known={definition.level} options={levels.map((each) => ({ value: each, label: levelWords[each] }))} />
          <SelectField name="owner" label={fields.owner} problem={problem} known={definition.owner} options={departments.map((each) => ({ value: each.id, label: en ? each.en : each.zh }))} />
          <TextField name="numeratorZh" label={fields.numeratorZh} problem={problem} known={definition.numerator?.zh} maxLength={300} optional />
          <TextField name="numeratorEn" label={fields.numeratorEn} problem={problem} known={definition.numerator?.en} maxLength={400} optional />
          <TextField name="denominatorZh" label={fields.denominatorZh} problem={problem} known={definition.denominator?.zh} maxLength={300} optional />
          <TextField name="denominatorEn" label={fields.denominatorEn} problem={problem} known={definition.denominator?.en} maxLength={400} optional />
          <TextField name="formula" label={fields.formula} hint={words.formulaHint} problem={problem} known={definition.formula ?? ''} maxLength={400} optional />
          <TextField name="source" label={fields.source} problem={problem} known={definition.source} maxLength={400} optional />
        </div>
        <LongField name="noteZh" label={fields.noteZh} problem={problem} known={definition.note.zh} maxLength={600} rows={2} optional />
        <LongField name="noteEn" label={fields.noteEn} problem={problem} known={definition.note.en} maxLength={600} rows={2} optional />
        <TextField name="reason" label={words.reason} problem={problem} minLength={4} maxLength={300} />
      </Pane>
      <div className="dform-act"><Button type="primary" htmlType="submit">{save}</Button></div>
    </Form>
  );
}
