import { accumulations, directions, frequencies, kinds, levels, type Unit, units, type Words } from '#app/domain/city/indicators/model.ts';
import type { Department } from '#app/domain/city/indicators/read.ts';
import { cityWords } from '#app/i18n/city.ts';
import { cityDeskWords } from '#app/i18n/city-desk.ts';
import { newIndicatorWords } from '#app/i18n/new-indicator.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import type { Problem } from '#app/platform/http.ts';
import { LongField, SelectField, TextField } from '#app/ui/desk/field.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';
import { goalName } from './goal-name.ts';
import { Ticks } from './ticks.tsx';

type Props = {
  regions: { code: string; name: string }[]; departments: readonly Department[]; dimensions: { dimension: string; groups: Words[] }[]; asked: { zh: string; unit?: Unit | undefined }; problem: Problem | undefined;
};

/** 新建指标的各项. */
export function NewIndicatorFields({ regions, departments, dimensions, asked, problem }: Props) {
  const words = useWords(newIndicatorWords);
  const { fields, indicators: library, directions: directionWords, levels: levelWords } = useWords(cityDeskWords);
  const city = useWords(cityWords);
  const told = useLocale() === 'en' ? (said: Words) => said.en : (said: Words) => said.zh;
  const unitName = (unit: Unit) => city.units[unit] || words.formula.things;
  return (
    <>
      <Pane title={words.what} note={words.whatNote}>
        <div className="cols-2 evened">
          <SelectField name="regionCode" label={words.region} hint={words.regionHint} problem={problem} known={regions[0]?.code} options={regions.map(({ code, name }) => ({ value: code, label: name || words.everybody }))} />
          <TextField name="code" label={fields.code} hint={words.codeHint} problem={problem} maxLength={20} autoComplete="off" optional />
          <TextField name="zh" label={fields.zh} problem={problem} known={asked.zh} minLength={2} maxLength={120} />
          <TextField name="en" label={fields.en} hint={words.enHint} problem={problem} maxLength={240} optional />
          <SelectField name="kind" label={library.kind} problem={problem} known={asked.unit === 'milestone' ? 'milestone' : 'numeric'} options={kinds.map((kind) => ({ value: kind, label: library.kinds[kind] }))} />
          <SelectField name="unit" label={words.unit} hint={words.unitHint} problem={problem} known={asked.unit === 'milestone' ? '' : asked.unit} options={units.filter((unit) => unit !== 'milestone').map((unit) => ({ value: unit, label: unitName(unit) }))} optional />
          <SelectField name="accumulation" label={words.accumulation} problem={problem} known="point" options={accumulations.map((each) => ({ value: each, label: city.accumulations[each] }))} />
          <SelectField name="direction" label={fields.direction} problem={problem} known="up" options={directions.map((each) => ({ value: each, label: directionWords[each] }))} />
        </div>
      </Pane>
      <Pane title={words.how} note={words.partsHint}>
        <div className="cols-2 evened">
          <TextField name="numeratorZh" label={fields.numeratorZh} problem={problem} maxLength={300} optional />
          <TextField name="numeratorEn" label={fields.numeratorEn} problem={problem} maxLength={400} optional />
          <TextField name="denominatorZh" label={fields.denominatorZh} problem={problem} maxLength={300} optional />
          <TextField name="denominatorEn" label={fields.denominatorEn} problem={problem} maxLength={400} optional />
        </div>
        <TextField name="formula" label={fields.formula} hint={words.formulaHint} problem={problem} maxLength={400} autoComplete="off" optional />
        <Ticks name="dimensions" title={words.dimensions} options={dimensions.map(({ dimension, groups }) => ({ value: dimension, label: `${words.dimension[dimension] ?? dimension}${words.groupsOf(groups.map(told))}` }))} problem={problem} />
        <div className="cols-2 evened">
          <TextField name="least" label={words.least} hint={words.boundsHint} problem={problem} inputMode="decimal" maxLength={20} optional />
          <TextField name="most" label={words.most} problem={problem} inputMode="decimal" maxLength={20} optional />
        </div>
        <LongField name="noteZh" label={fields.noteZh} problem={problem} maxLength={600} rows={2} optional />
        <LongField name="noteEn" label={fields.noteEn} problem={problem} maxLength={600} rows={2} optional />
      </Pane>
      <Pane title={words.who}>
        <div className="cols-2 evened">
          <SelectField name="owner" label={fields.owner} problem={problem} options={departments.map((each) => ({ value: each.id, label: told(each) }))} />
          <SelectField name="level" label={fields.level} problem={problem} known="district" options={levels.map((each) => ({ value: each, label: levelWords[each] }))} />
          <SelectField name="frequency" label={fields.frequency} problem={problem} known="annual" options={frequencies.map((each) => ({ value: each, label: city.frequencies[each] }))} />
          <TextField name="source" label={fields.source} problem={problem} maxLength={400} optional />
        </div>
      </Pane>
      <Pane title={words.speaks} note={words.speaksNote}>
        <div className="cols-2 evened">
          <TextField name="standard" label={words.standard} hint={words.standardHint} problem={problem} maxLength={200} autoComplete="off" optional />
          <TextField name="outline" label={words.outline} hint={words.outlineHint} problem={problem} maxLength={200} autoComplete="off" optional />
        </div>
        <Ticks name="unicef" title={words.unicef} options={city.unicef.flatMap((_, at) => (at === 0 ? [] : [{ value: String(at), label: goalName(city.unicef, at) }]))} problem={problem} />
        <TextField name="reason" label={words.reason} hint={words.reasonHint} problem={problem} minLength={4} maxLength={300} />
      </Pane>
    </>
  );
}
