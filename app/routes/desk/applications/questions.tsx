import { Button } from 'antd';
import { Form, redirect } from 'react-router';
import { addWorkdays } from '#app/domain/base/calendar/read.ts';
import { findRegion } from '#app/domain/base/regions/read.ts';
import { declineQuestion, forwardQuestion } from '#app/domain/pilot/questions/handle.ts';
import { HandleInput } from '#app/domain/pilot/questions/input.ts';
import { usualAnswerDays } from '#app/domain/pilot/questions/model.ts';
import { listForOffice } from '#app/domain/pilot/questions/read.ts';
import { askingWords } from '#app/i18n/asking.ts';
import { checkWords } from '#app/i18n/check.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { addDays, beijingDay, beijingTime, longDay } from '#app/platform/dates.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { LongField, TextField } from '#app/ui/desk/field.tsx';
import { EmptyBox } from '#app/ui/desk/keyset-table.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { AnswerFiles, questionTones } from '../reviews/answer-files.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import type { Route } from './+types/questions.ts';

export function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const { application, questions } = await listForOffice(ctx, params.id);
    const { id, number, status, regionCode } = application;
    const today = beijingDay(ctx.now);
    return { application: { id, number, status }, unitName: (await findRegion(ctx, regionCode))?.name ?? number, questions, today, dueOn: await addWorkdays(ctx, today, usualAnswerDays) };
  });
}

export function action({ context, params, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, HandleInput, async (input) => {
    await (input.deed === 'forward' ? forwardQuestion(ctx, params.id, input.questionId, input) : declineQuestion(ctx, params.id, input.questionId, input));
    return redirect(`/desk/applications/${params.id}/questions`);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

export default function Questions({ loaderData, actionData }: Route.ComponentProps) {
  const { application, unitName, questions } = loaderData;
  const { office: words, title } = useWords(askingWords);
  const said = useWords(checkWords);
  const here = `/desk/applications/${application.id}`;
  return (
    <>
      <PageHead
        crumbs={[{ label: said.title, to: '/desk/applications' }, { label: application.number, to: here }]}
        title={`${title} · ${unitName}`}
        lead={words.lead}
        actions={<><ButtonLink to={`${here}/redaction`}>{words.redact}</ButtonLink><ButtonLink to={`${here}/review`}>{words.back}</ButtonLink></>}
      />
      <ProblemAlert problem={actionData} />
      <div className="measure">
        {questions.length === 0 && <EmptyBox text={words.none} />}
        {questions.map((question) => <OneQuestion key={question.id} {...loaderData} question={question} problem={actionData} />)}
      </div>
    </>
  );
}

type Props = Omit<Route.ComponentProps['loaderData'], 'questions'> & { question: Route.ComponentProps['loaderData']['questions'][number]; problem: Problem | undefined };

function OneQuestion({ question, application, today, dueOn, problem }: Props) {
  const all = useWords(askingWords);
  const locale = useLocale();
  const { office: words } = all;
  const isOpen = question.state === 'asked' && application.status === 'in-review';
  const mine = problem?.given?.questionId === question.id ? problem : undefined;
  return (
    <Pane title={all.asked} actions={<StatusTag tone={questionTones[question.state]}>{all.states[question.state]}</StatusTag>}>
      <p className="prose">{question.asked}</p>
      {question.state === 'declined' && <p className="note">{all.reviewer.declined(question.declinedWhy)}</p>}
      {question.forwarded && <><h3 style={{ marginTop: 12 }}>{all.forwarded}</h3><p className="prose">{question.forwarded}</p></>}
      {question.state === 'forwarded' && question.dueOn && <p className={question.dueOn < today ? 'late' : 'note'}>{question.dueOn < today ? all.late : `${all.due} ${longDay(question.dueOn, locale)}`}</p>}
      {question.state === 'answered' && question.answeredAt && (
        <>
          <h3 style={{ marginTop: 12 }}>{all.answer}</h3>
          <p className="prose">{question.answer}</p>
          <AnswerFiles papers={question.papers.map((paper) => ({ ...paper, isHeldBack: false }))} urlOf={(fileId) => `/questions/${question.id}/papers/${fileId}`} />
          <p className="note">{all.answeredBy(question.answeredByName, beijingTime(question.answeredAt))}</p>
        </>
      )}
      {isOpen && (
        <Form method="post" style={{ marginTop: 12 }}>
          <input type="hidden" name="deed" value="forward" />
          <input type="hidden" name="questionId" value={question.id} />
          <LongField name="text" id={`text-${question.id}`} label={words.text} known={question.asked} minLength={4} maxLength={2000} problem={mine} />
          <TextField name="dueOn" id={`dueOn-${question.id}`} label={words.dueOn} type="date" min={addDays(today, 1)} known={dueOn} problem={mine} />
          <div className="dform-act">
            <Button type="primary" htmlType="submit">{words.forward}</Button>
            <ConfirmButton label={words.decline} question={words.declineAsk} fields={{ deed: 'decline', questionId: question.id }}>
              <LongField name="reason" id={`reason-${question.id}`} label={words.reason} hint={words.reasonHint} minLength={4} maxLength={500} />
            </ConfirmButton>
          </div>
        </Form>
      )}
    </Pane>
  );
}
