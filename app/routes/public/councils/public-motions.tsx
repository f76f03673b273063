import { levelOf } from '#app/domain/base/regions/model.ts';
import type { PublicCouncil } from '#app/domain/children/councils/public-read.ts';
import { councilWords } from '#app/i18n/council.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { beijingDay, shortDay } from '#app/platform/dates.ts';
import { Status } from '#app/ui/light/status.tsx';

const squares = { put: 'next', seconded: 'next', tabled: 'now', adopted: 'now', rejected: 'rest', sent: 'now', answered: 'done', 'in-progress': 'now', done: 'done', told: 'done', 'handed-up': 'rest', withdrawn: 'rest' } as const;

/** 议案和结果: what children wanted, how they voted, who had to answer until when, and the answer with its reason; late ones stand with the others. */
export function PublicMotions({ council: { council, motions } }: { council: PublicCouncil }) {
  const words = useWords(councilWords);
  const locale = useLocale();
  const all = words.public;
  if (motions.length === 0) return <p className="note">{all.noMotions}</p>;
  return (
    <div className="findings">
      {motions.map((motion) => (
        <article key={motion.id} className="card" id={`motion-${motion.id}`}>
          <p className="row close small"><Status state={motion.isLate ? 'late' : squares[motion.state]}>{motion.answerVerdict ? `${words.verdicts[motion.answerVerdict]}${motion.state === 'answered' ? '' : ` · ${words.motionStates[motion.state]}`}` : words.motionStates[motion.state]}</Status>{motion.fromCouncilName ? <span className="muted">{words.motion.from(motion.fromCouncilName)}</span> : null}</p>
          <h3>{motion.title}</h3>
          <p>{motion.text}</p>
          {motion.votedAt ? <p className="small">{shortDay(beijingDay(motion.votedAt), locale)} · {words.session.result(motion.inFavour, motion.against, motion.abstaining)}</p> : null}
          {motion.state === 'sent' && motion.answerDueOn ? <p className="small">{(motion.isLate ? all.lateFor : all.waits)(motion.body, shortDay(motion.answerDueOn, locale))}</p> : null}
          {motion.answer ? <blockquote><p>{motion.answer}</p><footer className="small muted">{motion.answeredBy}{motion.answeredAt ? ` · ${all.daysTaken(shortDay(beijingDay(motion.answeredAt), locale))}` : ''}</footer></blockquote> : null}
          {motion.hasMatter && levelOf(council.regionCode) >= 4 ? <p className="small muted">{all.onClock} <a href={`/communities/${council.regionCode}/voices`}>{all.voicesPage}</a></p> : null}
        </article>
      ))}
    </div>
  );
}
