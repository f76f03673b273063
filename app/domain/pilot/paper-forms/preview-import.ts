import { createHash } from 'node:crypto';
import { readSheetUpload, readWordUpload } from '#app/domain/base/documents/read-upload.ts';
import { isEmpty, tidy } from '#app/domain/pilot/applications/answers.ts';
import { wrongValue } from '#app/domain/pilot/applications/missing.ts';
import { getForm } from '#app/domain/pilot/applications/read.ts';
import { type Answer, type Question, questionsOf } from '#app/domain/pilot/calls/model.ts';
import { paperWords } from '#app/i18n/paper.ts';
import { canonicalJson } from '#app/platform/canonical-json.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { limit } from '#app/platform/limit.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { ImportLine, ImportPreview } from './model.ts';
import { fieldsOfSheets } from './read-sheet-form.ts';
import { fieldsOfWord } from './read-word-form.ts';
import type { Found } from './reading.ts';

type Form = Awaited<ReturnType<typeof getForm>>;
const fewest = 3;

/** 核对导入: what a filled form says that the application does not say yet. Nothing is written. */
export async function previewImport(ctx: Ctx, id: string, file: { name: string; content: Uint8Array }): Promise<ImportPreview> {
  const form = await getForm(ctx, id);
  if (!form.canFill) throw new Refusal('application-not-open');
  await limit(ctx, `import:${ctx.actor.id}`, 30, 600);
  const found = await readForm(ctx, form, file);
  if (found.length < Math.min(fewest, questionsOf(form.set).length)) throw new Refusal('document-not-our-form', 400);

  const preview: ImportPreview = {
    fileName: file.name, sha256: createHash('sha256').update(file.content).digest('hex'),
    lines: [], same: 0, empty: 0, locked: [], unread: found.flatMap(({ unread }) => unread),
  };
  for (const one of inOrder(form, found)) sort(preview, form, one);
  return preview;
}

async function readForm(ctx: Ctx, form: Form, { name, content }: { name: string; content: Uint8Array }): Promise<Found[]> {
  const words = paperWords[ctx.locale].import;
  if (/\.xlsx$/i.test(name)) return fieldsOfSheets(form.set, await readSheetUpload(content), words);
  if (!/\.docx$/i.test(name)) throw new Refusal('document-kind', 400);
  const said = (question: Question) => (ctx.locale === 'en' ? question.label.en : question.label.zh);
  const partOf = (question: Question) => form.set.sections.findIndex(({ questions }) => questions.includes(question)) + 1;
  return fieldsOfWord(form.set, await readWordUpload(content), words, (question) => words.places.word(partOf(question), question.number ?? '', said(question)));
}

function inOrder(form: Form, found: Found[]): Found[] {
  const order = questionsOf(form.set).map(({ id }) => id);
  return found.toSorted((a, b) => order.indexOf(a.question.id) - order.indexOf(b.question.id));
}

function sort(preview: ImportPreview, form: Form, { question, place, value: given, cells, unread }: Found): void {
  const value = tidy(question, given);
  const row = form.answers[question.id];
  const current: Answer = row?.value ?? (question.kind === 'table' || question.kind === 'choices' ? [] : '');
  if (isEmpty(value)) {
    if (unread.length === 0) preview.empty += 1;
    return;
  }
  if (plainText(value) === plainText(current)) {
    preview.same += 1;
    return;
  }
  const isLocked = form.application.status === 'returned' && !form.returned.some(({ item }) => item === question.id || item === 'auto:required');
  if (isLocked) {
    preview.locked.push(question.id);
    return;
  }
  const bases = row ? [row.revision, ...row.rivals.map(({ revision }) => revision)] : [];
  const wrong = wrongAt(question, value, place, cells);
  preview.lines.push({ questionId: question.id, place, value, current, bases, state: isEmpty(current) ? 'new' : 'differs', ...(wrong ? { wrong } : {}) });
}

/** Spaces at the ends of lines are lost on the way through an office program; they are no difference. */
function plainText(value: Answer): string {
  return canonicalJson(value).replaceAll(/[ \t　]+(?=\\n|")/g, '');
}

/** 错在哪: for a table the cell, otherwise the question. */
function wrongAt(question: Question, value: Answer, place: string, cells: string[][] | undefined): ImportLine['wrong'] {
  const whole = wrongValue(question, value);
  if (!whole) return undefined;
  const rows = question.kind === 'table' && Array.isArray(value) ? (value as Record<string, string>[]) : [];
  for (const [at, row] of rows.entries()) {
    for (const [column, one] of (question.columns ?? []).entries()) {
      const wrong = wrongValue({ ...question, columns: [one], leastRows: 0 }, [{ [one.id]: row[one.id] ?? '' }]);
      if (wrong) return { why: wrong.why, figure: String(at + 1), place: cells?.[at]?.[column] ?? place };
    }
  }
  const row = Number(whole.figure ?? 0) - 1;
  return { why: whole.why, figure: whole.figure ?? '', place: cells?.[row]?.[0] ?? place };
}
