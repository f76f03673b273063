import { inLanguage } from '#app/domain/base/standard/model.ts';
import type { Check, Difference } from '#app/domain/public/time-machine/model.ts';
import type { PlaceThen as Place } from '#app/domain/public/time-machine/place-then.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { timeMachineWords } from '#app/i18n/time-machine.ts';
import { Callout, Facts } from '#app/ui/light/section.tsx';
import { Status } from '#app/ui/light/status.tsx';

type Edition = { id: string; zh: string; en: string; hash: string; isCurrent: boolean };

/** 当时的名称和所在地, with today's beside it where it differs. */
export function PlaceThen({ place }: { place: Place }) {
  const words = useWords(timeMachineWords);
  const then = [...place.path, place.name].join(' ');
  return (
    <>
      {then} <small className="muted">{place.code}</small>
      <br />
      <small className="muted">{place.differs.length === 0 ? words.sameToday : `${words.now}：${place.today.map(({ name, code }) => `${name} ${code}`).join('、')}`}</small>
    </>
  );
}

/** 适用规范, opened as it was. */
export function EditionThen({ edition }: { edition: Edition }) {
  const words = useWords(timeMachineWords);
  const locale = useLocale();
  return (
    <>
      <a href={edition.isCurrent ? '/standard' : `/standard?edition=${edition.id}`}>{inLanguage(edition, locale)}</a>
      <br />
      <small className="muted">{edition.isCurrent ? words.isCurrent : words.isOld}</small>
    </>
  );
}

/** 与今天不同的地方 and what was worked out again. */
export function SinceThen({ differs, checked }: { differs: readonly Difference[]; checked: readonly Check[] }) {
  const words = useWords(timeMachineWords);
  return (
    <>
      <Callout kind={differs.length === 0 ? 'ok' : 'info'}>
        {differs.length === 0 ? words.differsNone : <><b>{words.differs}</b><ul>{differs.map((one) => <li key={one}>{words.difference[one]}</li>)}</ul></>}
      </Callout>
      <section className="card">
        <h2>{words.checked}</h2>
        <Facts facts={checked.map(({ what, isRight }) => ({ term: words.checks[what], text: <Status state={isRight ? 'done' : 'late'}>{isRight ? words.right : words.wrong}</Status> }))} />
      </section>
    </>
  );
}
