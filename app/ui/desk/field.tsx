import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react';
import { deskWords } from '#app/i18n/desk.ts';
import { useWords } from '#app/i18n/pair.ts';
import type { Problem } from '#app/platform/http.ts';

type Frame = { name: string; id?: string; label: string; hint?: ReactNode; optional?: boolean; problem?: Problem | undefined };

/** What the field shows first: what was typed before a refusal, else what is known. */
export function givenOr(problem: Problem | undefined, name: string, known: string | undefined): string {
  const given = problem?.given?.[name];
  return typeof given === 'string' ? given : (known ?? '');
}

function aria({ name, id = name, problem, hint }: Pick<Frame, 'name' | 'id' | 'problem' | 'hint'>) {
  const wrong = problem?.fields?.[name];
  const told = [hint ? `hint-${id}` : '', wrong ? `wrong-${id}` : ''].filter(Boolean).join(' ');
  return { id: `field-${id}`, name, ...(wrong ? { 'aria-invalid': true as const } : {}), ...(told ? { 'aria-describedby': told } : {}) };
}

/** 一项: its name, a hint, the control, and what is wrong with it. */
export function Field({ name, id = name, label, hint, optional, problem, children }: Frame & { children: ReactNode }) {
  const words = useWords(deskWords);
  const wrong = problem?.fields?.[name];
  return (
    <div className="dfield">
      <label className="name" htmlFor={`field-${id}`}>
        {label}
        {optional && <em>{words.optional}</em>}
      </label>
      {hint && (
        <span className="hint" id={`hint-${id}`}>
          {hint}
        </span>
      )}
      {children}
      {wrong && (
        <span className="wrong" id={`wrong-${id}`}>
          {wrong.join(' ')}
        </span>
      )}
    </div>
  );
}

/** 单行: plain controls post with the form, with or without a script. */
export function TextField({ label, hint, optional, problem, known, id, ...input }: Frame & { known?: string | undefined } & InputHTMLAttributes<HTMLInputElement>) {
  const { name } = input;
  return (
    <Field {...{ name, label, hint, problem, ...(id ? { id } : {}) }} optional={optional ?? false}>
      <input className="dctl" required={!optional} defaultValue={givenOr(problem, name, known)} {...input} {...aria({ name, ...(id ? { id } : {}), problem, hint })} />
    </Field>
  );
}

/** 多行. */
export function LongField({ label, hint, optional, problem, known, id, ...input }: Frame & { known?: string | undefined } & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const { name } = input;
  return (
    <Field {...{ name, label, hint, problem, ...(id ? { id } : {}) }} optional={optional ?? false}>
      <textarea className="dctl" rows={4} required={!optional} defaultValue={givenOr(problem, name, known)} {...input} {...aria({ name, ...(id ? { id } : {}), problem, hint })} />
    </Field>
  );
}

export type Option = { value: string; label: string };

/** 单选下拉. */
export function SelectField({ label, hint, optional, problem, known, id, options, ...input }: Frame & { known?: string | undefined; options: readonly Option[] } & SelectHTMLAttributes<HTMLSelectElement>) {
  const { name } = input;
  const words = useWords(deskWords);
  return (
    <Field {...{ name, label, hint, problem, ...(id ? { id } : {}) }} optional={optional ?? false}>
      <select className="dctl" required={!optional} defaultValue={givenOr(problem, name, known)} {...input} {...aria({ name, ...(id ? { id } : {}), problem, hint })}>
        <option value="">{words.choose}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
