import type { Problem } from '#app/platform/http.ts';

type Props = { name: string; title: string; options: { value: string; label: string }[]; known?: readonly string[]; problem: Problem | undefined };

/** 多选, of which each is a box of its own; none ticked is said too. */
export function Ticks({ name, title, options, known = [], problem }: Props) {
  const given = problem?.given?.[name];
  const wrong = problem?.fields?.[name];
  const chosen: readonly unknown[] = Array.isArray(given) ? given : known;
  return (
    <fieldset className="dfield choices" id={`field-${name}`} {...(wrong ? { 'aria-invalid': true as const, 'aria-describedby': `wrong-${name}` } : {})}>
      <legend className="name">{title}</legend>
      <input type="hidden" name={`${name}[]`} value="" />
      {wrong && <span className="wrong" id={`wrong-${name}`}>{wrong.join(' ')}</span>}
      {options.map(({ value, label }) => <label key={value}><input type="checkbox" name={`${name}[]`} value={value} defaultChecked={chosen.includes(value)} /> {label}</label>)}
    </fieldset>
  );
}
