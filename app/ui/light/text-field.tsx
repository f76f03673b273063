import type { InputHTMLAttributes, TextareaHTMLAttributes } from 'react';
import { controlOf, Field, type FieldFrame } from './field.tsx';

type Input = Omit<InputHTMLAttributes<HTMLInputElement>, 'id' | 'name' | 'className' | 'defaultValue' | 'value'>;
type Area = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id' | 'name' | 'className' | 'defaultValue' | 'value'>;

/** 一行字 one line of text. */
export function TextField({
  defaultValue,
  input,
  short,
  ...frame
}: FieldFrame & { defaultValue?: string | undefined; input?: Input; short?: boolean }) {
  return (
    <Field frame={frame} {...(short ? { short } : {})}>
      <input type="text" {...input} {...controlOf(frame)} defaultValue={defaultValue} />
    </Field>
  );
}

/** 数：手机出数字键盘，单位写在框里 a number with its unit inside the box. */
export function NumberField({
  defaultValue,
  unit,
  decimal,
  input,
  ...frame
}: FieldFrame & { defaultValue?: string | number | undefined; unit?: string; decimal?: boolean; input?: Input }) {
  const control = (
    <input
      type="text"
      inputMode={decimal ? 'decimal' : 'numeric'}
      autoComplete="off"
      {...input}
      {...controlOf(frame)}
      defaultValue={defaultValue}
    />
  );
  const box = unit && unit.length > 3 ? 'unit long' : 'unit';
  return (
    <Field frame={frame} short>
      {unit ? (
        <div className={box}>
          {control}
          <span>{unit}</span>
        </div>
      ) : (
        control
      )}
    </Field>
  );
}

/** 日：北京日期 a Beijing day. */
export function DateField({
  defaultValue,
  min,
  max,
  input,
  ...frame
}: FieldFrame & { defaultValue?: string | undefined; min?: string; max?: string; input?: Input }) {
  return (
    <Field frame={frame} short>
      <input {...input} type="date" min={min} max={max} {...controlOf(frame)} defaultValue={defaultValue} />
    </Field>
  );
}

/** 长文：随内容长高，写明已写多少 a long answer that grows, with a count. */
export function LongTextField({
  defaultValue,
  rows = 4,
  limit,
  count,
  input,
  ...frame
}: FieldFrame & { defaultValue?: string | undefined; rows?: number; limit?: number; count?: string; input?: Area }) {
  return (
    <Field frame={frame}>
      <textarea rows={rows} data-limit={limit} {...input} {...controlOf(frame)} defaultValue={defaultValue} />
      {count ? (
        <span className="count" data-count-of={frame.id}>
          {count}
        </span>
      ) : null}
    </Field>
  );
}
