import type { SelectHTMLAttributes } from 'react';
import { controlOf, describedBy, Field, FieldHint, FieldNotes, LabelWords, type FieldFrame } from './field.tsx';

export type Choice = { value: string; label: string; hint?: string; disabled?: boolean };

/** 单选或多选：真的单选框、复选框；编号落在第一个上，错误链接直接到它 radios or checkboxes; the id is on the first. */
export function ChoiceField({
  choices,
  multiple,
  asList,
  defaultValue = [],
  ...frame
}: FieldFrame & {
  choices: Choice[];
  multiple?: boolean;
  asList?: boolean;
  defaultValue?: string | string[] | undefined;
}) {
  const chosen = [defaultValue].flat();
  const group = multiple
    ? {}
    : {
        role: 'radiogroup',
        'aria-invalid': frame.error ? true : undefined,
        'aria-required': frame.required || undefined,
      };
  return (
    <fieldset className={frame.error ? 'field bad' : 'field'} aria-describedby={describedBy(frame)} {...group}>
      <legend>
        <LabelWords frame={frame} />
      </legend>
      <FieldHint frame={frame} />
      <div className={asList ? 'choices list' : 'choices'}>
        {choices.map((choice, index) => (
          <label key={choice.value} className="choice">
            <input
              type={multiple ? 'checkbox' : 'radio'}
              id={index ? `${frame.id}-${index + 1}` : frame.id}
              name={frame.name ?? frame.id}
              value={choice.value}
              defaultChecked={chosen.includes(choice.value)}
              disabled={choice.disabled}
              aria-invalid={multiple && frame.error ? true : undefined}
            />
            <span>
              {choice.label}
              {choice.hint ? <small>{choice.hint}</small> : null}
            </span>
          </label>
        ))}
      </div>
      <FieldNotes frame={frame} />
    </fieldset>
  );
}

type Select = Omit<SelectHTMLAttributes<HTMLSelectElement>, 'id' | 'name' | 'className' | 'defaultValue' | 'value'>;

/** 下拉：第一项是“请选择” a select; its first line asks to choose. */
export function SelectField({
  choices,
  blank,
  defaultValue = '',
  input,
  ...frame
}: FieldFrame & { choices: Choice[]; blank?: string; defaultValue?: string | undefined; input?: Select }) {
  return (
    <Field frame={frame}>
      <select {...input} {...controlOf(frame)} defaultValue={defaultValue}>
        {blank === undefined ? null : <option value="">{blank}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} disabled={choice.disabled}>
            {choice.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** 一个勾：同意、确认 one tick: I agree, I have checked. */
export function TickField({ defaultChecked, ...frame }: FieldFrame & { defaultChecked?: boolean }) {
  return (
    <div className={frame.error ? 'field bad' : 'field'}>
      <div className="choices list">
        <label className="choice">
          <input
            type="checkbox"
            id={frame.id}
            name={frame.name ?? frame.id}
            value="yes"
            defaultChecked={defaultChecked}
            aria-describedby={describedBy(frame)}
            aria-invalid={frame.error ? true : undefined}
          />
          <span>
            {frame.label}
            {frame.hint ? <small id={`${frame.id}-hint`}>{frame.hint}</small> : null}
          </span>
        </label>
      </div>
      <FieldNotes frame={frame} />
    </div>
  );
}
