import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { nthWorkday } from '#app/domain/base/calendar/read.ts';
import { countyCode } from '#app/platform/county-code.ts';
import { type Change, change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { canonicalJson } from '#app/platform/canonical-json.ts';
import { newCode } from '#app/platform/spoken-code.ts';
import { requireAnswerToReturn } from './answer-return.ts';
import { filledIn, givenOf, type Held, hold, selfCheckOf, stillOpen } from './form.ts';
import type { SubmitInput } from './input.ts';
import { missing } from './missing.ts';
import { getQuestionSet } from '#app/domain/pilot/calls/question-sets.ts';
import { type Receipt, standingReceipt } from './receipts.ts';
import { writeSelfCheck } from './save-self-check.ts';
import type { SubmittedContent } from './tables.server.ts';

/**
 * 提交申报 (问答 12: a successful submit is the registration). Only with everything required, only before the last
 * Beijing day ends; what is handed in is frozen with its hash. Asked again, it gives the same receipt.
 */
export async function submitApplication(ctx: Ctx, id: string, input: SubmitInput): Promise<Receipt> {
  try {
    return await change(ctx, (tx) => handIn(tx, id, input));
  } catch (error) {
    if (error instanceof Refusal && error.code === 'application-already-submitted') return standingReceipt(ctx, id);
    throw error;
  }
}

async function handIn(tx: Change, id: string, input: SubmitInput): Promise<Receipt> {
  const held = await hold(tx, id, 'application.submit');
  if (held.status === 'submitted') throw new Refusal('application-already-submitted');
  stillOpen(tx, held);

  const { answers, papers, ownDays } = await filledIn(tx, id);
  const set = await getQuestionSet(tx, held.questionSetId);
  if (missing(set, givenOf(answers, papers)).length > 0) throw new Refusal('answers-missing');

  const selfCheck = input.selfCheck ?? (await selfCheckOf(tx, id, countyCode(held.regionCode)));
  const content: SubmittedContent = {
    answers: Object.fromEntries(answers.map((row) => [row.questionId, row.value])),
    papers,
    selfCheck: [...selfCheck],
    ...(held.status === 'returned' && input.explanation ? { explanation: input.explanation } : {}),
  };
  await requireAnswerToReturn(tx, held, set, content);
  const checkDueOn = nthWorkday(beijingDay(tx.now), held.check.checkDays, ownDays);
  const [receipt] = await Promise.all([freeze(tx, held, content, checkDueOn), input.selfCheck && writeSelfCheck(tx, held, input.selfCheck)]);
  await tx.record('application.submitted', { id, regionCode: held.regionCode }, {
    from: held.status, number: held.number, round: receipt.round, hash: receipt.hash, code: receipt.code,
  });
  return receipt;
}

async function freeze(tx: Change, held: Held, content: SubmittedContent, checkDueOn: string): Promise<Receipt> {
  const round = held.round + 1;
  const hash = contentHash({ number: held.number, round, questionSetId: held.questionSetId, content });
  const code = newCode();
  const at = tx.now.toISOString();
  await tx.db.execute(sql`
    with frozen as (
      insert into submissions (application_id, round, content, hash, receipt_code, submitted_by, submitted_by_name, submitted_at)
      values (${held.id}, ${round}, ${JSON.stringify(content)}::jsonb, ${hash}, ${code}, ${tx.actor.id}, ${tx.actor.name}, ${at})
    )
    update applications set status = 'submitted', round = ${round}, submitted_at = ${at}, updated_at = ${at}, check_due_on = ${checkDueOn}
    where id = ${held.id}`);
  return { applicationId: held.id, number: held.number, round, code, hash, submittedAt: tx.now, submittedByName: tx.actor.name };
}

/** 指纹: SHA-256 of what was handed in, written canonically. */
export function contentHash(handedIn: { number: string; round: number; questionSetId: string; content: SubmittedContent }): string {
  return createHash('sha256').update(canonicalJson(handedIn)).digest('hex');
}
