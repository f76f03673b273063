import type { Question } from '#app/domain/pilot/calls/model.ts';
import { applyWords } from '#app/i18n/apply.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { said } from './words-of.ts';

/** 填写说明和退回原因: what helps to answer, and why the answer came back. */
export function Hint({ question, reason }: { question: Question; reason: string | undefined }) {
  const words = useWords(applyWords);
  const locale = useLocale();
  return (
    <>
      {question.hint ? said(question.hint, locale) : null}
      {reason ? <strong className="errline">{`${words.form.returned}${locale === 'en' ? ': ' : '：'}${reason}`}</strong> : null}
    </>
  );
}
