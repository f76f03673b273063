import { objectionsWords } from '#app/i18n/objections.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { beijingDay, longDay, shortDay, shortTime } from '#app/platform/dates.ts';

type Message = { id: string; isFromOffice: boolean; body: string; dueOn: string | null; at: Date };

/** 往来 between the office and the one side that reads this page. */
export function Exchange({ messages, isAnonymous }: { messages: readonly Message[]; isAnonymous: boolean }) {
  const words = useWords(objectionsWords);
  const locale = useLocale();
  if (messages.length === 0) return null;
  return (
    <section className="sec tight">
      <h2>{words.exchange}</h2>
      {messages.map(({ id, isFromOffice, body, dueOn, at }) => (
        <div key={id} style={{ marginTop: 16 }}>
          <p className="small muted">
            <b>{isFromOffice ? words.fromOffice : words.fromYou}</b> {isFromOffice || !isAnonymous ? shortTime(at, locale) : shortDay(beijingDay(at), locale)}
          </p>
          <p className="kept">{body}</p>
          {dueOn ? <p className="small">{words.replyBy(longDay(dueOn, locale))}</p> : null}
        </div>
      ))}
    </section>
  );
}
