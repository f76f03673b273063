import type { CouncilDesk } from '#app/domain/children/councils/read.ts';
import { councilWords } from '#app/i18n/council.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { shortDay } from '#app/platform/dates.ts';
import type { Problem } from '#app/platform/http.ts';
import { Status } from '#app/ui/light/status.tsx';
import { DataTable } from '#app/ui/light/table.tsx';
import { DeedForm } from './deed-form.tsx';

const squares = { put: 'next', seconded: 'next', tabled: 'now', adopted: 'now', rejected: 'rest', sent: 'now', answered: 'done', 'in-progress': 'now', done: 'done', told: 'done', 'handed-up': 'rest', withdrawn: 'rest' } as const;

/** 议案 of a council with what waits for whom. */
export function MotionList({ desk, code, today, problem }: { desk: CouncilDesk; code: string; today: string; problem: Problem | undefined }) {
  const words = useWords(councilWords);
  const locale = useLocale();
  const isLate = ({ state, answerDueOn }: CouncilDesk['motions'][number]['motion']) => state === 'sent' && answerDueOn !== null && answerDueOn < today;
  return (
    <>
      {desk.motions.length === 0 ? <p className="note">{words.motions.none}</p> : (
        <DataTable caption={words.motions.title} rows={desk.motions} keyOf={({ motion }) => motion.id} columns={[
          { head: words.motion.text, isName: true, cell: ({ motion }) => <a href={`/work/${code}/children/council/motions/${motion.id}`}>{motion.title}</a> },
          { head: words.motion.votes, cell: ({ motion, seconds }) => (motion.votedAt ? words.session.result(motion.inFavour, motion.against, motion.abstaining) : words.motions.seconds(seconds)) },
          { head: words.motion.answer, cell: ({ motion, isApproved }) => (
            <>
              <Status state={isLate(motion) ? 'late' : squares[motion.state]}>
                {motion.votedAt || isApproved ? words.motionStates[motion.state] : words.waitsReading}{motion.answerVerdict ? ` · ${words.verdicts[motion.answerVerdict]}` : ''}
              </Status>
              {motion.state === 'sent' && motion.answerDueOn ? <span className="small"> {motion.body} · {isLate(motion) ? words.late : words.motion.due(shortDay(motion.answerDueOn, locale))}</span> : null}
            </>
          ) },
        ]} />
      )}
      {desk.members.length > 0 ? (
        <DeedForm go="motion-put" submit={words.session.putIn} isFolded problem={problem} asks={[
          { name: 'memberId', kind: 'select', label: words.session.mover, choices: desk.members.map(({ id, nickname, letterNumber }) => ({ value: id, label: `${letterNumber} ${nickname}` })) },
          { name: 'title', label: words.motion.text }, { name: 'text', kind: 'long', label: words.reason },
        ]} />
      ) : null}
    </>
  );
}
