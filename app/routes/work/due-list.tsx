import type { Due } from '#app/domain/base/communities/due.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { workWords } from '#app/i18n/work.ts';
import { shortDay } from '#app/platform/dates.ts';
import { workAddress } from './pages.ts';

/** 接下来要做的: a square with the day, what it is, and the way there; late ones say so in a word. */
export function DueList({ due, today }: { due: readonly Due[]; today: string }) {
  const words = useWords(workWords);
  const locale = useLocale();
  return (
    <ul className="duelist">
      {due.map((one) => {
        const isLate = one.dueOn !== null && one.dueOn < today;
        return (
          <li key={`${one.regionCode} ${one.kind} ${one.path}`} className={isLate ? 'late' : one.dueOn ? 'now' : 'rest'}>
            <span className="sq" aria-hidden="true">
              {one.dueOn ? <>{Number(one.dueOn.slice(8))}<small>{`${Number(one.dueOn.slice(5, 7))}${locale === 'en' ? '' : '月'}`}</small></> : '·'}
            </span>
            <span>
              <a href={workAddress(one.regionCode, one.path)}>{words.due[one.kind](one.figure ?? '')}</a>
              <small>
                {one.dueOn ? shortDay(one.dueOn, locale) : words.noDay}
                {isLate ? <b> · {words.late}</b> : null}
              </small>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
