import { Button } from 'antd';
import { Form } from 'react-router';
import { directions, frequencies, levels, type Words } from '#app/domain/city/indicators/model.ts';
import type { Department, Indicator, Link } from '#app/domain/city/indicators/read.ts';
import { cityWords } from '#app/i18n/city.ts';
import { cityDeskWords } from '#app/i18n/city-desk.ts';
import { newIndicatorWords } from '#app/i18n/new-indicator.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import type { Problem } from '#app/platform/http.ts';
import { LongField, SelectField, TextField } from '#app/ui/desk/field.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';
import { goalName } from './goal-name.ts';
import { Ticks } from './ticks.tsx';

type Props = { indicator: Pick<Indicator, 'version' | 'definition'> & { links: readonly Link[] }; departments: readonly Department[]; dimensions: readonly { dimension: string; groups: readonly Words[] }[]; problem: Problem | undefined };

/** 修改定义: another version with its reason. */
export function DefinitionForm({ indicator: { version, definition, links }, departments, dimensions, problem }: Props) {
  const { fields, indicator: words, directions: directionWords, levels: levelWords, save } = useWords(cityDeskWords);
  const { frequencies: frequencyWords, unicef } = useWords(cityWords);
  const added = useWords(newIndicatorWords);
  const spoken = (frame: Link['frame']) => links.filter((link) => link.frame === frame).map(({ target }) => target);
  const isNumeric = definition.kind === 'numeric';
  const en = useLocale() === 'en';
  return (
    <Form method="post">
      <input type="hidden" name="version" value={version} />
      <Pane title={words.change} note={words.changeLead}>
        <div className="cols-2 evened">
          <TextField name="zh" label={fields.zh} problem={problem} known={definition.zh} maxLength={120} />
          <TextField name="en" label={fields.en} problem={problem} known={definition.en} maxLength={240} />
          {isNumeric ? <SelectField name="direction" label={fields.direction} problem={problem} known={definition.direction} options={directions.filter((each) => each !== 'done').map((each) => ({ value: each, label: directionWords[each] }))} /> : <input type="hidden" name="direction" value={definition.direction} />}
          <SelectField name="frequency" label={fields.frequency} problem={problem} known={definition.frequency} options={frequencies.map((each) => ({ value: each, label: frequencyWords[each] }))} />
          <SelectField name="level" label={fields.level} problem={problem} known={definition.level} options={levels.map((each) => ({ value: each, label: levelWords[each] }))} />
          <SelectField name="owner" label={fields.owner} problem={problem} known={definition.owner} options={departments.map((each) => ({ value: each.id, label: en ? each.en : each.zh }))} />
          {isNumeric && (
            <>
              <TextField name="numeratorZh" label={fields.numeratorZh} problem={problem} known={definition.numerator?.zh} maxLength={300} optional />
              <TextField name="numeratorEn" label={fields.numeratorEn} problem={problem} known={definition.numerator?.en} maxLength={400} optional />
              <TextField name="denominatorZh" label={fields.denominatorZh} problem={problem} known={definition.denominator?.zh} maxLength={300} optional />
              <TextField name="denominatorEn" label={fields.denominatorEn} problem={problem} known={definition.denominator?.en} maxLength={400} optional />
              <TextField name="formula" label={fields.formula} hint={words.formulaHint} problem={problem} known={definition.formula ?? ''} maxLength={400} optional />
            </>
          )}
          <TextField name="source" label={fields.source} problem={problem} known={definition.source} maxLength={400} optional />
        </div>
        {isNumeric && (
          <>
            <Ticks name="dimensions" title={added.dimensions} known={definition.dimensions} options={dimensions.map(({ dimension, groups }) => ({ value: dimension, label: `${added.dimension[dimension] ?? dimension}${added.groupsOf(groups.map((each) => (en ? each.en : each.zh)))}` }))} problem={problem} />
            <div className="cols-2 evened">
              <TextField name="least" label={added.least} hint={added.boundsChangeHint} problem={problem} known={definition.least === null ? '' : String(definition.least)} inputMode="decimal" maxLength={20} optional />
              <TextField name="most" label={added.most} problem={problem} known={definition.most === null ? '' : String(definition.most)} inputMode="decimal" maxLength={20} optional />
            </div>
          </>
        )}
        <div className="cols-2 evened">
          <TextField name="standard" label={added.standard} hint={added.standardHint} problem={problem} known={spoken('standard').join(' ')} maxLength={200} autoComplete="off" optional />
          <TextField name="outline" label={added.outline} hint={added.outlineHint} problem={problem} known={spoken('outline').join(' ')} maxLength={200} autoComplete="off" optional />
        </div>
        <Ticks name="unicef" title={added.unicef} known={spoken('unicef')} options={unicef.flatMap((_, at) => (at === 0 ? [] : [{ value: String(at), label: goalName(unicef, at) }]))} problem={problem} />
        <LongField name="noteZh" label={fields.noteZh} problem={problem} known={definition.note.zh} maxLength={600} rows={2} optional />
        <LongField name="noteEn" label={fields.noteEn} problem={problem} known={definition.note.en} maxLength={600} rows={2} optional />
        <TextField name="reason" label={words.reason} problem={problem} minLength={4} maxLength={300} />
      </Pane>
      <div className="dform-act"><Button type="primary" htmlType="submit">{save}</Button></div>
    </Form>
  );
}
