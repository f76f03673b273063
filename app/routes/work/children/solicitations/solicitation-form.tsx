import { kinds } from '#app/domain/children/solicitations/model.ts';
import { applyWords } from '#app/i18n/apply.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { solicitationsWords } from '#app/i18n/solicitations.ts';
import { layers } from '#app/platform/ctx.ts';
import type { Problem } from '#app/platform/http.ts';
import { Button } from '#app/ui/light/button.tsx';
import { ChoiceField } from '#app/ui/light/choice-field.tsx';
import { Errors } from '#app/ui/light/errors.tsx';
import { Callout } from '#app/ui/light/section.tsx';
import { DateField, LongTextField, TextField } from '#app/ui/light/text-field.tsx';

type Name = 'title' | 'childRules' | 'rules' | 'licence' | 'opensOn' | 'closesOn' | 'chooseUntil' | 'showUntil' | 'prizes';
export type SolicitationText = Record<Name, string> & { kind: string; layers: readonly string[] };

/** 征集表单: what for, for whom, by which days; the licence guardians agree to stands in it. */
export function SolicitationForm({ text, revision, problem }: { text: SolicitationText; revision?: number; problem: Problem | undefined }) {
  const { form: words, ...all } = useWords(solicitationsWords);
  const { form } = useWords(applyWords);
  const locale = useLocale();
  const given = problem?.given as Partial<SolicitationText> | undefined;
  const field = (name: Name, required = true) => ({ id: name, label: words[name], words: form, required, defaultValue: given ? (given[name] ?? '') : text[name], error: problem?.fields?.[name]?.[0] });
  const days = ['opensOn', 'closesOn', 'chooseUntil', 'showUntil'] as const;
  return (
    <form method="post" className="stacked narrow" noValidate>
      {problem?.refusal ? <Callout kind="bad">{refusalSentence(problem.refusal, locale)}</Callout> : null}
      <Errors title={words.missing} items={Object.entries(problem?.fields ?? {}).map(([name, [what]]) => ({ href: `#${name}`, text: what! }))} />
      {revision === undefined ? null : <input type="hidden" name="revision" value={revision} />}
      <ChoiceField id="kind" label={words.kind} words={form} required choices={kinds.map((kind) => ({ value: kind, label: all.kinds[kind] }))} defaultValue={given?.kind ?? text.kind} error={problem?.fields?.kind?.[0]} />
      <TextField {...field('title')} hint={words.titleHint} input={{ maxLength: 60 }} />
      <LongTextField {...field('childRules')} hint={words.childRulesHint} rows={5} limit={600} />
      <LongTextField {...field('rules')} hint={words.rulesHint} rows={5} limit={4000} />
      <ChoiceField id="layers" name="layers[]" label={words.layers} words={form} required multiple choices={layers.map((layer) => ({ value: layer, label: all.layers[layer] }))} defaultValue={[...(given?.layers ?? text.layers)]} error={problem?.fields?.layers?.[0]} />
      <div className="grid2">{days.map((name) => <DateField key={name} {...field(name, name !== 'showUntil')} />)}</div>
      <LongTextField {...field('prizes', false)} hint={words.prizesHint} rows={3} />
      <LongTextField {...field('licence')} hint={words.licenceHint} rows={5} limit={2000} />
      <div className="row">
        <Button kind="quiet" name="deed" value="save">{words.save}</Button>
        <Button name="deed" value="publish">{words.publish}</Button>
      </div>
    </form>
  );
}
