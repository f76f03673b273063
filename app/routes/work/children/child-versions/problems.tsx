import type { ReadingProblem } from '#app/domain/children/child-versions/reading-level.ts';
import { type ForChildrenWords, forChildrenWords } from '#app/i18n/for-children.ts';
import { useWords } from '#app/i18n/pair.ts';

function said(problem: ReadingProblem, { problems: words }: ForChildrenWords): string {
  if (problem.kind === 'long-breath') return words.breath(problem.text, problem.length, problem.limit);
  if (problem.kind === 'long-sentence') return words.sentence(problem.length, problem.limit);
  return problem.kind === 'rare' ? words.rare(problem.characters.join(' ')) : words.official(problem.word, problem.instead);
}

/** 太难在哪: under the sentence, what to change and how. */
export function Problems({ problems }: { problems: readonly ReadingProblem[] }) {
  const words = useWords(forChildrenWords);
  if (problems.length === 0) return null;
  return (
    <ul className="toohard">
      {problems.map((problem) => {
        const text = said(problem, words);
        return <li key={text} className="errline">{text}</li>;
      })}
    </ul>
  );
}
