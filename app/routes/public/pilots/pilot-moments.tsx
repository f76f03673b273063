import type { pilotStory } from '#app/domain/pilot/notices/pilot-story.ts';
import type { pilotsWords } from '#app/i18n/pilots.ts';
import type { Locale } from '#app/platform/ctx.ts';
import { beijingDay, longDay } from '#app/platform/dates.ts';
import type { Moment } from '#app/ui/light/timeline.tsx';

type Story = Awaited<ReturnType<typeof pilotStory>>;
type Words = (typeof pilotsWords)['zh-CN'];

/** 从申报到试点: each step with its Beijing day, and what comes next. */
export function momentsOf(story: Story, { story: words, seeNotice }: Words, locale: Locale): Moment[] {
  if (!story) return [];
  const on = (instant: Date | string | null): Partial<Moment> => {
    if (!instant) return {};
    const day = beijingDay(new Date(instant));
    return { when: longDay(day, locale), dateTime: day };
  };
  return [
    { title: words.submitted, text: words.number(story.number), state: 'done', ...on(story.submittedAt) },
    ...(story.decidedAt ? [{ title: words.decided, text: words.reviews(story.reviews ?? 0), state: 'done' as const, ...on(story.decidedAt) }] : []),
    {
      title: words.notice,
      state: 'done',
      ...(story.startsOn ? { when: words.period(longDay(story.startsOn, locale), story.endsOn ? longDay(story.endsOn, locale) : ''), dateTime: story.startsOn } : {}),
      text: (
        <>
          {words.objections(story.objections)} <a href={`/notices/${story.noticeId}`}>{seeNotice}</a>
        </>
      ),
    },
    { title: words.final, state: 'done', ...on(story.finalAt) },
    { title: words.next, text: words.nextText, state: 'next' },
  ];
}
