import { redirect } from 'react-router';
import { z } from 'zod';
import { historyOf } from '#app/domain/base/records/read.ts';
import { answerObjection, takeUpObjection } from '#app/domain/pilot/notices/answer-objection.ts';
import { AnswerInput } from '#app/domain/pilot/notices/input.ts';
import { getObjection } from '#app/domain/pilot/notices/objections.ts';
import { noticesWords } from '#app/i18n/notices.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { LongField, SelectField } from '#app/ui/desk/field.tsx';
import { History } from '#app/ui/desk/history.tsx';
import { Facts, PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { objectionTone } from './phase-tone.ts';
import type { Route } from './+types/objection.ts';

export function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => ({ objection: await getObjection(ctx, params.id), lines: await historyOf(ctx, params.id, 'own-page') }));
}

const Deed = z.discriminatedUnion('deed', [z.object({ deed: z.literal('take-up') }), AnswerInput.extend({ deed: z.literal('answer') })]);

export function action({ context, params, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, Deed, async (input) => {
    if (input.deed === 'take-up') await takeUpObjection(ctx, params.id);
    else await answerObjection(ctx, params.id, input);
    return redirect(`/desk/objections/${params.id}`);
  });
}

export default function DeskObjectionPage({ loaderData: { objection, lines }, actionData: problem }: Route.ComponentProps) {
  const { desk, objection: words } = useWords(noticesWords);
  const isOpen = objection.state !== 'answered' && objection.noticeState === 'published';
  return (
    <>
      <PageHead
        title={objection.about ?? desk.wholeList}
        crumbs={[{ label: desk.objections, to: '/desk/objections' }]}
        beside={<StatusTag tone={objectionTone[objection.state]}>{words.state[objection.state]}</StatusTag>}
        actions={objection.state === 'received' && isOpen ? <ConfirmButton label={desk.takeUp} question={desk.takeUp} fields={{ deed: 'take-up' }} danger={false} /> : undefined}
      />
      <ProblemAlert problem={problem} names={{ outcome: desk.outcome, answer: desk.answerField }} />
      <Pane title={words.content}>
        <Facts
          items={[
            { name: words.ofNotice, value: <a href={`/desk/notices/${objection.noticeId}`}>{objection.noticeTitle}</a> },
            { name: desk.columns.from, value: objection.isAnonymous ? desk.anonymous : `${objection.name} ${objection.contact}` },
            { name: words.receivedOn, value: beijingTime(objection.receivedAt) },
            { name: words.dueOn, value: objection.answerDueOn },
          ]}
        />
        <p style={{ whiteSpace: 'pre-wrap' }}>{objection.content}</p>
      </Pane>
      {isOpen ? (
        <Pane title={desk.answerTitle}>
          <ConfirmButton label={desk.answer} question={desk.answerAsk} fields={{ deed: 'answer' }} danger={false} type="primary">
            <SelectField
              name="outcome"
              label={desk.outcome}
              problem={problem}
              options={(['upheld', 'dismissed'] as const).map((value) => ({ value, label: words.outcomes[value] }))}
            />
            <LongField name="answer" label={desk.answerField} hint={desk.answerHint} problem={problem} minLength={10} maxLength={4000} rows={6} />
          </ConfirmButton>
        </Pane>
      ) : (
        objection.outcome && (
          <Pane title={words.outcomes[objection.outcome]}>
            <p style={{ whiteSpace: 'pre-wrap' }}>{objection.answer}</p>
          </Pane>
        )
      )}
      <Pane>
        <History lines={lines} />
      </Pane>
    </>
  );
}
