import { SyncInput } from '#app/domain/pilot/visits/input.ts';
import type { SyncAnswer, VisitProblem } from '#app/domain/pilot/visits/package.ts';
import { syncVisit } from '#app/domain/pilot/visits/sync.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { visitsWords } from '#app/i18n/visits.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { Route } from './+types/sync.ts';
import { answerPhone } from '#app/routes/phone/answer-phone.ts';

/** 同步: what a phone brings, and the record as it then stands. */
export async function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const words = visitsWords[ctx.locale];
  const sent = SyncInput.safeParse(await request.json().catch(() => undefined));
  if (!sent.success) {
    if (ctx.actor.id === '') return answerPhone(ctx, () => Promise.reject(new Refusal('sign-in-needed', 401)));
    const problem: VisitProblem = { code: 'letter-unreadable', problem: words.letterUnreadable };
    return Response.json(problem, { status: 400, headers: { 'Cache-Control': 'no-store' } });
  }
  return answerPhone(ctx, async (): Promise<SyncAnswer> => {
    const { refused, late, ...synced } = await syncVisit(ctx, params.id, sent.data);
    return {
      ...synced, isLate: late !== null, notice: late ? words.late[late] : '', serverAt: ctx.now.toISOString(),
      rejected: refused.map(({ seq, path, code }) => ({ seq, path, problem: refusalSentence(code, ctx.locale) })),
    };
  });
}
