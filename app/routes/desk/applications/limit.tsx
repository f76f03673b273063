import { checkWords } from '#app/i18n/check.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { daysBetween } from '#app/platform/dates.ts';
import type { Status } from '#app/domain/pilot/applications/model.ts';

type Limited = { status: Status; checkDueOn: string | null; answerDueOn: string | null };

/** 时限 in words: today, tomorrow, a day, or how late. */
export function Limit({ application, today }: { application: Limited; today: string }) {
  const words = useWords(checkWords);
  const locale = useLocale();
  const day = application.status === 'submitted' ? application.checkDueOn : application.status === 'returned' ? application.answerDueOn : null;
  if (!day) return <span>{words.noLimit}</span>;
  const left = daysBetween(today, day);
  const when = left < 0 ? words.late(-left) : left === 0 ? words.today : left === 1 ? words.tomorrow : words.byDay(shortDay(day, locale));
  const text = application.status === 'returned' ? words.answerBy(when) : when;
  return <span className={left < 0 ? 'late' : left < 1 ? 'soon' : ''}>{text}</span>;
}

const dayOf = (locale: string) => new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'long', day: 'numeric' });
const days = { zh: dayOf('zh-CN'), en: dayOf('en-GB') };

/** A day without its year. */
function shortDay(day: string, locale: string): string {
  return days[locale === 'en' ? 'en' : 'zh'].format(new Date(`${day}T00:00:00Z`));
}
