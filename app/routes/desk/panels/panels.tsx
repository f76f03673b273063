import { Link, redirect } from 'react-router';
import { z } from 'zod';
import { mayAnywhere } from '#app/domain/base/accounts/access.ts';
import { listCalls } from '#app/domain/pilot/calls/read.ts';
import { MeetingInput } from '#app/domain/pilot/panels/input.ts';
import { planMeeting } from '#app/domain/pilot/panels/plan-meeting.ts';
import { listMeetings } from '#app/domain/pilot/panels/read.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { panelWords } from '#app/i18n/panels.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { answer, show } from '#app/platform/http.ts';
import { cursorInput, query } from '#app/platform/query.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { SelectField } from '#app/ui/desk/field.tsx';
import { KeysetTable } from '#app/ui/desk/keyset-table.tsx';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { MeetingFields } from './meeting-fields.tsx';
import { meetingTones } from './tone.ts';
import type { Route } from './+types/panels.ts';

export function loader({ context, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const canEdit = mayAnywhere(ctx.actor, 'panel.edit');
    return { page: await listMeetings(ctx, query(request, z.object(cursorInput))), canEdit, calls: canEdit ? (await listCalls(ctx, { state: 'published' }, 100)).rows.map(({ id, title, titleEn }) => ({ id, title, titleEn })) : [] };
  });
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, MeetingInput.extend({ callId: z.uuid() }), async ({ callId, ...input }) => redirect(`/desk/panels/${await planMeeting(ctx, callId, input)}`));
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

export default function Panels({ loaderData: { page, canEdit, calls }, actionData: problem }: Route.ComponentProps) {
  const { panel: words } = useWords(panelWords);
  const en = useLocale() === 'en';
  return (
    <>
      <PageHead
        title={words.title}
        lead={canEdit ? words.lead : words.mine}
        actions={canEdit && calls.length > 0 ? (
          <ConfirmButton label={words.plan} question={words.plan} danger={false} type="primary">
            <SelectField name="callId" label={words.fields.callId} problem={problem} options={calls.map((call) => ({ value: call.id, label: en && call.titleEn ? call.titleEn : call.title }))} />
            <MeetingFields problem={problem} />
          </ConfirmButton>
        ) : undefined}
      />
      <ProblemAlert problem={problem} names={words.fields} />
      <KeysetTable
        page={page}
        empty={{ text: canEdit ? words.empty : words.emptyMine }}
        columns={[
          { name: 'title', title: words.columns.title, place: 'main', show: (row) => <Link to={`/desk/panels/${row.id}`}>{row.title}</Link> },
          { name: 'state', title: words.columns.state, place: 'state', show: (row) => <StatusTag tone={meetingTones[row.state]}>{words.states[row.state]}</StatusTag> },
          { name: 'call', title: words.columns.call, place: 'wide', show: (row) => (en && row.callTitleEn ? row.callTitleEn : row.callTitle) },
          { name: 'when', title: words.columns.when, show: (row) => `${row.heldOn} ${row.heldAt}` },
          { name: 'place', title: words.columns.place, show: (row) => (row.isRemote ? words.remote : row.place) },
          { name: 'items', title: words.columns.items, show: (row) => row.items },
        ]}
      />
    </>
  );
}
