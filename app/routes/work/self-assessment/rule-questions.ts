import { inLanguage, type PlacedRule } from '#app/domain/base/standard/model.ts';
import { levels } from '#app/domain/base/rule-results/model.ts';
import type { AnswerRow } from '#app/domain/pilot/applications/form.ts';
import type { Question } from '#app/domain/pilot/calls/model.ts';
import type { Cell } from '#app/domain/pilot/self-assessment/input.ts';
import { type Field, fields, reasonLength, type Row } from '#app/domain/pilot/self-assessment/model.ts';
import { assessmentWords } from '#app/i18n/self-assessment.ts';
import type { readAnswers } from '#app/routes/apply/form/read-answers.ts';

const both = (say: (words: (typeof assessmentWords)['zh-CN']) => string) => ({ zh: say(assessmentWords['zh-CN']), en: say(assessmentWords.en) });
const idOf = (ruleId: string, field: Field) => `${ruleId}:${field}`;

/** 一条的三题: a rule asked as questions of a form, so that the form's fields, its saving and its side-by-side texts serve here too. */
export function questionsOfRule(rule: PlacedRule, isCopied: boolean): Question[] {
  const level: Question = {
    id: idOf(rule.id, 'level'), number: rule.id, kind: 'choice', label: { zh: inLanguage(rule, 'zh-CN'), en: rule.en }, isRequired: true,
    options: levels.map((value) => ({ value, label: both((words) => words.levels[value]) })),
  };
  const reason: Question = { id: idOf(rule.id, 'reason'), kind: 'long-text', label: both((words) => words.form.reason), isRequired: false, most: reasonLength };
  const confirm: Question = {
    id: idOf(rule.id, 'confirm'), kind: 'choices', label: both((words) => words.form.confirmLabel), isRequired: true, options: [{ value: 'yes', label: both((words) => words.form.confirm) }],
  };
  return isCopied ? [level, reason, confirm] : [level, reason];
}

/** What stands in a field, as the form's fields read it. */
export function answerRow(row: Row | undefined, field: Field): AnswerRow | undefined {
  const said = row?.said[field];
  if (!said) return undefined;
  const { value, revision, by, byName, at } = said.current;
  const shown = field === 'confirm' && typeof value === 'string' ? (value ? [value] : []) : value;
  return { questionId: idOf(row.ruleId, field), value: shown, revision, source: '', savedBy: by, savedByName: byName, savedAt: new Date(at), rivals: said.rivals };
}

/** From answers of the form to cells of the assessment; what is no cell is left out. */
export function cellsOf(answers: ReturnType<typeof readAnswers>): Cell[] {
  return answers.flatMap(({ questionId, value, bases }) => {
    const [ruleId, name] = questionId.split(':');
    const field = fields.find((one) => one === name);
    const text = Array.isArray(value) ? (typeof value[0] === 'string' ? value[0] : '') : value;
    return field ? [{ ruleId: ruleId!, field, value: text, bases } as Cell] : [];
  });
}
