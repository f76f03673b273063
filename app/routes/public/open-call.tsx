import { homeWords } from '#app/i18n/home.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { daysBetween, longDay } from '#app/platform/dates.ts';
import { ButtonLink } from '#app/ui/light/button.tsx';
import { Countdown } from '#app/ui/light/countdown.tsx';
import { CallCard } from '#app/ui/light/home-blocks.tsx';
import { Steps } from '#app/ui/light/steps.tsx';

type Call = { id: string; title: string; titleEn: string; closesOn: string };

/** 正在开放的批次: days left as squares, the last day in words, four steps, three doors. */
export function OpenCall({ calls, today, still = false }: { calls: readonly Call[]; today: string; still?: boolean }) {
  const { call: words } = useWords(homeWords);
  const locale = useLocale();
  const [first, ...others] = calls;
  const named = (call: Call) => (locale === 'en' && call.titleEn) || call.title;
  return (
    <div className="wrap">
      <CallCard
        id="call"
        still={still}
        tag={first ? words.open : words.none}
        countdown={first ? <Countdown days={daysBetween(today, first.closesOn)} words={words.countdown} /> : null}
        deadline={
          first ? (
            <>
              {words.lastDay} <strong>{longDay(first.closesOn, locale)}</strong>
              <br />
              {words.untilMidnight}
            </>
          ) : null
        }
        title={first ? named(first) : words.noneTitle}
        text={
          <>
            {first ? words.rule : words.noneText}
            {others.length ? ` ${words.others}` : null}
            {others.map((call) => (
              <span key={call.id}>
                {' '}
                <a href={`/apply/calls/${call.id}`}>{named(call)}</a>
              </span>
            ))}
          </>
        }
        steps={<Steps steps={words.steps.map((step, at) => (at || !first ? step : { ...step, state: 'now' as const }))} />}
        actions={
          <>
            {first ? (
              <>
                <ButtonLink href={`/apply/new?call=${first.id}`}>{words.start}</ButtonLink>
                <ButtonLink kind="plain" href={`/apply/calls/${first.id}#questions`}>
                  {words.blank}
                </ButtonLink>
              </>
            ) : null}
            <ButtonLink kind="plain" href="/recommend">
              {words.recommend}
            </ButtonLink>
          </>
        }
      />
    </div>
  );
}
