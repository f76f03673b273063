import { Button } from 'antd';
import { Form, redirect } from 'react-router';
import { draftNotice } from '#app/domain/pilot/notices/draft-notice.ts';
import { DraftNoticeInput } from '#app/domain/pilot/notices/input.ts';
import { callsWaiting } from '#app/domain/pilot/notices/waiting.ts';
import { noticesWords } from '#app/i18n/notices.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { answer, show } from '#app/platform/http.ts';
import { LongField, SelectField, TextField } from '#app/ui/desk/field.tsx';
import { EmptyBox } from '#app/ui/desk/keyset-table.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import type { Route } from './+types/new-notice.ts';

export function loader({ context, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    return { waiting: await callsWaiting(ctx), callId: new URL(request.url).searchParams.get('call') ?? '' };
  });
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, DraftNoticeInput, async (input) => redirect(`/desk/notices/${await draftNotice(ctx, input)}`));
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

export default function NewNoticePage({ loaderData: { waiting, callId }, actionData: problem }: Route.ComponentProps) {
  const { desk } = useWords(noticesWords);
  const chosen = waiting.find((call) => call.id === callId) ?? waiting[0];
  return (
    <>
      <PageHead title={desk.new} lead={desk.newLead} crumbs={[{ label: desk.notices, to: '/desk/notices' }]} />
      {chosen ? (
        <Form method="post" className="measure">
          <ProblemAlert problem={problem} names={{ callId: desk.callField, title: desk.titleField, body: desk.bodyField }} />
          <Pane>
            <SelectField
              name="callId"
              label={desk.callField}
              known={chosen.id}
              problem={problem}
              options={waiting.map((call) => ({ value: call.id, label: `${call.title}（${desk.waiting(call.waiting)}）` }))}
            />
            <TextField name="title" label={desk.titleField} hint={desk.titleHint} known={desk.titleDefault(chosen.title)} problem={problem} maxLength={120} />
            <LongField name="body" label={desk.bodyField} hint={desk.bodyHint} problem={problem} maxLength={4000} rows={5} optional />
          </Pane>
          <div className="dform-act">
            <Button type="primary" htmlType="submit">{desk.saveDraft}</Button>
          </div>
        </Form>
      ) : (
        <Pane><EmptyBox text={desk.nothingWaiting} /></Pane>
      )}
    </>
  );
}
