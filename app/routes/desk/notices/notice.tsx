import { Button } from 'antd';
import { Form, redirect } from 'react-router';
import { z } from 'zod';
import { historyOf } from '#app/domain/base/records/read.ts';
import { noticeAtDesk } from '#app/domain/pilot/notices/at-desk.ts';
import { discardNotice, editNotice } from '#app/domain/pilot/notices/draft-notice.ts';
import { finaliseNotice } from '#app/domain/pilot/notices/finalise-notice.ts';
import { EditNoticeInput, PublishNoticeInput } from '#app/domain/pilot/notices/input.ts';
import { publishNotice } from '#app/domain/pilot/notices/publish-notice.ts';
import { noticesWords } from '#app/i18n/notices.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { answer, show } from '#app/platform/http.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { LongField, TextField } from '#app/ui/desk/field.tsx';
import { History } from '#app/ui/desk/history.tsx';
import { ExportButton } from '#app/ui/desk/export-button.tsx';
import { KeysetTable } from '#app/ui/desk/keyset-table.tsx';
import { Facts, PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { phaseTone } from './phase-tone.ts';
import type { Route } from './+types/notice.ts';

export function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    return { notice: await noticeAtDesk(ctx, params.id), lines: await historyOf(ctx, params.id, 'own-page') };
  });
}

const Deed = z.discriminatedUnion('deed', [
  EditNoticeInput.extend({ deed: z.literal('edit') }),
  PublishNoticeInput.extend({ deed: z.literal('publish') }),
  z.object({ deed: z.literal('discard') }),
  z.object({ deed: z.literal('finalise') }),
]);

export function action({ context, params, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, Deed, async (input) => {
    if (input.deed === 'edit') await editNotice(ctx, params.id, { title: input.title, body: input.body });
    if (input.deed === 'publish') await publishNotice(ctx, params.id, input);
    if (input.deed === 'finalise') await finaliseNotice(ctx, params.id);
    if (input.deed === 'discard') await discardNotice(ctx, params.id);
    return redirect(input.deed === 'discard' ? '/desk/notices' : `/desk/notices/${params.id}`);
  });
}

export default function DeskNoticePage({ loaderData: { notice, lines }, actionData: problem }: Route.ComponentProps) {
  const words = useWords(noticesWords);
  const { desk } = words;
  const standing = notice.entries.filter((entry) => entry.state === 'standing').length;
  const { phase, objections } = notice;
  return (
    <>
      <PageHead
        title={notice.title}
        crumbs={[{ label: desk.notices, to: '/desk/notices' }]}
        beside={<StatusTag tone={phaseTone[phase]}>{words.phases[phase]}</StatusTag>}
        actions={<><ExportButton list="notice-entries" search={`?id=${notice.id}`} /><Deeds phase={phase} days={notice.workingDays} standing={standing} open={objections.open} id={notice.id} /></>}
      />
      <ProblemAlert problem={problem} names={{ title: desk.titleField, body: desk.bodyField }} />
      <Pane>
        <Facts
          items={[
            { name: words.call, value: notice.callTitle },
            { name: desk.columns.period, value: notice.startsOn && notice.endsOn ? words.fromTo(notice.startsOn, notice.endsOn) : '—' },
            { name: desk.objections, value: words.objection.count(objections.all, objections.open) },
          ]}
        />
        {phase === 'open' && notice.endsOn && <p>{desk.waitEnd(notice.endsOn)}</p>}
        {phase === 'ended' && objections.open > 0 && <p>{desk.waitObjections(objections.open)}</p>}
      </Pane>
      {phase === 'draft' && (
        <Form method="post" className="measure">
          <input type="hidden" name="deed" value="edit" />
          <Pane>
            <TextField name="title" label={desk.titleField} known={notice.title} problem={problem} maxLength={120} />
            <LongField name="body" label={desk.bodyField} hint={desk.bodyHint} known={notice.body} problem={problem} maxLength={4000} rows={5} optional />
            <Button htmlType="submit">{desk.save}</Button>
          </Pane>
        </Form>
      )}
      <KeysetTable
        page={{ rows: notice.entries.map((entry) => ({ ...entry, id: entry.applicationId })) }}
        empty={{ text: desk.nothingWaiting }}
        columns={[
          { name: 'name', title: words.columns.community, place: 'main', show: (row) => row.name },
          { name: 'place', title: words.columns.place, show: (row) => row.path.join(' ') },
          { name: 'applicant', title: words.columns.applicant, show: (row) => row.applicant },
          { name: 'number', title: words.columns.number, show: (row) => <a href={`/desk/applications/${row.applicationId}`}>{row.number}</a> },
          {
            name: 'state', title: desk.columns.state, place: 'state',
            show: (row) => (row.state === 'removed' ? <StatusTag tone="bad">{words.removedBecause(row.removedReason)}</StatusTag> : <StatusTag tone={phaseTone[phase]}>{words.phases[phase]}</StatusTag>),
          },
        ]}
      />
      <Pane>
        <History lines={lines} />
      </Pane>
    </>
  );
}

function Deeds({ phase, days, standing, open, id }: { phase: string; days: number; standing: number; open: number; id: string }) {
  const { desk } = useWords(noticesWords);
  if (phase === 'draft') {
    return (
      <>
        <ConfirmButton label={desk.discard} question={desk.discardAsk} fields={{ deed: 'discard' }} />
        <ConfirmButton label={desk.publishTomorrow} question={desk.publishAsk(days)} fields={{ deed: 'publish', starts: 'tomorrow' }} danger={false} />
        <ConfirmButton label={desk.publishToday} question={desk.publishAsk(days)} fields={{ deed: 'publish', starts: 'today' }} danger={false} type="primary" />
      </>
    );
  }
  return (
    <>
      <ButtonLink to={`/desk/objections?notice=${id}`}>{desk.objections}</ButtonLink>
      <a href={`/notices/${id}`}>{desk.seePublic}</a>
      {phase === 'ended' && (
        <ConfirmButton label={desk.finalise} question={desk.finaliseAsk(standing)} fields={{ deed: 'finalise' }} danger={false} type="primary" disabled={open > 0} />
      )}
    </>
  );
}
