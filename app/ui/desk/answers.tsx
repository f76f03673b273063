import type { Answer, QuestionSet } from '#app/domain/pilot/calls/model.ts';
import { useLocale } from '#app/i18n/pair.ts';
import { AnswerText } from './answer-text.tsx';

/** 申报表全文: every part of the form with what was answered; papers stand elsewhere. */
export function Answers({ questionSet, answers, blank }: { questionSet: QuestionSet; answers: Record<string, Answer>; blank: string }) {
  const en = useLocale() === 'en';
  return (
    <div className="answers">
      {questionSet.sections.map((section) => (
        <section key={section.id}>
          <h2>{en ? section.title.en : section.title.zh}</h2>
          <dl>
            {section.questions.filter((question) => question.kind !== 'paper').map((question) => (
              <div key={question.id} id={`q-${question.id}`}>
                <dt>{question.number && <small>{question.number}</small>} {en ? question.label.en : question.label.zh}</dt>
                <dd><AnswerText question={question} answer={answers[question.id]} blank={blank} /></dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
