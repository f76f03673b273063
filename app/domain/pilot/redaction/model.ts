import { type Answer, type Question, questionsOf, type QuestionSet } from '#app/domain/pilot/calls/model.ts';

/** 遮盖件的来历: brought by the office, or the paper as it is, without what its file says about itself. */
export const redactionWays = ['uploaded', 'cleaned'] as const;
export type RedactionWay = (typeof redactionWays)[number];

const namingKinds: readonly Question['kind'][] = ['phone', 'email', 'credit-code'];
const namingFacts = ['region.name', 'community.address'];

/** 指明身份的题: marked so by the question set, or, where it says nothing, by its kind and by the fact that fills it in. */
export function identifies({ identifies: marked, kind, fact = '', id }: Question): boolean {
  return marked ?? (namingKinds.includes(kind) || fact.startsWith('organisation.') || namingFacts.includes(fact) || /(^|-)(name|department)$/.test(id));
}

/** What stands where a name stood. */
export const blot = '〔…〕';

/** 遮盖后的答案: answers that identify are left out; in all others every one of these names is blotted out. */
export function redactAnswers(set: QuestionSet, answers: Record<string, Answer>, names: readonly string[]): { questionSet: QuestionSet; answers: Record<string, Answer> } {
  const isKept = (question: Question) => !identifies(question);
  const kept = new Set(questionsOf(set).filter(isKept).map(({ id }) => id));
  const told = [...names, ...namesIn(set, answers)];
  return {
    questionSet: { ...set, sections: set.sections.map((section) => ({ ...section, questions: section.questions.filter(isKept) })).filter(({ questions }) => questions.length > 0) },
    answers: Object.fromEntries(Object.entries(answers).flatMap(([id, answer]) => (kept.has(id) ? [[id, withoutNames(answer, told)]] : []))),
  };
}

/** The texts of the answers that are left out: they are blotted out wherever else they stand. */
export function namesIn(set: QuestionSet, answers: Record<string, Answer>): string[] {
  return questionsOf(set).filter(identifies).flatMap(({ id, kind }) => {
    const answer = answers[id];
    return typeof answer === 'string' && kind !== 'choice' ? [answer] : [];
  });
}

const shortest = 2;

/** Every name as it is and without its ending (滨湖世纪社区, 滨湖世纪); the longest first, so that none hides a part of another. */
function spellings(names: readonly string[]): string[] {
  const all = names.flatMap((name) => [name.trim(), name.trim().replace(/(居民委员会|村民委员会|街道办事处|人民政府|社区|街道|居委会|村委会|[省市区县镇乡村])$/, '')]);
  return [...new Set(all)].filter((name) => name.length >= shortest).toSorted((a, b) => b.length - a.length);
}

/** The same answer with every name blotted out, in texts and in the cells of tables. */
export function withoutNames<A extends Answer>(answer: A, names: readonly string[]): A {
  const all = spellings(names);
  const clean = (text: string) => all.reduce((rest, name) => rest.replaceAll(name, blot), text);
  if (typeof answer === 'string') return clean(answer) as A;
  return answer.map((one) => (typeof one === 'string' ? clean(one) : Object.fromEntries(Object.entries(one).map(([column, cell]) => [column, clean(cell)])))) as A;
}
