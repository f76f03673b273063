import { mayAnywhere } from '#app/domain/base/accounts/access.ts';
import { englishNames } from '#app/domain/base/regions/name-in.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { Answer } from '#app/domain/pilot/calls/model.ts';
import { getForm } from './read.ts';
import { getHanded } from './submitted.ts';

/** 申报全文 for a program: the answers with the marks of what its author has seen, and what may be done next. */
export type Whole = {
  id: string; number: string; state: string; callId: string; callTitle: string; questionSetId: string; regionCode: string; /** Null where it has none yet. */ regionNameEn: string | null; unitName: string; applicantCode: string;
  round: number; submittedAt: string | null; checkDueOn: string | null; answerDueOn: string | null; lastDay: string; updatedAt: string;
  answers: Record<string, Answer>;
  conflicts: string[];
  papers: { paper: string; fileId: string; name: string; sha256: string; size: number; mediaType: string }[];
  missing: { questionId: string; why: string; figure?: string }[];
  returned: { questionId: string; reason: string }[];
  may: { fill: boolean; submit: boolean; withdraw: boolean };
};

/** Which revisions of each answer a reader of this whole has seen: what a save of theirs replaces. */
export type Seen = Record<string, number[]>;

/** 读全文: a government reads its form as it stands; the office reads what was handed in. */
export async function wholeApplication(ctx: Ctx, id: string): Promise<{ whole: Whole; seen: Seen }> {
  if (ctx.actor.id === '') throw new Refusal('sign-in-needed', 401);
  if (mayAnywhere(ctx.actor, 'application.read')) {
    const found = await asForm(ctx, id).catch((error: unknown) => {
      if (error instanceof Refusal && error.code === 'application-not-found') return undefined;
      throw error;
    });
    if (found) return found;
  }
  if (!mayAnywhere(ctx.actor, 'application.queue')) {
    throw mayAnywhere(ctx.actor, 'application.read') ? new Refusal('application-not-found', 404) : new Refusal('not-allowed', 403);
  }
  return { whole: await asHanded(ctx, id), seen: {} };
}

async function asForm(ctx: Ctx, id: string) {
  const form = await getForm(ctx, id);
  const { application } = form;
  const rows = Object.values(form.answers);
  const whole: Whole = {
    ...(await headOf(ctx, application, application.call, application.unit, form.lastDay)),
    answers: Object.fromEntries(rows.map((row) => [row.questionId, row.value])),
    conflicts: rows.filter((row) => row.rivals.length > 0).map((row) => row.questionId),
    papers: form.papers.map(({ paper, fileId, name, sha256, size, mediaType }) => ({ paper, fileId, name, sha256, size, mediaType })),
    missing: form.progress.lacks.map(({ questionId, why, figure }) => ({ questionId, why, ...(figure ? { figure } : {}) })),
    returned: form.returned.map(({ item, reason }) => ({ questionId: item, reason })),
    may: { fill: form.canFill, submit: form.canSubmit, withdraw: form.canWithdraw },
  };
  return { whole, seen: Object.fromEntries(rows.map((row) => [row.questionId, [row.revision, ...row.rivals.map((rival) => rival.revision)]])) };
}

async function asHanded(ctx: Ctx, id: string): Promise<Whole> {
  const handed = await getHanded(ctx, id);
  return {
    ...(await headOf(ctx, handed, handed.call, handed.unitName, handed.answerDueOn ?? handed.call.closesOn)),
    answers: handed.content.answers,
    conflicts: [],
    papers: handed.papers.map(({ paper, fileId, name, sha256, size, mediaType }) => ({ paper, fileId, name, sha256, size, mediaType })),
    missing: [],
    returned: [],
    may: { fill: false, submit: false, withdraw: false },
  };
}

type Head = {
  id: string; number: string; status: string; callId: string; regionCode: string; applicantCode: string; round: number; submittedAt: Date | null;
  checkDueOn: string | null; answerDueOn: string | null; updatedAt: Date;
};

async function headOf(ctx: Ctx, row: Head, call: { title: string; questionSetId: string }, unitName: string, lastDay: string) {
  const { id, number, status, callId, regionCode, applicantCode, round, checkDueOn, answerDueOn } = row;
  const [place] = await englishNames(ctx, [regionCode]);
  return {
    id, number, state: status, callId, callTitle: call.title, questionSetId: call.questionSetId, regionCode, regionNameEn: place?.english ?? null, unitName, applicantCode, round,
    submittedAt: row.submittedAt?.toISOString() ?? null, checkDueOn, answerDueOn, lastDay, updatedAt: row.updatedAt.toISOString(),
  };
}
