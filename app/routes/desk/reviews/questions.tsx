import { Button } from 'antd';
import { Form, redirect } from 'react-router';
import { askApplicant } from '#app/domain/pilot/questions/ask.ts';
import { AskInput } from '#app/domain/pilot/questions/input.ts';
import { listForReviewer } from '#app/domain/pilot/questions/read.ts';
import { askingWords } from '#app/i18n/asking.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { reviewWords } from '#app/i18n/review.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { beijingDay, beijingTime, longDay } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { LongField } from '#app/ui/desk/field.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { AnswerFiles, questionTones } from './answer-files.tsx';
import type { Route } from './+types/questions.ts';

export function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => ({ ...(await listForReviewer(ctx, params.id)), today: beijingDay(ctx.now) }));
}

export function action({ context, params, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, AskInput, async (input) => {
    await askApplicant(ctx, params.id, input);
    return redirect(`/desk/reviews/${params.id}/questions`);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

export default function Questions({ loaderData, actionData }: Route.ComponentProps) {
  const { assignmentId, number, state, mine } = loaderData;
  const { title, reviewer: words, states } = useWords(askingWords);
  const said = useWords(reviewWords);
  return (
    <>
      <PageHead
        crumbs={[{ label: said.mine, to: '/desk/reviews' }, { label: number, to: `/desk/reviews/${assignmentId}` }]}
        title={title}
        lead={words.lead}
        actions={<ButtonLink to={`/desk/reviews/${assignmentId}`}>{words.back}</ButtonLink>}
      />
      <ProblemAlert problem={actionData} />
      <div className="measure">
        <Pane title={words.ask}>
          {state === 'accepted' ? (
            <Form method="post" key={mine.length}>
              <LongField name="text" label={words.text} hint={words.textHint} minLength={4} maxLength={2000} problem={actionData} />
              <div className="dform-act"><Button type="primary" htmlType="submit">{words.send}</Button></div>
            </Form>
          ) : (
            <p className="note">{state === 'assigned' ? words.notYet : words.closed}</p>
          )}
        </Pane>
        <Pane title={words.mine}>
          {mine.length === 0 && <p className="note">{words.noMine}</p>}
          <ul>
            {mine.map((question) => (
              <li key={question.id} style={{ marginBottom: 12 }}>
                <StatusTag tone={questionTones[question.state]}>{states[question.state]}</StatusTag> <small>{beijingTime(question.askedAt)}</small>
                <p className="prose">{question.asked}</p>
                {question.state === 'declined' && <p className="note">{words.declined(question.declinedWhy)}</p>}
              </li>
            ))}
          </ul>
        </Pane>
        <PassedOn {...loaderData} />
      </div>
    </>
  );
}

function PassedOn({ assignmentId, passedOn, today }: Route.ComponentProps['loaderData']) {
  const all = useWords(askingWords);
  const locale = useLocale();
  const { reviewer: words } = all;
  return (
    <Pane title={words.passedOn} note={words.passedOnLead}>
      {passedOn.length === 0 && <p className="note">{words.none}</p>}
      <ul>
        {passedOn.map((question) => (
          <li key={question.id} style={{ marginBottom: 16 }}>
            <p className="prose"><b>{question.forwarded}</b></p>
            {question.state === 'answered' ? <p className="prose">{question.answer}</p> : question.dueOn && <p className={question.dueOn < today ? 'late' : 'note'}>{question.dueOn < today ? all.late : `${all.due} ${longDay(question.dueOn, locale)}`}</p>}
            <AnswerFiles papers={question.papers} urlOf={(fileId) => `/desk/reviews/${assignmentId}/questions/${question.id}/papers/${fileId}`} />
            {question.answeredAt && <p className="note">{all.answeredAt(beijingTime(question.answeredAt))}</p>}
          </li>
        ))}
      </ul>
    </Pane>
  );
}
