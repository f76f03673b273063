import { SyncInput } from '#app/domain/service/walks/input.ts';
import type { WalkProblem, WalkSyncAnswer } from '#app/domain/service/walks/package.ts';
import { syncWalk } from '#app/domain/service/walks/sync-walk.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { walkAppWords } from '#app/i18n/walk-app.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { answerPhone } from '#app/routes/phone/answer-phone.ts';
import type { Route } from './+types/sync.ts';

/** 同步走查: what a phone brings, and what the server has taken of it. */
export async function action({ request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const sent = SyncInput.safeParse(await request.json().catch(() => undefined));
  if (!sent.success) {
    const problem: WalkProblem = { code: 'letter-unreadable', problem: walkAppWords[ctx.locale].letterUnreadable };
    return Response.json(problem, { status: 400, headers: { 'Cache-Control': 'no-store' } });
  }
  return answerPhone(ctx, async (): Promise<WalkSyncAnswer> => {
    const { refused, ...synced } = await syncWalk(ctx, sent.data);
    return { ...synced, serverAt: ctx.now.toISOString(), rejected: refused.map(({ seq, code }) => ({ seq, problem: refusalSentence(code, ctx.locale) })) };
  });
}
