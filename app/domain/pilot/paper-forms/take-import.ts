import { eq, sql } from 'drizzle-orm';
import { isSame } from '#app/domain/pilot/applications/answers.ts';
import { answersOf, hold } from '#app/domain/pilot/applications/form.ts';
import { saveSection } from '#app/domain/pilot/applications/save-section.ts';
import type { Answer, QuestionSet } from '#app/domain/pilot/calls/model.ts';
import { getQuestionSet, questionOf } from '#app/domain/pilot/calls/question-sets.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { TakeInput } from './input.ts';
import { formImports, type ImportedLine } from './tables.server.ts';

/** 写入导入: what was chosen goes through the same save as typed answers; what stood before is kept for the undo. */
export function takeImport(ctx: Ctx, id: string, input: TakeInput): Promise<{ importId: string; written: number }> {
  return change(ctx, async (tx) => {
    const held = await hold(tx, id, 'application.fill');
    const set = await getQuestionSet(tx, held.questionSetId);
    const before = new Map((await answersOf(tx, id)).map((row) => [row.questionId, row.value]));
    const saved = await saveSection(tx, id, { answers: input.answers });
    const lines: ImportedLine[] = saved.map(({ questionId, mine }) => ({ questionId, before: before.get(questionId) ?? nothing(set, questionId), revision: mine }));
    const [row] = await tx.db
      .insert(formImports)
      .values({
        applicationId: id, fileName: input.fileName, sha256: input.sha256, lines,
        importedBy: tx.actor.id, importedByName: tx.actor.name, importedAt: tx.now,
      })
      .returning({ id: formImports.id });
    await tx.record('application.imported', { id, regionCode: held.regionCode }, { fileName: input.fileName, sha256: input.sha256, questions: lines.map((line) => line.questionId) });
    return { importId: row!.id, written: lines.length };
  });
}

/** 撤销导入: what the import wrote goes back to what stood before, except where somebody has changed it since. */
export function undoImport(ctx: Ctx, id: string, importId: string): Promise<{ restored: number; kept: number }> {
  return change(ctx, async (tx) => {
    const held = await hold(tx, id, 'application.fill');
    const { rows: [found] } = await tx.db.execute<{ lines: ImportedLine[]; undone: boolean }>(
      sql`select lines, undone_at is not null as undone from form_imports where id = ${importId} and application_id = ${id} for update`,
    );
    if (!found) throw new Refusal('form-import-not-found', 404);
    if (found.undone) throw new Refusal('form-import-undone');
    const now = new Map((await answersOf(tx, id)).map((row) => [row.questionId, row]));
    const back = found.lines.filter(({ questionId, revision, before }) => {
      const row = now.get(questionId);
      return row?.revision === revision && row.rivals.length === 0 && !isSame(row.value, before);
    });
    if (back.length > 0) await saveSection(tx, id, { answers: back.map(({ questionId, before, revision }) => ({ questionId, value: before, bases: [revision] })) });
    await tx.db.update(formImports).set({ undoneAt: tx.now }).where(eq(formImports.id, importId));
    await tx.record('application.import-undone', { id, regionCode: held.regionCode }, { importId, restored: back.length, kept: found.lines.length - back.length });
    return { restored: back.length, kept: found.lines.length - back.length };
  });
}

function nothing(set: QuestionSet, questionId: string): Answer {
  const { kind } = questionOf(set, questionId);
  return kind === 'table' || kind === 'choices' ? [] : '';
}
