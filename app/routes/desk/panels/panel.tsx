import { Button } from 'antd';
import { data, Form, redirect } from 'react-router';
import { historyOf } from '#app/domain/base/records/read.ts';
import { listExperts } from '#app/domain/pilot/experts/experts.ts';
import { agendaCandidates } from '#app/domain/pilot/panels/agenda-candidates.ts';
import { getMeeting } from '#app/domain/pilot/panels/read.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { panelWords } from '#app/i18n/panels.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { shortDay, shortTime } from '#app/platform/dates.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { LongField } from '#app/ui/desk/field.tsx';
import { History } from '#app/ui/desk/history.tsx';
import { EmptyBox } from '#app/ui/desk/keyset-table.tsx';
import { Facts, PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { AgendaItem } from './agenda-item.tsx';
import { act, Deed } from './deeds.ts';
import { MeetingFields } from './meeting-fields.tsx';
import { MembersPane } from './members-pane.tsx';
import { meetingTones } from './tone.ts';
import type { Route } from './+types/panel.ts';

export function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const { minutes: _, signed, ...read } = await getMeeting(ctx, params.id);
    const canPlan = read.canEdit && (read.meeting.state === 'planned' || read.meeting.state === 'open');
    const experts = canPlan ? (await listExperts(ctx, { standing: 'verified' })).rows.map(({ id, name, organisationName }) => ({ id, name, organisationName })) : [];
    return {
      ...read, canPlan, experts, candidates: canPlan ? await agendaCandidates(ctx, read.meeting) : [],
      signed: signed && { by: signed.signedByName, at: signed.signedAt, hash: signed.hash },
      lines: read.canEdit ? await historyOf(ctx, params.id, 'own-page') : [],
    };
  });
}

export function action({ context, params, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, Deed, async (input) => {
    await act(ctx, params.id, input);
    return input.deed === 'vote' ? data<Problem>({}) : redirect(`/desk/panels/${params.id}`);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

type Loaded = Route.ComponentProps['loaderData'];

export default function Panel({ loaderData, actionData: problem }: Route.ComponentProps) {
  const { panel: words } = useWords(panelWords);
  const { meeting, items, canEdit, canPlan, me } = loaderData;
  return (
    <>
      <PageHead
        crumbs={[{ label: words.title, to: '/desk/panels' }]}
        title={meeting.title}
        beside={<StatusTag tone={meetingTones[meeting.state]}>{words.states[meeting.state]}</StatusTag>}
        actions={<Deeds {...loaderData} problem={problem} />}
        lead={canEdit ? undefined : words.mine}
      />
      <ProblemAlert problem={problem} names={{ ...words.fields, account: words.account, role: words.role, reason: words.recuseReason, proposal: words.proposal, discussion: words.discussion, id: words.candidates, userId: words.member }} />
      <div className="split">
        <div>
          <Pane title={words.agenda} flush>
            {items.length === 0 && <EmptyBox text={words.noAgenda} />}
            {items.map((item, at) => <AgendaItem key={item.id} item={item} at={at} state={meeting.state} canEdit={canEdit} me={me} />)}
          </Pane>
          {canPlan && <Candidates {...loaderData} />}
        </div>
        <div>
          <About {...loaderData} />
          <Minutes {...loaderData} />
          <MembersPane {...loaderData} canEdit={canPlan} problem={problem} />
          {canEdit && <Pane title={words.history}><History lines={loaderData.lines} /></Pane>}
        </div>
      </div>
    </>
  );
}

function Deeds({ meeting, canPlan, problem }: Loaded & { problem: Problem | undefined }) {
  const { panel: words } = useWords(panelWords);
  if (!canPlan) return null;
  return (
    <>
      <ConfirmButton label={words.edit} question={words.edit} fields={{ deed: 'edit' }} danger={false}><MeetingFields known={meeting} problem={problem} /></ConfirmButton>
      <ConfirmButton label={words.cancel} question={words.cancelAsk} fields={{ deed: 'cancel' }}>
        <LongField name="reason" id="cancel-reason" label={words.cancelReason} minLength={4} maxLength={500} rows={2} />
      </ConfirmButton>
      {meeting.state === 'open' && <ConfirmButton label={words.recheck} question={words.recheck} fields={{ deed: 'recheck' }} danger={false} />}
      {meeting.state === 'planned' && <ConfirmButton label={words.begin} question={words.beginAsk} fields={{ deed: 'begin' }} danger={false} type="primary" />}
    </>
  );
}

function About({ meeting, call }: Loaded) {
  const { panel: words } = useWords(panelWords);
  const locale = useLocale();
  const en = locale === 'en';
  return (
    <Pane>
      <Facts
        items={[
          { name: words.call, value: en && call.titleEn ? call.titleEn : call.title },
          { name: words.columns.when, value: `${shortDay(meeting.heldOn, locale)} ${meeting.heldAt}` },
          { name: words.place, value: meeting.isRemote ? `${meeting.place} · ${words.remote}` : meeting.place },
          { name: words.quorum, value: words.people(meeting.quorum) },
          ...(meeting.state === 'cancelled' ? [{ name: words.cancelReason, value: meeting.cancelReason }] : []),
        ]}
      />
    </Pane>
  );
}

function Minutes({ meeting, signed, members, me, hash }: Loaded) {
  const { panel: words, hash: hashName } = useWords(panelWords);
  const locale = useLocale();
  const isChair = members.some(({ userId, role, isPresent }) => userId === me && role === 'chair' && isPresent);
  if (meeting.state === 'cancelled') return null;
  return (
    <Pane title={words.minutes}>
      {signed ? (
        <>
          <p>{words.signed(signed.by, shortTime(signed.at, locale))}</p>
          <p className="ways">
            {(['pdf', 'docx'] as const).map((format) => <a key={format} href={`/desk/panels/${meeting.id}/minutes/minutes.${format}`} download>{words.download(format === 'pdf' ? 'PDF' : 'Word')}</a>)}
          </p>
          <p className="mono">{hashName} {signed.hash}</p>
        </>
      ) : (
        <>
          <p className="note">{words.notYet}</p>
          {meeting.state === 'open' && (isChair
            ? <ConfirmButton label={words.sign} question={words.signAsk} fields={{ deed: 'sign', hash }} danger={false} type="primary" />
            : <p className="note">{words.onlyChair}</p>)}
        </>
      )}
    </Pane>
  );
}

function Candidates({ candidates }: Loaded) {
  const { panel: words, explanation, worries } = useWords(panelWords);
  const en = useLocale() === 'en';
  return (
    <Pane title={words.candidates} note={words.addItemsHint}>
      {candidates.length === 0 ? <p className="note">{words.noCandidates}</p> : (
        <Form method="post">
          <input type="hidden" name="deed" value="add-items" />
          <ul className="found-list">
            {candidates.map(({ id, number, unitName, score, worries: found }) => (
              <li key={id}>
                <span className="num">{score.value === null ? '—' : explanation.sectionScore(score.value)}</span>
                <label>
                  <input type="checkbox" name="id[]" value={id} defaultChecked={found.length > 0} /> {unitName} <small>{number}</small>
                  {found.length > 0 && <span className="soon"> {found.map((worry) => worries[worry]).join(en ? ', ' : '、')}</span>}
                </label>
              </li>
            ))}
          </ul>
          <div className="dform-act"><Button htmlType="submit">{words.addItems}</Button></div>
        </Form>
      )}
    </Pane>
  );
}
