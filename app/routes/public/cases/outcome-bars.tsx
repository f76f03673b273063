import type { Outcome } from '#app/domain/pilot/case-library/model.ts';
import { casesWords } from '#app/i18n/cases.ts';
import { useWords } from '#app/i18n/pair.ts';

const wide = 300;

/** 之前与之后: two bars from nought for each figure; what was not measured before is said, never drawn as nothing. */
export function OutcomeBars({ outcomes }: { outcomes: readonly Outcome[] }) {
  const words = useWords(casesWords);
  return (
    <ul className="was">
      {outcomes.map(({ what, before, after, unit }) => {
        const most = Math.max(Math.abs(before ?? 0), Math.abs(after), 1);
        const said = (value: number | null) => (value === null ? words.noBefore : `${value.toLocaleString('en')} ${unit}`.trim());
        const bar = (value: number | null, look: string) => (
          <svg viewBox={`0 0 ${wide + 120} 22`} preserveAspectRatio="xMinYMid meet" aria-hidden="true">
            {value === null ? null : <rect className={look} x="0.5" y="3.5" width={Math.max(2, (Math.abs(value) / most) * wide)} height="15" rx="4" />}
            <text x={value === null ? 0 : Math.max(2, (Math.abs(value) / most) * wide) + 8} y="16">{said(value)}</text>
          </svg>
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
