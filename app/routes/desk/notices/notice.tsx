import { Button } from 'antd';
import { Form, redirect } from 'react-router';
import { z } from 'zod';
import { historyOf } from '#app/domain/base/records/read.ts';
import { noticeAtDesk } from '#app/domain/pilot/notices/at-desk.ts';
import { correctNotice, removeEntry } from '#app/domain/pilot/notices/correct-notice.ts';
import { discardNotice, editNotice } from '#app/domain/pilot/notices/draft-notice.ts';
import { finaliseNotice } from '#app/domain/pilot/notices/finalise-notice.ts';
import { CorrectNoticeInput, EditNoticeInput, MoveUpInput, PublishNoticeInput, RemoveEntryInput } from '#app/domain/pilot/notices/input.ts';
import { mayMoveUp, moveUp } from '#app/domain/pilot/notices/move-up.ts';
import { publishNotice } from '#app/domain/pilot/notices/publish-notice.ts';
import { noticesWords } from '#app/i18n/notices.ts';
import { objectionsWords } from '#app/i18n/objections.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { answer, show } from '#app/platform/http.ts';
import { LongField, TextField } from '#app/ui/desk/field.tsx';
import { History } from '#app/ui/desk/history.tsx';
import { ExportButton } from '#app/ui/desk/export-button.tsx';
import { KeysetTable } from '#app/ui/desk/keyset-table.tsx';
import { Facts, PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { Deeds } from './notice-deeds.tsx';
import { phaseTone } from './phase-tone.ts';
import type { Route } from './+types/notice.ts';

export function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const notice = await noticeAtDesk(ctx, params.id);
    const isShown = notice.state === 'published';
    return { notice, next: isShown ? await mayMoveUp(ctx, notice) : [], lines: await historyOf(ctx, params.id, 'own-page') };
  });
}

const Deed = z.discriminatedUnion('deed', [
  EditNoticeInput.extend({ deed: z.literal('edit') }),
  PublishNoticeInput.extend({ deed: z.literal('publish') }),
  CorrectNoticeInput.extend({ deed: z.literal('correct') }),
  MoveUpInput.extend({ deed: z.literal('move-up') }),
  RemoveEntryInput.extend({ deed: z.literal('remove') }),
  z.object({ deed: z.literal('discard') }),
  z.object({ deed: z.literal('finalise') }),
]);

export function action({ context, params, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, Deed, async (input) => {
    if (input.deed === 'edit') await editNotice(ctx, params.id, { title: input.title, body: input.body });
    if (input.deed === 'correct') await correctNotice(ctx, params.id, input);
    if (input.deed === 'remove') await removeEntry(ctx, params.id, input.applicationId, input.reason);
    if (input.deed === 'move-up') await moveUp(ctx, params.id, input);
    if (input.deed === 'publish') await publishNotice(ctx, params.id, input);
    if (input.deed === 'finalise') await finaliseNotice(ctx, params.id);
    if (input.deed === 'discard') await discardNotice(ctx, params.id);
    return redirect(input.deed === 'discard' ? '/desk/notices' : `/desk/notices/${params.id}`);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

export default function DeskNoticePage({ loaderData: { notice, next, lines }, actionData: problem }: Route.ComponentProps) {
  const words = useWords(noticesWords);
  const { desk } = words;
  const { box } = useWords(objectionsWords);
  const standing = notice.entries.filter((entry) => entry.state === 'standing').length;
  const { phase, objections } = notice;
  const waits = objections.open > 0 || (objections.until !== null && objections.until >= notice.today);
  return (
    <>
      <PageHead
        title={notice.title}
        crumbs={[{ label: desk.notices, to: '/desk/notices' }]}
        beside={<StatusTag tone={phaseTone[phase]}>{words.phases[phase]}</StatusTag>}
        actions={<><ExportButton list="notice-entries" search={`?id=${notice.id}`} /><Deeds standing={standing} waits={waits} notice={notice} next={next} /></>}
      />
      <ProblemAlert problem={problem} names={{ title: desk.titleField, body: desk.bodyField }} />
      <Pane>
        <Facts
          items={[
            { name: words.call, value: notice.callTitle },
            { name: desk.columns.period, value: notice.startsOn && notice.endsOn ? words.fromTo(notice.startsOn, notice.endsOn) : '—' },
            { name: desk.objections, value: box.count(objections.all, objections.open) },
          ]}
        />
        {phase === 'open' && notice.endsOn && <p>{desk.waitEnd(notice.endsOn)}</p>}
        {phase === 'ended' && objections.open > 0 && <p>{desk.waitObjections(objections.open)}</p>}
        {phase === 'ended' && objections.open === 0 && waits && <p>{desk.waitAppeals(objections.until ?? '')}</p>}
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
            show: (row) => (row.state === 'removed' ? <StatusTag tone="bad">{words.removedBecause(row.removedReason)}</StatusTag> : <><StatusTag tone={phaseTone[phase]}>{words.phases[phase]}</StatusTag> {row.movedUpOn ? words.movedUp(row.movedUpOn) : ''} {row.correction ? words.correctedTo(row.correction) : ''}</>),
          },
        ]}
      />
      <Pane>
        <History lines={lines} />
      </Pane>
    </>
  );
}
