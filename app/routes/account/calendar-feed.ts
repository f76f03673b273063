import { mayAnywhere } from '#app/domain/base/accounts/access.ts';
import { readerOfCalendar } from '#app/domain/base/interfaces/calendar-link.ts';
import { myDeadlines } from '#app/domain/pilot/applications/deadlines.ts';
import { listMyReviews } from '#app/domain/pilot/review/my-reviews.ts';
import { feedsWords } from '#app/i18n/feeds.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { ics, icsAnswer } from '#app/routes/feeds/ics.ts';
import { originOf } from '#app/routes/feeds/origin.ts';
import type { Route } from './+types/calendar-feed.ts';

/** 我的日历: one's own deadlines behind a secret address; whoever does not have it finds nothing. */
export async function loader({ request, params, context }: Route.LoaderArgs) {
  const asked = context.get(ctxKey);
  const actor = await readerOfCalendar(asked, params.token.replace(/\.ics$/, '')).catch((error: unknown) => {
    if (error instanceof Refusal) throw new Response(refusalSentence(error.code, asked.locale), { status: error.status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
    throw error;
  });
  const ctx = { ...asked, actor };
  const words = feedsWords[ctx.locale];
  const origin = originOf(request);
  const deadlines = await myDeadlines(ctx);
  const reviews = mayAnywhere(actor, 'review.score') ? [...(await listMyReviews(ctx, { tab: 'new' })).rows, ...(await listMyReviews(ctx, { tab: 'scoring' })).rows] : [];
  const entries = [
    ...deadlines.map((one) => ({
      uid: `${one.kind}-${one.id}@tongyou`, day: one.day, title: words.due[one.kind](one.unitName), text: one.number,
      url: `${origin}${one.kind === 'check' ? `/desk/applications/${one.id}` : `/apply/${one.id}`}`, changedAt: one.updatedAt,
    })),
    ...reviews.flatMap((review) => review.dueOn ? [{
      uid: `review-${review.id}@tongyou`, day: review.dueOn, title: words.due.review(review.unitName || review.number), text: review.number, url: `${origin}/desk/reviews/${review.id}`, changedAt: review.assignedAt,
    }] : []),
  ];
  return icsAnswer(ics(words.ownCalendar, entries, ctx.now), 'private, no-store');
}
