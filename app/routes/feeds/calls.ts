import { listCalls } from '#app/domain/pilot/calls/read.ts';
import { feedsWords } from '#app/i18n/feeds.ts';
import { ctxKey, visitor } from '#app/platform/ctx.ts';
import { startOfBeijingDay } from '#app/platform/dates.ts';
import { atom, atomAnswer } from './atom.ts';
import { originOf } from './origin.ts';
import type { Route } from './+types/calls.ts';

/** 批次订阅. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const ctx = { ...context.get(ctxKey), actor: visitor };
  const words = feedsWords[ctx.locale];
  const { rows } = await listCalls(ctx, {}, 50);
  const items = rows.map((call) => ({
    id: call.id, title: ctx.locale === 'en' ? call.titleEn : call.title, text: words.callText(call.opensOn, call.closesOn, call.places), url: `/apply/calls/${call.id}`,
    at: startOfBeijingDay(call.opensOn),
  }));
  const feed = { path: `/feeds/calls.xml?lang=${ctx.locale}`, title: words.calls, subtitle: words.programme, locale: ctx.locale, author: words.programme, items };
  return atomAnswer(atom(feed, originOf(request)));
}
