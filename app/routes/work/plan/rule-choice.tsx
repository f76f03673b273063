import { inLanguage, type RuleKind, type Words } from '#app/domain/base/standard/model.ts';
import { consultingWords } from '#app/i18n/consulting.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';

/** A rule to choose: its words, how binding it is, and how it stands here. */
export type RuleOption = Words & { id: string; kind: RuleKind; level: 'partly' | 'not-met' | 'none' | null };

/** 选细则: ticks by rule; must-rules that are open and what is chosen come first, the others are folded away. */
export function RuleChoice({ id, label, hint, rules, chosen, otherLabel, isFolded = false }: { id: string; label: string; hint?: string; rules: readonly RuleOption[]; chosen: readonly string[]; otherLabel: string; isFolded?: boolean }) {
  const isFirst = (rule: RuleOption) => chosen.includes(rule.id) || (rule.level !== null && rule.kind === 'must' && !isFolded);
  const [open, others] = [rules.filter(isFirst), rules.filter((rule) => !isFirst(rule))];
  return (
    <fieldset className="field rulepick">
      <legend>{label}</legend>
      {hint ? <p className="hint">{hint}</p> : null}
      {open.length > 0 ? <Ticks id={id} rules={open} chosen={chosen} /> : null}
      {others.length > 0 ? (
        <details>
          <summary>{otherLabel}</summary>
          <Ticks id={`${id}-others`} rules={others} chosen={chosen} />
        </details>
      ) : null}
    </fieldset>
  );
}

export function Ticks({ id, rules, chosen }: { id: string; rules: readonly RuleOption[]; chosen: readonly string[] }) {
  const words = useWords(consultingWords);
  const locale = useLocale();
  return (
    <div className="choices list">
      {rules.map((rule, at) => (
        <label key={rule.id} className="choice">
          <input type="checkbox" id={at === 0 ? id : `${id}-${at + 1}`} name="rules[]" value={rule.id} defaultChecked={chosen.includes(rule.id)} />
          <span>
            <b>{rule.id}</b> {inLanguage(rule, locale)}
            <small>{words.kinds[rule.kind]}{rule.level ? ` · ${words.levels[rule.level]}` : ''}</small>
          </span>
        </label>
      ))}
    </div>
  );
}
