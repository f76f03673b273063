import type { EvidenceFile } from '#app/domain/base/evidence/model.ts';
import { ageBands, confidentialities, kinds } from '#app/domain/base/evidence/model.ts';
import { factKeys } from '#app/domain/base/evidence/facts.ts';
import type { Offer } from '#app/domain/base/evidence/offers.ts';
import { sizeWords } from '#app/domain/base/files/model.ts';
import evidenceScript from '#app/enhance/evidence-form.ts?worker&url';
import reuseScript from '#app/enhance/reuse.ts?worker&url';
import { applyWords } from '#app/i18n/apply.ts';
import { evidenceWords } from '#app/i18n/evidence.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import type { Problem } from '#app/platform/http.ts';
import { scriptWords } from '#app/routes/apply/form/script-words.ts';
import { Button, ButtonLink } from '#app/ui/light/button.tsx';
import { ChoiceField, SelectField, TickField } from '#app/ui/light/choice-field.tsx';
import { Errors } from '#app/ui/light/errors.tsx';
import { Callout } from '#app/ui/light/section.tsx';
import { DateField, LongTextField, NumberField, TextField } from '#app/ui/light/text-field.tsx';
import { FileLine, UploadField } from '#app/ui/light/upload.tsx';
import { OfferList } from './offer-list.tsx';

/** What stands in the fields: what was typed, else what the piece says. */
export type Given = Partial<Record<'kind' | 'title' | 'text' | 'number' | 'unit' | 'factKey' | 'place' | 'validFrom' | 'validTo' | 'source' | 'ageBand' | 'confidentiality' | 'reason', string>>;
type Shown = { code: string; given: Given; files: Pick<EvidenceFile, 'id' | 'name' | 'size'>[]; problem: Problem | undefined; correcting?: { id: string; revision: number }; recent?: Offer[] };

/** 佐证表单: one form for entering and correcting; the fields of a kind show with it, all of them where a browser cannot hide them. */
export function EvidenceForm({ code, given, files, problem, correcting, recent = [] }: Shown) {
  const all = useWords(evidenceWords);
  const { form: words, reuse } = all;
  const script = useWords(applyWords);
  const locale = useLocale();
  const error = (name: string) => problem?.fields?.[name]?.[0];
  const texts = { required: words.required, optional: words.optional };
  const at = `/work/${code}/evidence`;
  const said = JSON.stringify({ ...JSON.parse(scriptWords(script)), removeFile: words.removeFile, known: reuse.known('{0}'), sealedProof: refusalSentence('evidence-sealed-proof', locale) });
  return (
    <div className="withside">
      <form className="card by-kind" method="post" encType="multipart/form-data" noValidate data-evidence={`${at}/upload`} data-words={said}>
        {problem?.refusal ? <Callout kind="bad">{refusalSentence(problem.refusal, locale)}</Callout> : null}
        <Errors title={words.problems} items={Object.entries(problem?.fields ?? {}).map(([name, [text]]) => ({ href: `#${name}`, text: text! }))} />
        <ChoiceField id="kind" label={words.whichKind} words={texts} required defaultValue={given.kind ?? 'document'} error={error('kind')}
          asList choices={kinds.map((kind) => ({ value: kind, label: all.kinds[kind], hint: all.kindHints[kind] }))} />
        <TextField id="title" label={words.title} hint={words.titleHint} words={texts} required defaultValue={given.title} error={error('title')}
          input={{ maxLength: 120, autoComplete: 'off', ...reusing(at) }} />
        <div className="offers" id="offers" hidden aria-live="polite" data-words={JSON.stringify({ title: reuse.title })} />
        <div className="only number">
          <NumberField id="number" label={words.number} words={texts} decimal defaultValue={given.number} error={error('number')} />
          <TextField id="unit" label={words.unit} hint={words.unitHint} words={texts} short defaultValue={given.unit} error={error('unit')} />
          <SelectField id="factKey" label={words.factKey} hint={words.factHint} words={texts} blank={words.factNone} defaultValue={given.factKey} error={error('factKey')}
            choices={factKeys.map((key) => ({ value: key, label: `${all.facts[key]}${locale === 'en' ? ` (${all.units[key]})` : `（${all.units[key]}）`}` }))} />
        </div>
        <LongTextField id="text" label={words.text} words={texts} rows={3} limit={4000} defaultValue={given.text} error={error('text')} />
        <div>
          <UploadField id="fileIds" name="papers" label={words.files} hint={words.filesHint} words={texts} multiple error={error('fileIds')}
            accept=".pdf,.jpg,.jpeg,.png,.webp,.heic,.heif,application/pdf,image/jpeg,image/png,image/webp,image/heic,image/heif" choose={words.choose} rule={words.fileRule} />
          {files.map((file) => (
            <label key={file.id} className="keepfile">
              <input type="checkbox" name="fileIds" value={file.id} defaultChecked aria-label={`${words.keep} ${file.name}`} />
              <FileLine file={{ state: 'done', name: file.name, line: sizeWords(file.size) }} />
            </label>
          ))}
        </div>
        <TextField id="source" label={words.source} hint={words.sourceHint} words={texts} required defaultValue={given.source} error={error('source')} input={{ maxLength: 200 }} />
        <TextField id="place" label={words.place} hint={words.placeHint} words={texts} defaultValue={given.place} error={error('place')} input={{ maxLength: 120 }} />
        <div className="pairfields">
          <DateField id="validFrom" label={words.validFrom} words={texts} required defaultValue={given.validFrom} error={error('validFrom')} />
          <DateField id="validTo" label={words.validTo} hint={words.validToHint} words={texts} defaultValue={given.validTo} error={error('validTo')} />
        </div>
        <SelectField id="ageBand" label={words.ageBand} words={texts} defaultValue={given.ageBand ?? ''} choices={ageBands.map((band) => ({ value: band, label: all.ageBands[band] }))} />
        <ChoiceField id="confidentiality" label={words.confidentiality} words={texts} required defaultValue={given.confidentiality ?? 'office'} error={error('confidentiality')} asList
          choices={confidentialities.map((one) => ({ value: one, label: all.confidentialities[one], hint: all.confidentialityHints[one] }))} />
        {correcting ? (
          <>
            <input type="hidden" name="revision" value={correcting.revision} />
            <LongTextField id="reason" label={words.reason} words={texts} rows={2} defaultValue={given.reason} error={error('reason')} />
          </>
        ) : null}
        <Callout>{words.never}</Callout>
        <TickField id="promise" label={words.promise} words={texts} error={error('promise')} />
        <div className="row">
          <Button>{correcting ? words.saveCorrection : words.save}</Button>
          <ButtonLink kind="quiet" href={correcting ? `${at}/${correcting.id}` : at}>{words.cancel}</ButtonLink>
        </div>
      </form>
      {correcting ? null : (
        <aside>
          <h2>{reuse.recent}</h2>
          <p className="small muted">{reuse.recentLead}</p>
          {recent.length > 0 ? <OfferList code={code} offers={recent} /> : <p className="small">{reuse.none}</p>}
        </aside>
      )}
      <script type="module" src={evidenceScript} />
      {correcting ? null : <script type="module" src={reuseScript} />}
    </div>
  );
}

const reusing = (at: string) => ({ 'data-reuse': `${at}/offers.json`, 'data-reuse-in': 'offers' });
