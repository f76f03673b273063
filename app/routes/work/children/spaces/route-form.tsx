import { datums } from '#app/domain/service/spaces/coordinates.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { spacesWords } from '#app/i18n/spaces.ts';
import type { Problem } from '#app/platform/http.ts';
import { Button } from '#app/ui/light/button.tsx';
import { SelectField } from '#app/ui/light/choice-field.tsx';
import { Callout } from '#app/ui/light/section.tsx';
import { LongTextField, TextField } from '#app/ui/light/text-field.tsx';

/** 画路线、更正路线: its parts one a line. */
export function RouteForm({ given, problem, deed }: { given: Record<string, string>; problem: Problem; deed?: string }) {
  const words = useWords(spacesWords);
  const locale = useLocale();
  const { route, form } = words.work;
  const typed = { ...given, ...problem.given } as Record<string, string | undefined>;
  const frame = (id: string) => ({ id, name: id, words: { required: words.required, optional: words.optional }, error: problem.fields?.[id]?.[0] });
  return (
    <form method="post" className="narrow">
      {problem.refusal ? <Callout kind="bad">{refusalSentence(problem.refusal, locale)}</Callout> : null}
      {deed ? <input type="hidden" name="deed" value={deed} /> : null}
      <TextField {...frame('name')} label={route.name} required defaultValue={typed['name']} input={{ maxLength: 60 }} />
      <TextField {...frame('school')} label={route.school} required defaultValue={typed['school']} input={{ maxLength: 60 }} />
      <TextField {...frame('about')} label={route.about} defaultValue={typed['about']} input={{ maxLength: 500 }} />
      <LongTextField {...frame('segments')} label={route.segments} hint={route.segmentsHint} required rows={5} defaultValue={typed['segments']} input={{ maxLength: 20_000 }} />
      <SelectField {...frame('datum')} label={form.datum} hint={form.datumHint} defaultValue={typed['datum'] ?? 'wgs84'} choices={datums.map((value) => ({ value, label: form.datums[value] }))} />
      <Button kind="quiet">{words.work.save}</Button>
    </form>
  );
}
