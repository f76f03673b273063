import type { Outcome } from '#app/domain/pilot/case-library/model.ts';
import { casesWords } from '#app/i18n/cases.ts';
import { useWords } from '#app/i18n/pair.ts';

const wide = 100;

/** 之前与之后: two bars from nought for each figure; what was not measured before is said, never drawn as nothing. */
export function OutcomeBars({ outcomes }: { outcomes: readonly Outcome[] }) {
  const words = useWords(casesWords);
  return (
    <ul className="was">
      {outcomes.map(({ what, before, after, unit }) => {
        const most = Math.max(Math.abs(before ?? 0), Math.abs(after), 1);
        const said = (value: number | null) => (value === null ? words.noBefore : `${value.toLocaleString('en')} ${unit}`.trim());
        const bar = (value: number | null, look: string) => (
          <div className="bar-line">
            {value === null ? null : <svg viewBox={`0 0 ${wide} 15`} preserveAspectRatio="none" aria-hidden="true"><rect className={look} width={Math.max(1, (Math.abs(value) / most) * wide)} height="15" /></svg>}
            <span>{said(value)}</span>
          </div>
        );
        return (
          <li key={what}>
            <b>{what}</b>
            <div className="pair" role="img" aria-label={words.figureLabel(what, said(before), said(after))}>
              <span>{words.before}</span>{bar(before, 'old')}
              <span>{words.after}</span>{bar(after, 'is')}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
