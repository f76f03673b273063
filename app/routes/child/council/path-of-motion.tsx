import type { ChildMotion } from '#app/domain/children/councils/motion-for-child.ts';
import type { ChildCouncilWords } from '#app/i18n/child-council.ts';
import type { ChildSuggestionsWords } from '#app/i18n/child-suggestions.ts';
import type { PathStep } from '#app/ui/child/path.tsx';
import { stepDrawings } from '../suggestions/drawings.ts';
import { monthDay } from '../suggestions/month-day.ts';

const reached = { put: 0, seconded: 0, tabled: 0, rejected: 9, adopted: 1, sent: 2, 'handed-up': 2, answered: 3, 'in-progress': 4, done: 5, told: 5, withdrawn: 9 } as const;
const ofMatter = ['answered', 'started', 'reopened', 'done'] as const;

/** 跳房子的路 of a motion: the vote, the letter, the answer; then its matter, with the photographs; then what is still to come. */
export function pathOfMotion({ motion, matter }: ChildMotion, words: ChildCouncilWords, said: ChildSuggestionsWords, locale: string, photos: string): PathStep[] {
  const { path } = words;
  const day = (on: string) => monthDay(on, locale);
  const at = reached[motion.state];
  const vote: PathStep = { title: path.vote, drawing: 'vote', state: motion.votedOn ? 'done' : at === 0 ? 'now' : 'done', ...(motion.votedOn ? { when: day(motion.votedOn) } : {}), text: motion.votedOn ? words.lines.voted(words.states[motion.state === 'rejected' ? 'rejected' : 'adopted'], words.result(motion.inFavour, motion.against, motion.abstaining)) : words.states[motion.state] };
  if (at === 9) return [vote];
  const sent: PathStep[] = motion.answerVerdict && !motion.sentOn ? [] : [{
    title: motion.state === 'handed-up' ? words.states['handed-up'] : path.sent, drawing: 'book', state: at > 1 ? 'done' : at === 1 ? 'now' : 'next', ...(motion.sentOn ? { when: day(motion.sentOn), text: motion.body } : {}),
  }];
  const answer: PathStep = motion.answerVerdict
    ? { title: path.answer, drawing: 'microphone', state: 'done', ...(motion.answeredOn ? { when: day(motion.answeredOn) } : {}), text: words.verdicts[motion.answerVerdict], answer: { text: motion.childAnswer, by: motion.answeredBy } }
    : { title: path.answer, drawing: 'microphone', state: at === 2 ? 'now' : 'next', ...(motion.answerDueOn ? { text: words.lines.does(words.waitsFor(motion.body, day(motion.answerDueOn)), motion.isLate ? said.track.late : '') } : {}) };
  return numbered([vote, ...sent, answer, ...(motion.answerVerdict && matter ? afterwards(matter, words, said, day, photos) : []), ...(at < 5 && motion.answerVerdict !== 'no' ? [{ title: path.done, drawing: 'star' as const, state: at === 4 ? ('now' as const) : ('next' as const), text: said.track.willTell }] : [])]);
}

/** What became of it with the people of the place: only what a person has approved of their words and photographs. */
function afterwards({ steps, owner, taskDueOn }: NonNullable<ChildMotion['matter']>, { path, lines }: ChildCouncilWords, { track }: ChildSuggestionsWords, day: (on: string) => string, photos: string): PathStep[] {
  return steps.filter(({ kind }) => ofMatter.some((one) => one === kind)).map((step): PathStep => ({
    title: step.kind === 'answered' ? (step.outcome === 'not-adopted' ? track.steps.declined : path.promised) : step.kind === 'started' ? path.started : step.kind === 'done' ? path.done : track.steps.reopened,
    drawing: stepDrawings[step.kind], state: 'done', when: day(step.on),
    ...(step.kind === 'answered' && owner && step.outcome !== 'not-adopted' ? { text: lines.does(track.does(owner), taskDueOn ? track.by(day(taskDueOn)) : '') } : {}),
    ...(step.text ? { answer: { text: step.text, by: track.answeredBy(step.called) } } : {}),
    ...(step.photos.length > 0 ? { children: <div className="ownfiles">{step.photos.map((fileId, at) => <img key={fileId} src={`${photos}/${fileId}`} alt={path.photo(at + 1)} loading="lazy" />)}</div> } : {}),
  }));
}

/** Steps that come twice after a matter was opened again keep apart. */
function numbered(steps: PathStep[]): PathStep[] {
  return steps.map((step, at) => {
    const before = steps.slice(0, at).filter(({ title }) => title === step.title).length;
    return before > 0 ? { ...step, title: `${step.title} ${before + 1}` } : step;
  });
}
