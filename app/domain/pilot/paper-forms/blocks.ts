import type { PaperWords } from '#app/i18n/paper.ts';
import type { Answer, Paper, Question, QuestionSection } from '#app/domain/pilot/calls/model.ts';
import { blankRows, type PaperBlock, type PaperField, tagOf } from './model.ts';

type Said = (words: { zh: string; en: string }) => string;

/** What is known of an application when its form is printed; a blank form knows nothing. */
export type Filled = { answers: Record<string, Answer>; papers: readonly { paper: string; name: string }[]; isBlank: boolean };

/** 一题在纸面上. */
export function fieldOf(question: Question, { answers, papers, isBlank }: Filled, words: PaperWords['print'], said: Said): PaperField {
  const value = answers[question.id];
  const unit = question.unit ? `（${said(question.unit)}）` : '';
  const most = question.kind === 'long-text' && question.most ? words.words(question.most) : '';
  const chosen = new Set([value ?? []].flat().filter((one) => typeof one === 'string'));
  const names = papers.filter(({ paper }) => paper === (question.paper as Paper | undefined)).map(({ name }) => name);
  const rows = Array.isArray(value) ? value.filter((row) => typeof row === 'object').map((row) => (question.columns ?? []).map(({ id }) => row[id] ?? '')) : [];
  const spare = isBlank ? blankRows : rows.length === 0 ? 1 : 0;
  const written = typeof value === 'string' && !question.options ? value : '';
  return {
    id: question.id, tag: tagOf(question.id), kind: question.kind, number: question.number ?? '', label: `${said(question.label)}${unit}`,
    hint: `${question.hint ? said(question.hint) : ''}${most}`, isRequired: question.isRequired,
    text: question.kind === 'paper' ? words.papers(names) || words.paperBlank : written,
    options: (question.options ?? []).map((option) => ({ value: option.value, label: said(option.label), isChosen: chosen.has(option.value) })),
    columns: (question.columns ?? []).map((column) => ({ id: column.id, label: `${said(column.label)}${column.isRequired ? words.mark : ''}` })),
    rows: [...rows, ...Array.from({ length: spare }, () => (question.columns ?? []).map(() => ''))],
  };
}

/** 排成表格: two short answers share a row where neither needs explaining; long texts and tables run across. */
export function blocksOf(section: QuestionSection, filled: Filled, words: PaperWords['print'], said: Said): PaperBlock[] {
  const blocks: PaperBlock[] = [];
  for (const question of section.questions.filter(({ paper }) => paper !== 'sealed-opinion')) {
    const field = fieldOf(question, filled, words, said);
    const last = blocks.at(-1);
    if (question.kind === 'table' || question.kind === 'long-text') blocks.push({ kind: question.kind === 'table' ? 'table' : 'long', fields: [field] });
    else if (last?.kind === 'short' && last.fields.length === 1 && isNarrow(last.fields[0]!) && isNarrow(field)) last.fields.push(field);
    else blocks.push({ kind: 'short', fields: [field] });
  }
  return blocks;
}

function isNarrow(field: PaperField): boolean {
  const kinds: PaperField['kind'][] = ['text', 'number', 'phone', 'date', 'email'];
  return kinds.includes(field.kind) && field.hint === '' && [...field.label].length <= 16 && [...field.text].length <= 24;
}
