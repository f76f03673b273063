import type { Document, Format } from '#app/domain/base/documents/model.ts';
import { getForm, listSubmissions } from '#app/domain/pilot/applications/read.ts';
import { getHanded } from '#app/domain/pilot/applications/submitted.ts';
import { getQuestionSet } from '#app/domain/pilot/calls/question-sets.ts';
import { getCall } from '#app/domain/pilot/calls/read.ts';
import { paperWords } from '#app/i18n/paper.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay, beijingTime } from '#app/platform/dates.ts';
import { limit } from '#app/platform/limit.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { Filled } from './blocks.ts';
import { paperForm } from './content.ts';
import { makeForm, qrOf } from './make-form.ts';
import type { PaperForm } from './model.ts';
import { sheetForm } from './sheet-form.ts';

const nothing: Filled = { answers: {}, papers: [], isBlank: true };

/** 空白申报表 of a call, for whoever may see the call. */
export async function blankForm(ctx: Ctx, callId: string, format: Format): Promise<Document> {
  await limit(ctx, `paper:${ctx.address ?? 'unknown'}`, 60, 600);
  const call = await getCall(ctx, callId);
  const set = await getQuestionSet(ctx, call.questionSetId);
  const name = safeName(paperWords[ctx.locale].print.file.blank(ctx.locale === 'en' && call.titleEn ? call.titleEn : call.title));
  if (format === 'xlsx') return { name, format, content: await sheetForm(ctx, set, nothing) };
  const form = paperForm(ctx, { set, call, filled: nothing, number: '', applicant: '', unit: '', filledOn: '', watermark: '', receipt: null });
  return makeForm(form, name, format);
}

/** 申报单位的申报表: as it stands now, a draft marked as one. */
export async function filledForm(ctx: Ctx, id: string, format: Format, site: string): Promise<Document> {
  const { application, set, answers, papers } = await getForm(ctx, id);
  await limit(ctx, `paper:${ctx.actor.id}`, 120, 600); // the press is everybody's
  const words = paperWords[ctx.locale].print;
  const filled: Filled = { answers: Object.fromEntries(Object.values(answers).map((row) => [row.questionId, row.value])), papers, isBlank: false };
  const name = safeName(words.file.filled(application.number, application.unit));
  if (format === 'xlsx') return { name, format, content: await sheetForm(ctx, set, filled) };
  const isOpen = application.status === 'draft' || application.status === 'returned';
  const [receipt] = isOpen ? [] : (await listSubmissions(ctx, id)).filter(({ withdrawnAt }) => !withdrawnAt);
  return makeForm(
    paperForm(ctx, {
      set, call: application.call, filled, number: application.number, applicant: textOf(filled, 'applicant-name'), unit: application.unit,
      filledOn: beijingDay(application.submittedAt ?? application.updatedAt),
      watermark: isOpen ? (application.status === 'draft' ? words.draft : words.returned) : '',
      receipt: receipt ? receiptOf(ctx, application.number, { ...receipt, address: new URL(`/receipts/${receipt.code}`, site).href }) : null,
    }),
    name, format,
  );
}

/** 已提交的申报表 as the office received it, with the receipt of its newest submission. */
export async function handedForm(ctx: Ctx, id: string, format: Format, site: string): Promise<Document> {
  const handed = await getHanded(ctx, id);
  const words = paperWords[ctx.locale].print;
  const newest = handed.rounds[0];
  if (!newest) throw new Refusal('application-not-found', 404);
  const filled: Filled = { answers: handed.content.answers, papers: handed.papers, isBlank: false };
  const name = safeName(words.file.filled(handed.number, handed.unitName));
  if (format === 'xlsx') return { name, format, content: await sheetForm(ctx, handed.questionSet, filled) };
  const receipt = { round: newest.round, code: newest.receiptCode, hash: newest.hash, at: newest.submittedAt, by: newest.submittedByName };
  return makeForm(
    paperForm(ctx, {
      set: handed.questionSet, call: handed.call, filled, number: handed.number, applicant: handed.applicantName, unit: handed.unitName,
      filledOn: beijingDay(newest.submittedAt), watermark: newest.withdrawnAt ? words.withdrawn : '',
      receipt: receiptOf(ctx, handed.number, { ...receipt, address: new URL(`/receipts/${receipt.code}`, site).href }),
    }),
    name, format,
  );
}

type Given = { round: number; code: string; hash: string; at: Date; by: string; address: string };

function receiptOf(ctx: Ctx, number: string, { round, code, hash, at, by, address }: Given): NonNullable<PaperForm['receipt']> {
  const words = paperWords[ctx.locale].print;
  return {
    lines: [
      [words.receipt.number, number], [words.receipt.code, code], [words.receipt.round, words.roundOf(round)],
      [words.receipt.at, `${beijingTime(at)}${words.beijing}`], [words.receipt.by, by], [words.receipt.hash, hash],
    ],
    address, note: words.receiptNote, qr: qrOf(address),
  };
}

function textOf({ answers }: Filled, questionId: string): string {
  const value = answers[questionId];
  return typeof value === 'string' ? value : '';
}

/** File names travel between systems that forbid some signs. */
function safeName(name: string): string {
  return name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ').trim().slice(0, 120);
}
