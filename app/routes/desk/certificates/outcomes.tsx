import { useLocale } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import type { Outcome } from '#app/platform/one-by-one.ts';
import { Pane } from '#app/ui/desk/page-head.tsx';

/** 逐份的结果: how many were done, and why the others were not. */
export function Outcomes({ outcomes, done, refused }: { outcomes: readonly Outcome[]; done: (many: number) => string; refused: (many: number) => string }) {
  const locale = useLocale();
  const left = outcomes.filter(({ refusal }) => refusal !== null);
  const reasons = [...new Set(left.map(({ refusal }) => refusal!))];
  return (
    <Pane>
      <p role="status"><b>{done(outcomes.length - left.length)}</b></p>
      {left.length > 0 && <p>{refused(left.length)}</p>}
      {reasons.map((reason) => <p key={reason}>{refusalSentence(reason, locale)}</p>)}
    </Pane>
  );
}
