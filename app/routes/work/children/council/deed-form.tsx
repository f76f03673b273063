import type { ReactNode } from 'react';
import { councilWords } from '#app/i18n/council.ts';
import { useWords } from '#app/i18n/pair.ts';
import type { Problem } from '#app/platform/http.ts';
import { sentBack } from '#app/routes/work/plan/act.ts';
import { Button } from '#app/ui/light/button.tsx';
import { SelectField, TickField } from '#app/ui/light/choice-field.tsx';
import { DateField, LongTextField, NumberField, TextField } from '#app/ui/light/text-field.tsx';

export type Asked = {
  name: string;
  label: string;
  kind?: 'text' | 'long' | 'date' | 'time' | 'number' | 'select' | 'tick';
  hint?: string;
  isOptional?: boolean;
  value?: string | number;
  rows?: number;
  choices?: { value: string; label: string }[];
};

type Props = { go: string; title?: string; asks: readonly Asked[]; problem: Problem | undefined; submit: string; id?: string; hidden?: Record<string, string>; isFolded?: boolean; hasFiles?: boolean; children?: ReactNode };

/** 办一件事的表单: its fields in their order; folded away until it is wanted or was sent back. */
export function DeedForm({ go, title, asks, problem, submit, id = '', hidden = {}, isFolded, hasFiles, children }: Props) {
  const sent = sentBack(problem, go);
  const isOurs = sent.isOurs && Object.entries(hidden).every(([name, value]) => problem?.given?.[name] === value);
  const form = (
    <form method="post" className="no-print" {...(hasFiles ? { encType: 'multipart/form-data' as const } : {})}>
      <input type="hidden" name="go" value={go} />
      {Object.entries(hidden).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      {asks.map((ask) => <OneField key={ask.name} ask={ask} prefix={`${go}${id}`} error={isOurs ? sent.error(ask.name) : undefined} given={isOurs ? sent.text(ask.name) : undefined} />)}
      {children}
      <p className="row"><Button>{submit}</Button></p>
    </form>
  );
  return isFolded ? <details open={isOurs} className="no-print"><summary>{title ?? submit}</summary>{form}</details> : form;
}

function OneField({ ask, prefix, error, given }: { ask: Asked; prefix: string; error: string | undefined; given: string | undefined }) {
  const { form } = useWords(councilWords);
  const value = given ?? (ask.value === undefined ? '' : String(ask.value));
  const frame = { id: `${prefix}-${ask.name}`, name: ask.name, label: ask.label, words: form, error, ...(ask.hint ? { hint: ask.hint } : {}), ...(ask.isOptional ? {} : { required: true }) };
  if (ask.kind === 'long') return <LongTextField {...frame} rows={ask.rows ?? 4} defaultValue={value} />;
  if (ask.kind === 'date') return <DateField {...frame} defaultValue={value} />;
  if (ask.kind === 'number') return <NumberField {...frame} defaultValue={value} />;
  if (ask.kind === 'select') return <SelectField {...frame} choices={ask.choices ?? []} defaultValue={value} />;
  if (ask.kind === 'tick') return <TickField {...frame} defaultChecked={value === 'yes'} />;
  return <TextField {...frame} defaultValue={value} {...(ask.kind === 'time' ? { input: { type: 'time' } } : {})} />;
}

/** 一键办理: a button that needs no more than to be pressed. */
export function DeedButton({ go, hidden = {}, label, isQuiet }: { go: string; hidden?: Record<string, string>; label: string; isQuiet?: boolean }) {
  return (
    <form method="post" className="no-print">
      <input type="hidden" name="go" value={go} />
      {Object.entries(hidden).map(([name, value]) => <input key={name} type="hidden" name={name} value={value} />)}
      <Button small {...(isQuiet ? { kind: 'quiet' as const } : {})}>{label}</Button>
    </form>
  );
}
