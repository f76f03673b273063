import type { Phase } from '#app/domain/pilot/notices/model.ts';
import { noticesWords } from '#app/i18n/notices.ts';
import type { Locale } from '#app/platform/ctx.ts';
import { daysBetween } from '#app/platform/dates.ts';
import type { NoticeLine } from '#app/ui/light/notice-list.tsx';
import type { TagKind } from '#app/ui/light/tag.tsx';

type Listed = { id: string; title: string; phase: Phase; startsOn: string | null; endsOn: string | null; entries: number };

/** How each phase of a notice looks as a tag. */
export const phaseTag: Record<Phase, TagKind> = { draft: 'plain', coming: 'info', open: 'open', ended: 'check', final: 'ok' };

/** One line of the list of notices. */
export function noticeLine(notice: Listed, locale: Locale, today: string): NoticeLine {
  const words = noticesWords[locale];
  const [, month = '1', day = '1'] = (notice.startsOn ?? today).split('-');
  const left = notice.endsOn ? daysBetween(today, notice.endsOn) : 0;
  return {
    href: `/notices/${notice.id}`,
    title: notice.title,
    dateTime: notice.startsOn ?? today,
    day: String(Number(day)),
    month: words.month(Number(month)),
    tag: { kind: phaseTag[notice.phase], word: notice.phase === 'open' ? words.left(left) : words.phases[notice.phase] },
    text: words.entries(notice.entries),
  };
}
