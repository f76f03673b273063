import { and, inArray } from 'drizzle-orm';
import { within } from '#app/domain/base/accounts/scope.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { answerAlert } from './answer-alert.ts';
import { assignOwner } from './assign-owner.ts';
import { closeAlert } from './close-alert.ts';
import type { SeveralInput } from './input.ts';
import { idsInFold } from './list-alerts.ts';
import { foldMark } from './model.ts';
import { silencePlace } from './silence-place.ts';
import { alerts } from './tables.server.ts';
import type { AlertFilter } from './which-alerts.ts';

/** So many are answered or judged with one sentence. */
const mostWithOneSentence = 100;

/** 一起办: one owner for what was ticked; of the silence of one place also one answer, or one judgement. Each by itself, so that one that is refused does not hold back the others. */
export async function actOnSeveral(ctx: Ctx, input: SeveralInput, filter: AlertFilter) {
  const meant = await Promise.all(input.id.map((id) => (id.startsWith(foldMark) ? idsInFold(ctx, id.slice(foldMark.length), filter) : [id])));
  const ids = [...new Set(meant.flat())];
  if (input.deed !== 'assign') await allSilentInOnePlace(ctx, ids);
  const refused: Record<string, number> = {};
  let done = 0;
  for (const id of ids) {
    try {
      if (input.deed === 'assign') await assignOwner(ctx, id, input);
      else if (input.deed === 'answer') await answerAlert(ctx, id, input);
      else await closeAlert(ctx, id, input);
      done += 1;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused[error.code] = (refused[error.code] ?? 0) + 1;
    }
  }
  return { deed: input.deed, done, refused };
}

/** One sentence fits one cause: what one place has not reported, and not more than can be looked over. */
async function allSilentInOnePlace(ctx: Ctx, ids: readonly string[]): Promise<void> {
  if (ids.length > mostWithOneSentence) throw new Refusal('too-many-together', 422);
  const found = await ctx.db.select({ rule: alerts.rule, regionCode: alerts.regionCode }).from(alerts).where(and(within(ctx, 'warning.read', alerts.regionCode), inArray(alerts.id, ids.filter(isId))));
  if (found.some(({ rule }) => rule !== 'W1') || new Set(found.map(({ regionCode }) => silencePlace(regionCode))).size > 1) throw new Refusal('together-only-silence', 422);
}
