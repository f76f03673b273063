import { bodies } from '#app/domain/service/hazards/model.ts';
import type { TrackedHazard } from '#app/domain/service/hazards/one-hazard.ts';
import type { ChildPlacesWords } from '#app/i18n/child-places.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { monthDay } from '#app/routes/child/suggestions/month-day.ts';
import type { ChildDrawingName } from '#app/ui/child/drawings.ts';
import type { PathStep } from '#app/ui/child/path.tsx';

type Words = ChildPlacesWords['told'];
const wayOfHazard = ['checked', 'assigned', 'repaired', 'verified'] as const;
const pictures: Record<keyof Words['steps'], ChildDrawingName> = { reported: 'speech', checked: 'eye', assigned: 'pencil', repaired: 'steps', verified: 'star', declined: 'hand', 'not-fixed': 'pencil', reopened: 'eye' };
const reached = { reported: 0, checked: 1, assigned: 2, repaired: 3, verified: 4, declined: 4, duplicate: 4 } as const;

/** 跳房子的路 of a hazard: what was done with its day, where it is now with the day it should be done by, and what is still to come. */
export function pathOfHazard(hazard: TrackedHazard, words: Words, bodyNames: Record<string, string>, locale: string): PathStep[] {
  const { state, steps, dueOn, isLate, answer, repairNote, body } = hazard;
  const known = steps.filter((step): step is typeof step & { step: keyof Words['steps'] } => Object.hasOwn(words.steps, step.step));
  const last = (name: string) => known.findLastIndex(({ step }) => step === name);
  const walked = known.map(({ step, at }, index): PathStep => ({
    title: words.steps[step], drawing: pictures[step], state: 'done', when: monthDay(beijingDay(at), locale),
    ...(step === 'declined' && index === last('declined') && answer ? { answer: { text: answer, by: words.why } } : {}),
    ...(step === 'repaired' && index === last('repaired') && repairNote ? { answer: { text: repairNote, by: words.did } } : {}),
    ...(step === 'assigned' && index === last('assigned') && bodies.some((one) => one === body) ? { text: words.body(bodyNames[body]!) } : {}),
  }));
  const by = (step: (typeof wayOfHazard)[number], isNow: boolean) => (step === 'verified' ? words.will.verified : isNow && dueOn ? words.will[step](monthDay(dueOn, locale)) + (isLate ? words.late : '') : '');
  const ahead = wayOfHazard.slice(reached[state]).map((step, index): PathStep => {
    const text = by(step, index === 0);
    return { title: words.ahead[step], drawing: pictures[step], state: index === 0 ? 'now' : 'next', ...(text ? { text } : {}) };
  });
  return apart([...walked, ...ahead]);
}

/** Steps that come twice keep apart. */
function apart(steps: PathStep[]): PathStep[] {
  return steps.map((step, at) => {
    const before = steps.slice(0, at).filter(({ title }) => title === step.title).length;
    return before > 0 ? { ...step, title: `${step.title} ${before + 1}` } : step;
  });
}
