import type { Voices } from '#app/domain/children/suggestions/voices.ts';
import { useWords } from '#app/i18n/pair.ts';
import { suggestionsWords } from '#app/i18n/suggestions.ts';
import type { Locale } from '#app/platform/ctx.ts';
import { shortDay } from '#app/platform/dates.ts';
import { Status } from '#app/ui/light/status.tsx';

/** 一条一格, what nobody has read yet one line each: the square, what was said as far as it may be shown, what was promised and told. */
export function VoiceList({ matters, locale }: { matters: Voices['matters']; locale: Locale }) {
  const words = useWords(suggestionsWords);
  const { voices: w } = words;
  const isRead = ({ text, answer, told: said }: Voices['matters'][number]) => Boolean(text ?? answer ?? said);
  const told = matters.filter(isRead);
  const unread = matters.filter((one) => !isRead(one));
  const standing = (one: Voices['matters'][number]) => <Status state={one.isLate ? 'late' : one.state === 'done' || one.state === 'not-adopted' ? 'done' : 'now'}>{one.isLate ? `${words.lateTag} · ${words.states[one.state]}` : words.states[one.state]}</Status>;
  return (
    <>
    {told.length > 0 ? <ul className="voices">
      {told.map((one) => (
        <li key={one.id} className="card">
          <p className="row close small">{standing(one)}<span>{words.topics[one.topic]}</span><span>{w.month(one.month)}</span>{one.many ? <span>{w.many(one.many)}</span> : null}</p>
          {one.text ? <blockquote className="childsaid"><p>{one.text}</p></blockquote> : <p className="muted">{w.hidden}</p>}
          {one.answer ? <p><b>{w.answer}</b>{one.answer}</p> : null}
          {one.told ? <p><b>{w.told}</b>{one.told}</p> : null}
          <p className="small">
            {one.owner && one.taskDueOn ? w.promised(one.owner, shortDay(one.taskDueOn, locale)) : one.dueOn ? w.dueBy(shortDay(one.dueOn, locale)) : ''}
            {one.doneOn ? ` · ${w.doneOn(shortDay(one.doneOn, locale))}` : ''}
          </p>
        </li>
      ))}
    </ul> : null}
    {unread.length > 0 ? (
      <>
        <p className="note">{w.unread(unread.length)}</p>
        <ul className="unread">
          {unread.map((one) => <li key={one.id}>{standing(one)}<span>{words.topics[one.topic]}</span><span className="small muted">{w.month(one.month)}{one.dueOn ? ` · ${w.dueBy(shortDay(one.dueOn, locale))}` : ''}</span></li>)}
        </ul>
      </>
    ) : null}
    </>
  );
}
