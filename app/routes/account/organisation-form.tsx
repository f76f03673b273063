import { organisationKinds } from '#app/domain/base/organisations/model.ts';
import { organisationsWords } from '#app/i18n/organisations.ts';
import { useWords } from '#app/i18n/pair.ts';
import type { Problem } from '#app/platform/http.ts';
import { Button } from '#app/ui/light/button.tsx';
import { ChoiceField, SelectField } from '#app/ui/light/choice-field.tsx';
import { TextField } from '#app/ui/light/text-field.tsx';

type Known = { id: string; name: string; kind: string; creditCode: string | null; regionCode: string; address: string; contactName: string; contactPhone: string };
type FormProps = { known: Known | undefined; places: { value: string; label: string }[]; where: string; problem: Problem | undefined };

/** 登记或更正机构: the region is found first by its name, then chosen; complete without a script. */
export function OrganisationForm({ known, places, where, problem }: FormProps) {
  const words = useWords(organisationsWords);
  const frame = (name: 'name' | 'kind' | 'creditCode' | 'regionCode' | 'address' | 'contactName' | 'contactPhone', required = true) => {
    const given = problem?.given?.[name];
    return {
      id: name,
      label: words[name],
      words: words.field,
      required,
      error: problem?.fields?.[name]?.join(' '),
      defaultValue: typeof given === 'string' ? given : (known?.[name] ?? undefined),
    };
  };
  return (
    <div className="stacked">
      <form method="get" className="card">
        {known && <input type="hidden" name="edit" value={known.id} />}
        <TextField id="where" label={words.regionSearch} words={words.field} defaultValue={where} input={{ type: 'search', maxLength: 60 }} />
        <Button kind="quiet">{words.regionFind}</Button>
        {where !== '' && places.length === 0 && <p className="note">{words.regionNone}</p>}
      </form>
      <form method="post" className="card mark" action={known ? `?edit=${known.id}&where=${encodeURIComponent(where)}` : `?where=${encodeURIComponent(where)}`}>
        <h2>{known ? words.edit : words.register}</h2>
        {places.length > 0 ? (
          <ChoiceField {...frame('regionCode')} choices={places} asList defaultValue={frame('regionCode').defaultValue ?? places[0]?.value} />
        ) : (
          <p className="note">{words.regionFirst}</p>
        )}
        <TextField {...frame('name')} input={{ maxLength: 80, autoComplete: 'organization' }} />
        <SelectField {...frame('kind')} blank={words.choose} choices={organisationKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))} />
        <TextField {...frame('creditCode', false)} hint={words.creditCodeHint} input={{ maxLength: 18, autoCapitalize: 'characters', spellCheck: false }} />
        <TextField {...frame('address', false)} input={{ maxLength: 200, autoComplete: 'street-address' }} />
        <TextField {...frame('contactName')} input={{ maxLength: 40, autoComplete: 'name' }} />
        <TextField {...frame('contactPhone')} input={{ maxLength: 20, type: 'tel', autoComplete: 'tel' }} />
        <div className="field">
          <Button>{known ? words.save : words.register}</Button>
        </div>
      </form>
    </div>
  );
}
