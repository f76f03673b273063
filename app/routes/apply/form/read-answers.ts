import type { SaveInput } from '#app/domain/pilot/applications/input.ts';
import type { Answer, Question } from '#app/domain/pilot/calls/model.ts';

/** 读表单: the answers of one posted part, each with the revisions that its author had before them. */
export function readAnswers(form: FormData, questions: readonly Question[]): SaveInput['answers'] {
  return questions.flatMap((question) => {
    const seen = form.get(`b.${question.id}`);
    if (question.kind === 'paper' || typeof seen !== 'string') return [];
    const all = form.has(`settle.${question.id}`) ? form.get(`all.${question.id}`) : seen;
    return [{ questionId: question.id, value: readValue(form, question), bases: revisions(String(all)) }];
  });
}

function revisions(text: string): number[] {
  return text.split(',').map(Number).filter((one) => Number.isSafeInteger(one) && one >= 0).slice(0, 50);
}

function readValue(form: FormData, question: Question): Answer {
  const name = `q.${question.id}`;
  if (question.kind === 'choices') return form.getAll(name).filter((one) => typeof one === 'string').slice(0, 50);
  if (question.kind === 'table') return readRows(form, question);
  return typeof form.get(name) === 'string' ? String(form.get(name)).slice(0, 20_000) : '';
}

function readRows(form: FormData, { id, columns = [] }: Question): Record<string, string>[] {
  const rows: Record<string, string>[] = [];
  for (let index = 0; index < 60 && columns.some((column) => form.has(`q.${id}.${index}.${column.id}`)); index += 1) {
    if (form.get('go') === `remove:${id}:${index}`) continue;
    rows.push(Object.fromEntries(columns.map((column) => [column.id, String(form.get(`q.${id}.${index}.${column.id}`) ?? '').slice(0, 2000)])));
  }
  return rows;
}
