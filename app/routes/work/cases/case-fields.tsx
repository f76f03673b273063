import type { Offer } from '#app/domain/base/evidence/offers.ts';
import { inLanguage, type Section as StandardSection } from '#app/domain/base/standard/model.ts';
import { ageBands, type CaseContent, tags } from '#app/domain/pilot/case-library/model.ts';
import { applyWords } from '#app/i18n/apply.ts';
import { casesWords } from '#app/i18n/cases.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ChoiceField } from '#app/ui/light/choice-field.tsx';
import { DateField, LongTextField, NumberField, TextField } from '#app/ui/light/text-field.tsx';

type Props = {
  content: CaseContent; given: Record<string, unknown> | undefined; problems: Record<string, string[]> | undefined; sections: readonly StandardSection[]; offers: readonly Offer[]; place: string;
};
const list = (value: unknown): string[] => (value === undefined || value === '' ? [] : ([value].flat() as string[]));

/** 案例的文字 as the form shows them. */
export function asTyped({ partners, outcomes, cost, months, ...content }: CaseContent): Record<string, string> {
  const { title, summary, problem, action, lessons, funding, startedOn, titleEn, summaryEn } = content;
  return {
    title, summary, problem, action, outcomes: outcomes.map(({ what, before, after, unit }) => [what, before ?? '', after, unit].join('｜')).join('\n'), lessons, cost: cost === null ? '' : String(cost),
    months: months ? String(months) : '', startedOn, funding, partners: partners.map(({ name, role }) => (role ? `${name}｜${role}` : name)).join('\n'), titleEn, summaryEn,
  };
}

/** 案例的各项, with what was typed when a save was refused. */
export function CaseFields({ content, given, problems, sections, offers, place }: Props) {
  const words = useWords(casesWords);
  const own = words.own;
  const form = useWords(applyWords).form;
  const locale = useLocale();
  const typed = asTyped(content);
  const text = (name: 'title' | 'titleEn' | 'summary' | 'summaryEn' | 'problem' | 'action' | 'lessons' | 'funding' | 'startedOn', required = false) => ({
    id: name, label: own.fields[name]!, words: form, required, defaultValue: String(given ? (given[name] ?? '') : typed[name]), ...(own.hints[name] ? { hint: own.hints[name] } : {}), error: problems?.[name]?.[0],
  });
  const lines = (name: 'partners' | 'outcomes', required: boolean) => ({
    id: name, label: own.fields[name]!, words: form, required, hint: own.hints[name], defaultValue: String(given ? (given[name] ?? '') : typed[name]), error: problems?.[name]?.[0],
  });
  const number = (name: 'cost' | 'months', required: boolean, unit: string) => ({
    id: name, label: own.fields[name]!, words: form, required, unit, defaultValue: String(given ? (given[name] ?? '') : typed[name]), ...(own.hints[name] ? { hint: own.hints[name] } : {}), error: problems?.[name]?.[0],
  });
  const chosen = (name: 'ruleIds' | 'tags' | 'ages' | 'evidenceIds') => (given ? list(given[name]) : content[name]);
  return (
    <>
      <TextField {...text('title', true)} input={{ maxLength: 60 }} />
      <LongTextField {...text('summary', true)} rows={2} limit={300} />
      <LongTextField {...text('problem', true)} rows={4} limit={3000} />
      <LongTextField {...text('action', true)} rows={8} limit={6000} />
      <LongTextField {...lines('outcomes', true)} rows={3} />
      <LongTextField {...text('lessons')} rows={4} limit={3000} />
      <div className="grid2">
        <NumberField {...number('cost', false, own.yuan)} />
        <NumberField {...number('months', true, own.month)} />
        <DateField {...text('startedOn', true)} />
        <TextField {...text('funding')} input={{ maxLength: 200 }} />
      </div>
      <LongTextField {...lines('partners', false)} rows={3} />
      <ChoiceField id="tags" name="tags[]" label={own.fields.tags!} words={form} multiple choices={tags.map((value) => ({ value, label: words.tags[value] }))} defaultValue={chosen('tags')} />
      <ChoiceField id="ages" name="ages[]" label={own.fields.ages!} words={form} multiple choices={ageBands.map((value) => ({ value, label: words.ages[value] }))} defaultValue={chosen('ages')} />
      <details className="box" id="ruleIds" open={chosen('ruleIds').length === 0}>
        <summary>{own.fields.ruleIds}<small className="muted">{chosen('ruleIds').join(' ') || own.rulesOpen}</small></summary>
        {sections.map((section) => (
          <ChoiceField
            key={section.id} id={`rules-${section.id}`} name="ruleIds[]" label={`${section.id} ${inLanguage(section, locale)}`} words={form} multiple asList
            choices={section.norms.flatMap((norm) => norm.rules).map((rule) => ({ value: rule.id, label: `${rule.id} ${inLanguage(rule, locale)}` }))} defaultValue={chosen('ruleIds')}
          />
        ))}
      </details>
      {offers.length === 0 ? <p className="note">{own.noEvidence} <a href={`/work/${place}/evidence/new`}>{own.toEvidence}</a></p> : (
        <ChoiceField id="evidenceIds" name="evidenceIds[]" label={own.fields.evidenceIds!} words={form} multiple asList hint={own.hints.evidenceIds} choices={offers.map((offer) => ({ value: offer.id, label: offer.title, hint: offer.summary }))} defaultValue={chosen('evidenceIds')} />
      )}
      <details className="box">
        <summary>English</summary>
        <TextField {...text('titleEn')} input={{ maxLength: 160 }} />
        <LongTextField {...text('summaryEn')} rows={2} limit={900} />
      </details>
    </>
  );
}
