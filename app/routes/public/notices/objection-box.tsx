import type { Phase } from '#app/domain/pilot/notices/model.ts';
import { noticesWords } from '#app/i18n/notices.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ButtonLink } from '#app/ui/light/button.tsx';
import { Timeline } from '#app/ui/light/timeline.tsx';

/** 异议框: what to do, what came so far, and the four steps an objection goes through. */
export function ObjectionBox({ noticeId, phase, answerDays, all, open }: { noticeId: string; phase: Phase; answerDays: number; all: number; open: number }) {
  const { objection: words, squares } = useWords(noticesWords);
  const [received, checked, answered, final] = words.steps;
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
      <p className="small muted">{words.count(all, open)}</p>
      <Timeline
        label={words.title}
        words={squares}
        moments={[
          { title: received!.title, text: received!.text as string, state: all > 0 ? 'done' : 'next' },
          { title: checked!.title, text: checked!.text as string, state: all > open ? 'done' : 'next' },
          { title: answered!.title, text: (answered!.text as (days: number) => string)(answerDays), state: all > 0 && open === 0 ? 'done' : 'next' },
          { title: final!.title, text: final!.text as string, state: phase === 'final' ? 'done' : 'next' },
        ]}
      />
    </section>
  );
}
