import { Alert } from 'antd';
import { deskWords } from '#app/i18n/desk.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import type { Problem } from '#app/platform/http.ts';

const mostShown = 100;

/** 问题提示: why the form came back, above it; nothing that was typed is lost. */
export function ProblemAlert({ problem, names = {} }: { problem: Problem | undefined; names?: Record<string, string> }) {
  const words = useWords(deskWords);
  const locale = useLocale();
  if (!problem || (!problem.refusal && !problem.fields)) return null;
  const fields = Object.entries(problem.fields ?? {});
  const shown = fields.slice(0, mostShown);
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      style={{ marginBottom: 16 }}
      title={problem.refusal ? refusalSentence(problem.refusal, locale) : words.putRight(fields.length)}
      description={
        fields.length > 0 && (
          <ul>
            {shown.map(([field, sentences]) => (
              <li key={field}>
                <a href={`#field-${field}`}>{names[field] ?? field}</a> {sentences.join(' ')}
              </li>
            ))}
            {fields.length > shown.length && <li>{words.more(fields.length - shown.length)}</li>}
          </ul>
        )
      }
    />
  );
}
