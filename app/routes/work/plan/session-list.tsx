import { consultingWords } from '#app/i18n/consulting.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { shortTime } from '#app/platform/dates.ts';
import type { Problem } from '#app/platform/http.ts';
import { Button } from '#app/ui/light/button.tsx';
import { Facts } from '#app/ui/light/section.tsx';
import type { SquareState } from '#app/ui/light/squares.tsx';
import { Status } from '#app/ui/light/status.tsx';
import { LongTextField } from '#app/ui/light/text-field.tsx';
import { sentBack } from './act.ts';
import type { AdvicePage } from './advice.tsx';
import { RuleTags } from './rule-tags.tsx';

type Session = AdvicePage['sessions'][number];
const squares: Record<Session['state'], SquareState> = { asked: 'next', arranged: 'now', held: 'done', declined: 'rest', cancelled: 'rest' };

/** 历次咨询, newest first. */
export function SessionList({ sessions, problem }: AdvicePage & { problem: Problem | undefined }) {
  const { advice: words } = useWords(consultingWords);
  if (sessions.length === 0) return <p className="note">{words.none}</p>;
  return <div className="findings">{sessions.map((session) => <OneSession key={session.id} session={session} problem={problem} />)}</div>;
}

function OneSession({ session, problem }: { session: Session; problem: Problem | undefined }) {
  const all = useWords(consultingWords);
  const { advice: words } = all;
  const locale = useLocale();
  const comma = locale === 'en' ? ', ' : '、';
  const sent = sentBack(problem, 'end');
  const isOurs = sent.isOurs && problem?.given?.id === session.id;
  return (
    <article className="card">
      <p className="row close small"><Status state={squares[session.state]}>{all.sessionStates[session.state]}</Status><span className="muted">{all.modes[session.mode]}</span><RuleTags ids={session.ruleIds} /></p>
      <h3>{session.topic}</h3>
      {session.wish ? <p className="plaintext">{session.wish}</p> : null}
      <Facts facts={[
        { term: words.when, text: session.startsAt ? shortTime(session.startsAt, locale) : words.noTime },
        ...(session.place ? [{ term: words.place, text: session.place }] : []),
        ...(session.experts.length > 0 ? [{ term: words.experts, text: session.experts.map(({ expertName, attended }) => (attended ? `${expertName}${all.beside(words.attended)}` : expertName)).join(comma) }] : []),
        ...(session.attendance.length > 0 ? [{ term: words.attendance, text: session.attendance.map(({ name, role }) => [name, role].filter(Boolean).join(' ')).join(comma) }] : []),
        ...(session.endReason ? [{ term: words.reason, text: session.endReason }] : []),
      ]} />
      {session.minutes ? <details open={session.state === 'held'}><summary>{words.minutes}</summary><p className="plaintext">{session.minutes}</p></details> : null}
      {session.state === 'asked' || session.state === 'arranged' ? (
        <details open={isOurs} className="no-print">
          <summary>{words.end}</summary>
          <form method="post">
            <input type="hidden" name="go" value="end" />
            <input type="hidden" name="id" value={session.id} />
            <LongTextField id={`reason-${session.id}`} name="reason" label={words.endReason} words={all.form} required rows={2} error={isOurs ? sent.error('reason') : undefined} defaultValue={isOurs ? sent.text('reason') : ''} />
            <p className="row"><Button kind="stop">{words.end}</Button></p>
          </form>
        </details>
      ) : null}
    </article>
  );
}
