import type { SearchAsked } from '#app/domain/public/search/input.ts';
import { searchWords } from '#app/i18n/search.ts';
import { useWords } from '#app/i18n/pair.ts';
import { Button } from '#app/ui/light/button.tsx';
import { SelectField } from '#app/ui/light/choice-field.tsx';
import { DateField, TextField } from '#app/ui/light/text-field.tsx';

type FormProps = { asked: SearchAsked; provinces: { value: string; label: string }[] };

/** 搜索框, with what narrows the search folded away until it is used. */
export function SearchForm({ asked, provinces }: FormProps) {
  const words = useWords(searchWords);
  const isNarrowed = Boolean(asked.region ?? asked.from ?? asked.to);
  const places = asked.region && !provinces.some(({ value }) => value === asked.region) ? [{ value: asked.region, label: asked.region }, ...provinces] : provinces;
  return (
    <form method="get" action="/search" role="search" className="card mark stacked">
      <TextField id="q" label={words.words} hint={words.wordsHint} words={words.field} required defaultValue={asked.q} input={{ type: 'search', maxLength: 60, autoComplete: 'off' }} />
      {asked.kind && <input type="hidden" name="kind" value={asked.kind} />}
      <details open={isNarrowed}>
        <summary>{words.narrow}</summary>
        <div className="grid3">
          <SelectField id="region" label={words.region} words={words.field} blank={words.anyRegion} choices={places} defaultValue={asked.region} />
          <DateField id="from" label={words.from} words={words.field} defaultValue={asked.from} />
          <DateField id="to" label={words.to} words={words.field} defaultValue={asked.to} />
        </div>
      </details>
      <div>
        <Button>{words.ask}</Button>
      </div>
    </form>
  );
}
