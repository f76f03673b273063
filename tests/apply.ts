import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Db } from '#app/db/db.server.ts';
import { storeFile } from '#app/domain/base/files/store-file.ts';
import { attachPaper } from '#app/domain/pilot/applications/attach-paper.ts';
import type { Answer } from '#app/domain/pilot/calls/model.ts';
import { saveSection } from '#app/domain/pilot/applications/save-section.ts';
import { startDraft } from '#app/domain/pilot/applications/start-draft.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { system } from '#app/platform/ctx.ts';
import { seedQuestionSet } from '#seed/question-set.ts';
import { completeAnswers } from './answers.ts';
import { aCall, aRegion, aUser } from './cycle.ts';
import { as, binhu, ctxOf, today } from './world.ts';

/** A one-page PDF like the one a scanner makes. */
export function aPdf(inside = ''): Buffer {
  return Buffer.from(
    `%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R ${inside} >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n` +
      `3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n`,
    'latin1',
  );
}

/** A folder of this run's own for stored files. */
export function ownFilesFolder(): void {
  process.env.FILES_DIR ??= mkdtempSync(join(tmpdir(), 'tongyou-files-'));
}

ownFilesFolder();

/** The officer of Binhu Shiji on some day, with an account. */
export async function officer(db: Db, now: Date = today): Promise<Ctx> {
  const ctx = as(db, 'government-officer', binhu, now);
  await aUser(db, ctx.actor.id);
  return ctx;
}

/** A call with the questions of the pilot form, and Binhu Shiji in the list of regions. */
export async function aPilotCall(db: Db, given: Parameters<typeof aCall>[1] = {}): Promise<string> {
  await seedQuestionSet(ctxOf(db, system));
  await aRegion(db, binhu, '滨湖世纪社区');
  return aCall(db, { questionSetId: 'pilot-1', ...given });
}

export async function aDraft(db: Db, given: Parameters<typeof aCall>[1] = {}) {
  const ctx = await officer(db);
  const callId = await aPilotCall(db, given);
  const { id, number } = await startDraft(ctx, { callId, regionCode: binhu });
  return { ctx, callId, id, number };
}

/** Saves answers whose author has seen everything that stands. */
export function fill(ctx: Ctx, id: string, answers: Record<string, Answer>) {
  const bases = Array.from({ length: 20 }, (_, revision) => revision);
  return saveSection(ctx, id, { answers: Object.entries(answers).map(([questionId, value]) => ({ questionId, value, bases })) });
}

export async function attachOpinion(ctx: Ctx, id: string, paper: 'sealed-opinion' | 'attachment' = 'sealed-opinion') {
  const file = await storeFile(ctx, { name: '关于同意申报的意见.pdf', content: aPdf() });
  await attachPaper(ctx, id, { paper, fileId: file.id });
  return file;
}

/** A draft with everything required. */
export async function aFullDraft(db: Db, given: Parameters<typeof aCall>[1] = {}) {
  const draft = await aDraft(db, given);
  await fill(draft.ctx, draft.id, completeAnswers);
  await attachOpinion(draft.ctx, draft.id);
  return draft;
}
