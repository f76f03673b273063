import { listCalls } from '#app/domain/pilot/calls/read.ts';
import { listNotices } from '#app/domain/pilot/notices/read.ts';
import { feedsWords } from '#app/i18n/feeds.ts';
import { ctxKey, visitor } from '#app/platform/ctx.ts';
import { ics, icsAnswer } from './ics.ts';
import { originOf } from './origin.ts';
import type { Route } from './+types/calendar.ts';

/** 公开日历: the last days of calls and the ends of notices, for everybody. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const ctx = { ...context.get(ctxKey), actor: visitor };
  const words = feedsWords[ctx.locale];
  const origin = originOf(request);
  const calls = await listCalls(ctx, {}, 100);
  const notices = await listNotices(ctx, { isPublic: true }, 100);
  const entries = [
    ...calls.rows.map((call) => ({
      uid: `call-${call.id}@tongyou`, day: call.closesOn, title: words.callCloses(ctx.locale === 'en' ? call.titleEn : call.title), text: words.callText(call.opensOn, call.closesOn, call.places),
      url: `${origin}/apply/calls/${call.id}`, changedAt: ctx.now,
    })),
    ...notices.rows.flatMap((notice) => notice.endsOn ? [{
      uid: `notice-${notice.id}@tongyou`, day: notice.endsOn, title: words.noticeEnds(notice.title), text: words.noticeText(notice.startsOn ?? '', notice.endsOn),
      url: `${origin}/notices/${notice.id}`, changedAt: notice.publishedAt ?? ctx.now,
    }] : []),
  ];
  return icsAnswer(ics(words.publicCalendar, entries.toSorted((one, other) => (one.day < other.day ? -1 : 1)), ctx.now), 'public, max-age=300');
}
