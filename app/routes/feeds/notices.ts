import { listNotices } from '#app/domain/pilot/notices/read.ts';
import { feedsWords } from '#app/i18n/feeds.ts';
import { ctxKey, visitor } from '#app/platform/ctx.ts';
import { atom, atomAnswer } from './atom.ts';
import { originOf } from './origin.ts';
import type { Route } from './+types/notices.ts';

/** 公示订阅. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const ctx = { ...context.get(ctxKey), actor: visitor };
  const words = feedsWords[ctx.locale];
  const { rows } = await listNotices(ctx, { isPublic: true }, 50);
  const items = rows.map((notice) => ({
    id: notice.id, title: notice.title, text: words.noticeSummary(notice.callTitle, notice.startsOn ?? '', notice.endsOn ?? '', notice.entries), url: `/notices/${notice.id}`,
    at: notice.finalAt ?? notice.publishedAt ?? ctx.now,
  }));
  const feed = { path: `/feeds/notices.xml?lang=${ctx.locale}`, title: words.notices, subtitle: words.programme, locale: ctx.locale, author: words.programme, items };
  return atomAnswer(atom(feed, originOf(request)));
}
