import { datums } from '#app/domain/service/spaces/coordinates.ts';
import { accessKinds, bands, spaceKinds, spaceNorms } from '#app/domain/service/spaces/model.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { spacesWords } from '#app/i18n/spaces.ts';
import type { Problem } from '#app/platform/http.ts';
import { Button } from '#app/ui/light/button.tsx';
import { ChoiceField, SelectField, TickField } from '#app/ui/light/choice-field.tsx';
import { Errors } from '#app/ui/light/errors.tsx';
import { Callout } from '#app/ui/light/section.tsx';
import { LongTextField, NumberField, TextField } from '#app/ui/light/text-field.tsx';
import { UploadField } from '#app/ui/light/upload.tsx';

export type SpaceFields = Record<string, string | string[] | undefined>;

/** 登记或更正一处空间: one form for both, as it was typed when something is refused. */
export function SpaceForm({ given, problem, revision }: { given: SpaceFields; problem: Problem; revision?: number }) {
  const words = useWords(spacesWords);
  const locale = useLocale();
  const { form } = words.work;
  const typed = { ...given, ...problem.given } as SpaceFields;
  const one = (name: string) => typed[name] as string | undefined;
  const frame = (name: string, id = name) => ({ id, name, words: { required: words.required, optional: words.optional }, error: problem.fields?.[id]?.[0] });
  const ticks = (name: string, choices: { value: string; label: string }[], label: string, required = false) => (
    <ChoiceField {...frame(`${name}[]`, name)} label={label} multiple required={required} defaultValue={[typed[name] ?? []].flat()} choices={choices} />
  );
  return (
    <form method="post" encType="multipart/form-data" className="narrow">
      {problem.refusal ? <Callout kind="bad">{refusalSentence(problem.refusal, locale)}</Callout> : null}
      <Errors title={words.errors(Object.keys(problem.fields ?? {}).length)} items={Object.entries(problem.fields ?? {}).map(([name, said]) => ({ href: `#${name}`, text: said[0] ?? '' }))} />
      {revision === undefined ? null : <input type="hidden" name="revision" value={revision} />}
      <TextField {...frame('name')} label={form.name} required defaultValue={one('name')} input={{ maxLength: 60 }} />
      <SelectField {...frame('kind')} label={form.kind} required blank={words.choose} defaultValue={one('kind')} choices={spaceKinds.map((value) => ({ value, label: words.kinds[value] }))} />
      {ticks('bands', bands.map((value) => ({ value, label: words.bands[value] })), form.ages, true)}
      <TextField {...frame('address')} label={form.address} required defaultValue={one('address')} input={{ maxLength: 120 }} />
      <TextField {...frame('lng')} label={form.lng} defaultValue={one('lng')} input={{ inputMode: 'decimal', maxLength: 20 }} short />
      <TextField {...frame('lat')} label={form.lat} defaultValue={one('lat')} input={{ inputMode: 'decimal', maxLength: 20 }} short />
      <SelectField {...frame('datum')} label={form.datum} hint={form.datumHint} defaultValue={one('datum') ?? 'wgs84'} choices={datums.map((value) => ({ value, label: form.datums[value] }))} />
      <TickField {...frame('isCoarse')} label={form.coarse} defaultChecked={one('isCoarse') === 'yes'} />
      <NumberField {...frame('area')} label={form.area} unit={form.unit} defaultValue={one('area')} />
      <LongTextField {...frame('fittings')} label={form.fittings} hint={form.fittingsHint} rows={4} defaultValue={one('fittings')} input={{ maxLength: 3000 }} />
      {(['workdays', 'daysOff', 'holidays'] as const).map((kind) => <TextField key={kind} {...frame(kind)} label={form[kind]} hint={kind === 'workdays' ? form.hoursHint : undefined} defaultValue={one(kind)} input={{ maxLength: 120 }} />)}
      <TextField {...frame('hoursNote')} label={form.hoursNote} defaultValue={one('hoursNote')} input={{ maxLength: 200 }} />
      {ticks('access', accessKinds.map((value) => ({ value, label: words.access[value] })), form.access)}
      {ticks('norms', spaceNorms.map((value) => ({ value, label: words.norms[value] })), form.norms)}
      <TextField {...frame('responsibleName')} label={form.responsible} required defaultValue={one('responsibleName')} input={{ maxLength: 60 }} />
      <TextField {...frame('responsibleContact')} label={form.contact} hint={form.contactHint} defaultValue={one('responsibleContact')} input={{ maxLength: 60 }} />
      <NumberField {...frame('inspectEvery')} label={form.every} defaultValue={one('inspectEvery') ?? '30'} />
      {[typed['photoIds'] ?? []].flat().map((id) => <input key={id} type="hidden" name="photoIds[]" value={id} />)}
      <UploadField {...frame('photos')} label={form.photos} hint={form.photosHint} choose={form.choosePhotos} rule={form.photoRule} accept="image/*" multiple />
      <Button>{words.work.save}</Button>
    </form>
  );
}
