import type { NoticeText } from '#app/domain/children/identity/notice.ts';
import { familyWords } from '#app/i18n/family.ts';
import { useWords } from '#app/i18n/pair.ts';
import type { Problem } from '#app/platform/http.ts';
import { ChoiceField } from '#app/ui/light/choice-field.tsx';

const given = (problem: Problem | undefined, name: string) => {
  const value = problem?.given?.[name];
  return typeof value === 'string' ? value : undefined;
};

/** 登记的两个问题: what the guardian says and what the child says, each in fields of their own, none chosen beforehand. */
export function ConsentQuestions({ text, problem }: { text: NoticeText; problem: Problem | undefined }) {
  const { register: words, field } = useWords(familyWords);
  const choices = [{ value: 'yes', label: words.yes }, { value: 'no', label: words.no }];
  const asked = ['registration', 'participation'] as const;
  return (
    <>
      <h2>{words.purposes}</h2>
      {asked.map((purpose) => (
        <ChoiceField
          key={purpose} id={`${purpose}Guardian`} label={words.guardianSays(text.purposes[purpose].name)} hint={words.whyAndRefusing(text.purposes[purpose].why, text.purposes[purpose].refusing)}
          words={field} choices={choices} defaultValue={given(problem, `${purpose}Guardian`)}
        />
      ))}
      <h2 id="assent">{words.assent}</h2>
      <p>{words.assentText}</p>
      <ul>{text.child.slice(0, 6).map((line) => <li key={line}>{line}</li>)}</ul>
      {asked.map((purpose) => (
        <ChoiceField
          key={purpose} id={`${purpose}Child`} label={words.childSays(text.purposes[purpose].child)}
          words={field} choices={choices} defaultValue={given(problem, `${purpose}Child`)}
        />
      ))}
    </>
  );
}
