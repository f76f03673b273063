import { mayAnywhere, type Verb } from '#app/domain/base/accounts/access.ts';
import { countUnread } from '#app/domain/base/inbox/read.ts';
import { countUnverified } from '#app/domain/base/organisations/read.ts';
import { countToCheck } from '#app/domain/pilot/applications/queue.ts';
import { countMyReviews } from '#app/domain/pilot/review/my-reviews.ts';
import { countFailedJobs } from '#app/jobs/read.ts';
import { deskWords } from '#app/i18n/desk.ts';
import type { Ctx } from '#app/platform/ctx.ts';

/** One kind of thing that may wait for a person: how many, and where it is done. `name` is a word of `needs` in the desk's word files. */
export type Need = { name: Exclude<keyof (typeof deskWords)['en']['needs'], 'title' | 'nothing' | 'noRole' | 'moreThan'>; to: string; verbs: readonly Verb[]; count: (ctx: Ctx) => Promise<number> };

/** 等我办的事: a room adds a line; counts are bounded, never of a whole table. */
const needs: readonly Need[] = [
  { name: 'unread', to: '/desk/inbox?unread=yes', verbs: [], count: countUnread },
  { name: 'checks', to: '/desk/applications?tab=to-check', verbs: ['application.check'], count: countToCheck },
  { name: 'reviews', to: '/desk/reviews', verbs: ['review.score'], count: countMyReviews },
  { name: 'organisations', to: '/desk/organisations?verification=unverified', verbs: ['organisation.verify'], count: countUnverified },
  { name: 'failedJobs', to: '/desk/jobs?tab=failed', verbs: ['jobs.read'], count: countFailedJobs },
];

/** What waits for this person, with its count. */
export async function needsOf(ctx: Ctx) {
  const mine = needs.filter((need) => need.verbs.length === 0 || need.verbs.some((verb) => mayAnywhere(ctx.actor, verb)));
  return Promise.all(mine.map(async (need) => ({ name: need.name, to: need.to, count: await need.count(ctx) })));
}
