import type { AnswerRow } from '#app/domain/pilot/applications/form.ts';
import type { Answer, Question } from '#app/domain/pilot/calls/model.ts';
import { applyWords, type ApplyWords } from '#app/i18n/apply.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import type { Locale } from '#app/platform/ctx.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { said } from './words-of.ts';

/** 并排: what two people wrote at the same time; nothing goes until somebody says which text counts. */
export function ConflictBox({ question, row }: { question: Question; row: AnswerRow }) {
  const words = useWords(applyWords);
  const locale = useLocale();
  const mine = { value: row.value, byName: row.savedByName, at: row.savedAt };
  return (
    <div className="edition check" role="group" aria-label={words.form.conflict} data-conflict="">
      <b>{words.form.conflict}</b>
      <p className="small">{words.form.conflictLead}</p>
      {[mine, ...row.rivals].map((version, index) => (
        <blockquote key={index} className="version">
          <p className="small muted">{words.form.theirs(version.byName, beijingTime(version.at).slice(11))}</p>
          <p style={{ whiteSpace: 'pre-wrap' }}>{answerText(question, version.value, words, locale)}</p>
        </blockquote>
      ))}
      <input type="hidden" name={`all.${question.id}`} value={[row.revision, ...row.rivals.map((rival) => rival.revision)].join(',')} />
      <label className="choice">
        <input type="checkbox" name={`settle.${question.id}`} value="yes" />
        <span>{words.form.settle}</span>
      </label>
    </div>
  );
}

/** An answer as plain text: options by their words, rows of a table line by line. */
export function answerText(question: Question, value: Answer | undefined, words: ApplyWords, locale: Locale): string {
  if (value === undefined || value.length === 0) return words.form.blank;
  const option = (one: string) => {
    const found = question.options?.find(({ value: known }) => known === one);
    return found ? said(found.label, locale) : one;
  };
  const comma = locale === 'en' ? ', ' : '、';
  if (typeof value === 'string') return question.unit ? `${value} ${said(question.unit, locale)}` : option(value);
  return value
    .map((one) => (typeof one === 'string' ? option(one) : (question.columns ?? []).map((column) => one[column.id]).filter(Boolean).join(comma)))
    .join(value.some((one) => typeof one !== 'string') ? '\n' : comma);
}
