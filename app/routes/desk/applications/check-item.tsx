import type { ReactNode } from 'react';
import { useFetcher } from 'react-router';
import type { Verdict } from '#app/domain/pilot/applications/model.ts';
import { checkWords } from '#app/i18n/check.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import type { Problem } from '#app/platform/http.ts';

export type GivenVerdict = { item: string; verdict: Verdict; reason: string; checkedAt: Date | string; isMine: boolean };
type Props = { item: string; title: ReactNode; why: string; given: GivenVerdict | undefined; isOpen: boolean; isSingle?: boolean; onGone?: () => void };

/** 核验项: fine or return with a reason; saved as soon as it is chosen, the reason when the field is left. */
export function CheckItem({ item, title, why, given, isOpen, isSingle = false, onGone }: Props) {
  const words = useWords(checkWords);
  const locale = useLocale();
  const fetcher = useFetcher<Problem | { savedAt: string }>();
  const going = fetcher.formData?.get('verdict');
  const verdict = typeof going === 'string' ? going : (given?.verdict ?? (isSingle ? 'return' : 'none'));
  const problem = fetcher.data && !('savedAt' in fetcher.data) ? fetcher.data : undefined;

  function save(next: Verdict | 'none', reason = '') {
    const seen = given ? new Date(given.checkedAt).toISOString() : '';
    void fetcher.submit({ deed: 'verdict', item, verdict: next, reason, seen }, { method: 'post' });
  }
  return (
    <li id={`item-${item}`}>
      <div className="t">
        <span className={`mk ${verdict}`} aria-hidden="true">{verdict === 'return' ? '×' : verdict === 'ok' ? '✓' : ''}</span>
        {title}
      </div>
      <p className="why">{why}</p>
      {!isSingle && (
        <div className="seg" role="group" aria-label={typeof title === 'string' ? title : words.list}>
          <button type="button" aria-pressed={verdict === 'ok'} disabled={!isOpen} onClick={() => save('ok')}>{words.verdicts.ok}</button>
          <button type="button" className="no" aria-pressed={verdict === 'return'} disabled={!isOpen} onClick={() => save('return', given?.reason)}>{words.verdicts.return}</button>
        </div>
      )}
      {verdict === 'return' && (
        <textarea
          className="dctl" aria-label={words.reason} placeholder={words.reasonHint} maxLength={1000} defaultValue={given?.reason ?? ''} readOnly={!isOpen}
          onBlur={(event) => {
            const reason = event.target.value.trim();
            if (isOpen && (reason !== (given?.reason ?? '') || !given) && (reason !== '' || !isSingle || given)) save('return', reason);
          }}
        />
      )}
      {isSingle && isOpen && (
        <button type="button" className="plain" onClick={() => { if (given) save('none'); onGone?.(); }}>{words.takeBack}</button>
      )}
      {problem && <p className="wrong" role="alert">{problem.refusal ? refusalSentence(problem.refusal, locale) : words.notSaved}</p>}
    </li>
  );
}
