import type { Problem } from '#app/platform/http.ts';

/** 多选: a group of boxes that posts a list; what was ticked before a refusal stays ticked. */
export function Ticks<T extends string>({ name, label, hint, options, chosen = [], problem }: { name: string; label: string; hint?: string; options: readonly { value: T; label: string }[]; chosen?: readonly T[]; problem: Problem | undefined }) {
  const given = problem?.given?.[name];
  const isOn = (value: T) => (problem?.given ? [given].flat().includes(value) : chosen.includes(value));
  const wrong = problem?.fields?.[name];
  return (
    <fieldset className="dfield choices" id={`field-${name}`}>
      <legend className="name">{label}</legend>
      {hint && <span className="hint">{hint}</span>}
      {options.map((option) => (
        <label key={option.value}><input type="checkbox" name={`${name}[]`} value={option.value} defaultChecked={isOn(option.value)} /> {option.label}</label>
      ))}
      {wrong && <span className="wrong">{wrong.join(' ')}</span>}
    </fieldset>
  );
}
