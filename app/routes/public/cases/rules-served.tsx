import { inLanguage } from '#app/domain/base/standard/model.ts';
import type { rulesOfCase } from '#app/domain/pilot/case-library/rules-of-case.ts';
import { casesWords } from '#app/i18n/cases.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';

/** 对应的细则 in the words of the edition of its day; what has become of them since is said. */
export function RulesServed({ served: { edition, rules } }: { served: Awaited<ReturnType<typeof rulesOfCase>> }) {
  const words = useWords(casesWords);
  const locale = useLocale();
  return (
    <span className="rulelist">
      {rules.map((rule) => (
        <span key={rule.id}>
          {rule.since === 'gone' ? rule.id : <a href={`/standard/${rule.id}`}>{rule.id}</a>} {inLanguage(rule, locale)}
          {rule.since === 'same' ? null : <small> {words.since[rule.since]}</small>}
        </span>
      ))}
      {edition.isCurrent ? null : <small>{words.ofEdition(inLanguage(edition, locale))}</small>}
    </span>
  );
}
