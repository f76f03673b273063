import { and, eq } from 'drizzle-orm';
import { ownFile, type StoredFile } from '#app/domain/base/files/read.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { type Held, hold, onlyReturned, papersOf, stillOpen } from './form.ts';
import type { PaperInput } from './input.ts';
import { mostOfPapers } from './model.ts';
import { type Paper, questionsOf } from '#app/domain/pilot/calls/model.ts';
import { getQuestionSet } from '#app/domain/pilot/calls/question-sets.ts';
import { restNoLonger } from './rest-no-longer.ts';
import { applicationPapers, applications } from './tables.server.ts';

/** 添加材料: puts a file that this person uploaded into the application; the same file twice is one paper. */
export function attachPaper(ctx: Ctx, id: string, input: PaperInput): Promise<void> {
  return change(ctx, async (tx) => {
    const held = await hold(tx, id, 'application.fill');
    await putPaper(tx, held, input.paper, await ownFile(tx, input.fileId));
  });
}

/** Puts a file among the papers of a held application, if it is open for it and within the limits; part of another change. */
export async function putPaper(tx: Change, held: Held, paper: Paper, file: Pick<StoredFile, 'id' | 'size' | 'sha256'>): Promise<void> {
  stillOpen(tx, held);
  const question = questionsOf(await getQuestionSet(tx, held.questionSetId)).find((one) => one.paper === paper);
  if (!question) throw new Refusal('question-not-found', 400);
  await onlyReturned(tx, held, [question.id]);

  const papers = await papersOf(tx, held.id);
  const already = papers.filter((one) => one.paper === paper);
  const isThere = already.some((one) => one.fileId === file.id);
  if (!isThere && already.length >= (question.most ?? 5)) throw new Refusal('papers-full');
  if (!isThere && papers.reduce((sum, one) => sum + one.size, file.size) > mostOfPapers) throw new Refusal('papers-too-large');
  await tx.db
    .insert(applicationPapers)
    .values({ applicationId: held.id, paper, fileId: file.id, attachedBy: tx.actor.id, attachedAt: tx.now })
    .onConflictDoNothing();
  await tx.db.update(applications).set({ updatedAt: tx.now }).where(eq(applications.id, held.id));
  await tx.record('application.paper-attached', { id: held.id, regionCode: held.regionCode }, { paper, fileId: file.id, sha256: file.sha256 });
}

/** 移除材料: takes a paper out again; earlier submissions keep what they held. */
export function removePaper(ctx: Ctx, id: string, input: PaperInput): Promise<void> {
  return change(ctx, async (tx) => {
    const held = await hold(tx, id, 'application.fill');
    stillOpen(tx, held);
    const question = questionsOf(await getQuestionSet(tx, held.questionSetId)).find((one) => one.paper === input.paper);
    await onlyReturned(tx, held, [question?.id ?? '']);
    const gone = await tx.db
      .delete(applicationPapers)
      .where(and(eq(applicationPapers.applicationId, id), eq(applicationPapers.paper, input.paper), eq(applicationPapers.fileId, input.fileId)))
      .returning({ fileId: applicationPapers.fileId });
    if (gone.length === 0) throw new Refusal('paper-not-found', 404);
    await restNoLonger(tx, held, input.fileId);
    await tx.db.update(applications).set({ updatedAt: tx.now }).where(eq(applications.id, id));
    await tx.record('application.paper-removed', { id, regionCode: held.regionCode }, input);
  });
}
