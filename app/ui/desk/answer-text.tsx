import type { Answer, Question } from '#app/domain/pilot/calls/model.ts';
import { useLocale } from '#app/i18n/pair.ts';
import { Mixed } from '#app/ui/mixed.tsx';

/** 答案 as people read it: words of the options, units, tables as tables. */
export function AnswerText({ question, answer, blank }: { question: Question; answer: Answer | undefined; blank: string }) {
  const en = useLocale() === 'en';
  const said = (words: { zh: string; en: string }) => (en ? words.en : words.zh);
  if (answer === undefined || answer.length === 0) return <span className="blank">{blank}</span>;
  if (question.kind === 'table') return <Rows question={question} rows={answer as Record<string, string>[]} />;
  const label = (value: string) => {
    const option = question.options?.find((one) => one.value === value);
    return option ? said(option.label) : value;
  };
  if (Array.isArray(answer)) return <Mixed>{(answer as string[]).map(label).join(en ? ', ' : '、')}</Mixed>;
  return <span className="prose"><Mixed>{label(answer)}</Mixed>{question.unit && ` ${said(question.unit)}`}</span>;
}

function Rows({ question, rows }: { question: Question; rows: Record<string, string>[] }) {
  const en = useLocale() === 'en';
  const columns = question.columns ?? [];
  return (
    <div className="scroll-x" role="group" tabIndex={0} aria-label={en ? question.label.en : question.label.zh}>
      <table className="answer-rows">
        <thead><tr>{columns.map((column) => <th key={column.id}>{en ? column.label.en : column.label.zh}</th>)}</tr></thead>
        <tbody>{rows.map((row, i) => <tr key={i}>{columns.map((column) => <td key={column.id}><Mixed>{row[column.id]}</Mixed></td>)}</tr>)}</tbody>
      </table>
    </div>
  );
}
