import type { getForm } from '#app/domain/pilot/applications/read.ts';
import type { Question } from '#app/domain/pilot/calls/model.ts';
import { applyWords } from '#app/i18n/apply.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { sizeWords } from '#app/domain/base/files/model.ts';
import { Mixed } from '#app/ui/mixed.tsx';
import { answerText } from './conflict-box.tsx';
import { said } from './words-of.ts';

export type Form = Awaited<ReturnType<typeof getForm>>;

/** 只读: questions and answers of one part as they stand, for reading, checking and printing. */
export function ReadOnlyPart({ form, questions }: { form: Form; questions: readonly Question[] }) {
  const words = useWords(applyWords);
  const locale = useLocale();
  return (
    <dl className="facts answers">
      {questions.map((question) => (
        <div key={question.id} id={`q-${question.id}`}>
          <dt>
            {question.number ? <span className="q">{question.number}</span> : null}
            {said(question.label, locale)}
          </dt>
          <dd style={{ whiteSpace: 'pre-wrap' }}>
            {question.kind === 'paper' ? (
              <PaperLinks form={form} question={question} />
            ) : form.answers[question.id]?.value.length ? (
              <Mixed>{answerText(question, form.answers[question.id]!.value, words, locale)}</Mixed>
            ) : (
              <span className="muted">{words.check.empty}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function PaperLinks({ form, question }: { form: Form; question: Question }) {
  const words = useWords(applyWords);
  const papers = form.papers.filter((paper) => paper.paper === question.paper);
  if (papers.length === 0) return <span className="muted">{words.check.none}</span>;
  return (
    <ul>
      {papers.map((paper) => (
        <li key={paper.fileId}>
          {paper.state === 'stored' ? <a href={`/papers/${form.application.id}/${paper.fileId}`}>{paper.name}</a> : `${paper.name} · ${words.form.fileHeldBack}`} <span className="small muted">{sizeWords(paper.size)}</span>
        </li>
      ))}
    </ul>
  );
}
