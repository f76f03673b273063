import { usualClock } from '#app/domain/pilot/objections/model.ts';
import type { Phase } from '#app/domain/pilot/notices/model.ts';
import { noticesWords } from '#app/i18n/notices.ts';
import { objectionsWords } from '#app/i18n/objections.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ButtonLink } from '#app/ui/light/button.tsx';
import { Timeline } from '#app/ui/light/timeline.tsx';

type Days = { answerDays: number; appealDays?: number | undefined };

/** 异议框: what to do, what came so far, and the steps an objection goes through. */
export function ObjectionBox({ noticeId, phase, days, all, open }: { noticeId: string; phase: Phase; days: Days; all: number; open: number }) {
  const { box: words } = useWords(objectionsWords);
  const { squares } = useWords(noticesWords);
  const isDone = [all > 0, all > open, all > 0 && open === 0, phase === 'final', phase === 'final'];
  const counted = [0, 0, days.answerDays, days.appealDays ?? usualClock.appealDays, 0];
  return (
    <section className="card mark">
      <h2>{words.title}</h2>
      <p className="small">{words.text}</p>
      {phase === 'open' ? (
        <p>
          <ButtonLink wide href={`/notices/${noticeId}/objection`}>
            {words.go}
          </ButtonLink>
        </p>
      ) : (
        <p className="small muted">{words.closed}</p>
      )}
      <p>
        <ButtonLink kind="plain" small wide href="/objections">
          {words.track}
        </ButtonLink>
      </p>
      <p className="small muted">
        {words.count(all, open)} <a href="/objections/statistics">{words.statistics}</a>
      </p>
      <Timeline
        label={words.title}
        words={squares}
        moments={words.steps.map(({ title, text }, at) => ({
          title, text: typeof text === 'string' ? text : text(counted[at]!), state: isDone[at] ? 'done' : 'next',
        }))}
      />
    </section>
  );
}
