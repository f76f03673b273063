import type { Tracked } from '#app/domain/children/suggestions/track.ts';
import type { ChildSuggestionsWords } from '#app/i18n/child-suggestions.ts';
import type { PathStep } from '#app/ui/child/path.tsx';
import { stepDrawings } from './drawings.ts';
import { Files } from './files.tsx';
import { monthDay } from './month-day.ts';

const rank = { received: 0, seen: 1, adopted: 3, 'under-way': 3, done: 5, 'not-adopted': 5, merged: 0, 'taken-back': 0, protected: 1 } as const;

/** 跳房子的路 of a child's words: what was done with its day and its adult, where it is now, and what is still to come. */
export function pathOf({ steps, matter, files }: Tracked, words: ChildSuggestionsWords, locale: string, ticket: string): PathStep[] {
  const { track, roles } = words;
  const day = (on: string) => monthDay(on, locale);
  const walked = steps.map((step): PathStep => {
    const title = step.kind === 'answered' && step.outcome === 'not-adopted' ? `${track.steps.answered} · ${track.steps.declined}` : step.kind === 'done' ? words.states.done! : (track.steps[step.kind as keyof typeof track.steps] ?? '');
    const own = files.filter(({ stepId }) => stepId === step.id);
    return {
      title, drawing: stepDrawings[step.kind], state: 'done', when: day(step.on),
      ...(step.kind === 'seen' ? { text: track.seenBy(roles[step.role] ?? '', step.called) } : {}),
      ...(step.kind === 'reopened' ? { text: track.reopened } : {}),
      ...(step.kind === 'merged' ? { text: track.merged } : {}),
      ...((step.kind === 'answered' || step.kind === 'started' || step.kind === 'done') && step.text ? { answer: { text: step.text, by: track.answeredBy(step.called) } } : {}),
      ...(own.length > 0 ? { children: <Files files={own} ticket={ticket} words={words} /> } : {}),
    };
  });
  const reached = rank[matter.state];
  const late = matter.isLate ? ` ${track.late}` : '';
  const isNow = (at: number) => (reached === at ? 'now' : 'next') as 'now' | 'next';
  const ahead: PathStep[] = [
    ...(reached < 1 ? [{ title: track.steps.seen, drawing: stepDrawings.seen, state: isNow(0), text: track.willSee(day(matter.seenDueOn)) + late }] : []),
    ...(reached < 3 ? [{ title: track.steps.answered, drawing: stepDrawings.answered, state: isNow(1), text: track.willAnswer(day(matter.answerDueOn)) + (reached === 1 ? late : '') }] : []),
    ...(reached === 3 ? [{ title: track.steps.started, drawing: stepDrawings.started, state: 'now' as const, ...(matter.taskDueOn ? { when: track.by(day(matter.taskDueOn)) } : {}), text: track.does(matter.owner) + late }] : []),
    ...(reached < 5 ? [{ title: track.steps.done, drawing: stepDrawings.done, state: 'next' as const, text: track.willTell }] : []),
  ];
  return numbered([...walked, ...ahead]);
}

/** Steps that come twice after a matter was opened again keep apart. */
function numbered(steps: PathStep[]): PathStep[] {
  return steps.map((step, at) => {
    const before = steps.slice(0, at).filter(({ title }) => title === step.title).length;
    return before > 0 ? { ...step, title: `${step.title} ${before + 1}` } : step;
  });
}
