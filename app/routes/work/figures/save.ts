import { data } from 'react-router';
import { SaveCellsInput } from '#app/domain/city/collection/input.ts';
import { keyOf } from '#app/domain/city/collection/model.ts';
import { saveTyped } from '#app/domain/city/collection/save-entries.ts';
import { sheetAtDesk } from '#app/domain/city/collection/sheet-at-desk.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { againAfter } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { cellProblems, typedText, wrongBox } from '#app/routes/desk/collection/sentences.ts';
import type { Route } from './+types/save.ts';

/** 自动保存 of a sheet of figures: what the script sends while somebody types; a cell that another changed meanwhile keeps theirs and is answered with it. */
export async function action({ params: { id }, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const sent = SaveCellsInput.safeParse(await request.json().catch(() => undefined));
  if (!sent.success) return data({ refusal: refusalSentence('form-unreadable', ctx.locale) }, 400);
  try {
    const meanwhile = new Map((await saveTyped(ctx, id, sent.data.answers)).map((entry) => [keyOf(entry), entry]));
    const { cells, asked } = await sheetAtDesk(ctx, id);
    const revisions = new Map(cells.map((cell) => [keyOf(cell), cell.entry?.revision ?? 0]));
    const problems = asked.map((cell) => [keyOf(cell), cellProblems(cell, ctx.locale), wrongBox(cell)] as const).filter(([, said]) => said !== '');
    return {
      at: beijingTime(ctx.now).slice(11),
      saved: sent.data.answers.map((answer) => {
        const theirs = meanwhile.get(keyOf(answer));
        const rival = theirs && { revision: theirs.revision, byName: theirs.savedByName, at: beijingTime(theirs.savedAt).slice(11), value: [{ v: theirs.value, n: theirs.numerator, d: theirs.denominator, r: theirs.reason, s: theirs.source }], text: typedText(theirs, ctx.locale) };
        return { questionId: keyOf(answer), mine: theirs ? answer.base : (revisions.get(keyOf(answer)) ?? 0), rivals: rival ? [rival] : [], isHeld: theirs !== undefined };
      }),
      errors: Object.fromEntries(problems), boxes: Object.fromEntries(problems.map(([key, , box]) => [key, box])), title: '', why: '', items: [], percent: 0, others: '',
    };
  } catch (error) {
    if (error instanceof Refusal) return data({ refusal: refusalSentence(error.code, ctx.locale) }, { status: error.status, headers: againAfter(error) });
    throw error;
  }
}
