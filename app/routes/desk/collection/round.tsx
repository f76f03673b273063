import { Link, redirect } from 'react-router';
import { z } from 'zod';
import { historyOf } from '#app/domain/base/records/read.ts';
import { closeRound } from '#app/domain/city/collection/close-round.ts';
import { askedLevels, isLate, sheetStates } from '#app/domain/city/collection/model.ts';
import { roundAtDesk } from '#app/domain/city/collection/rounds.ts';
import { listDepartments } from '#app/domain/city/indicators/read.ts';
import { collectionWords } from '#app/i18n/collection.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { beijingDay, shortDay } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { cursorInput, query } from '#app/platform/query.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { FigureTable } from '#app/ui/desk/figure-table.tsx';
import { History } from '#app/ui/desk/history.tsx';
import { KeysetTable } from '#app/ui/desk/keyset-table.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { AskedList } from './round-asks.tsx';
import { periodWords } from './sentences.ts';
import { unitOf } from './sheet-list.tsx';
import { sheetTones, tabStates } from './tones.ts';
import type { Route } from './+types/round.ts';

const Asked = z.object({ ...cursorInput, state: z.enum([...sheetStates, 'late']).optional(), level: z.enum(askedLevels).optional() });

export function loader({ context, params, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const asked = query(request, Asked);
  return show(async () => ({ ...(await roundAtDesk(ctx, params.id, asked)), asked, departments: await listDepartments(ctx), lines: await historyOf(ctx, params.id, 'own-page') }));
}

export function action({ context, params: { id }, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, z.object({ go: z.literal('close') }), async () => {
    await closeRound(ctx, id);
    return redirect(`/desk/collection/${id}`);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 一批填报: level by level how far it is, and every sheet with who reported when. */
export default function Round({ loaderData, actionData: problem }: Route.ComponentProps) {
  const { round, plan, asks, place, today, mayClose, levels, page, asked, lines } = loaderData;
  const words = useWords(collectionWords);
  const locale = useLocale();
  const en = locale === 'en';
  const at = `/desk/collection/${round.id}`;
  const tab = (state: typeof asked.state, label: string) => ({ label, to: state ? `${at}?state=${state}` : at, isHere: asked.state === state });
  return (
    <>
      <PageHead
        crumbs={[{ label: words.title, to: '/desk/collection' }]} title={en ? round.en : round.zh}
        lead={<>{place || words.nation} · {periodWords(round.period, locale)} · {words.opened(shortDay(beijingDay(round.openedAt), locale), round.openedByName)}{plan && <> · <Link to={`/desk/plans/${plan.id}`}>{en ? plan.en : plan.zh}</Link></>}</>}
        beside={<StatusTag tone={round.state === 'open' ? 'now' : 'rest'}>{words.roundStates[round.state]}</StatusTag>}
        actions={mayClose && <ConfirmButton label={words.close} question={words.closeAsk} fields={{ go: 'close' }} />}
      />
      <ProblemAlert problem={problem} names={words.fields} />
      {round.note && <Pane title={words.fields.note}><p>{round.note}</p></Pane>}
      <Pane title={words.progress} flush>
        <FigureTable
          label={words.progress} rows={levels} keyOf={({ level }) => level}
          columns={[
            { name: 'level', title: words.sheets.columns.level, place: 'main', show: (row) => <Link to={`${at}?level=${row.level}`}>{words.levels[row.level]}</Link> },
            { name: 'dueOn', title: words.deadline, show: (row) => (round.deadlines[row.level] ? shortDay(round.deadlines[row.level]!, locale) : '—') },
            { name: 'done', title: words.rounds.columns.done, show: (row) => words.rounds.of(row.handedIn, row.sheets) },
            { name: 'accepted', title: words.rounds.columns.accepted, show: (row) => row.accepted },
            { name: 'late', title: words.rounds.columns.late, place: 'state', show: (row) => (row.late > 0 ? <StatusTag tone="bad">{row.late}</StatusTag> : '—') },
          ]}
        />
      </Pane>
      {round.state === 'open' && <p className="note" style={{ marginBottom: 16 }}>{words.reminded}</p>}
      <AskedList list={asks} />
      <h2 className="vh">{words.sheets.title}</h2>
      <KeysetTable
        page={page} empty={{ text: words.sheets.none }} tabs={[tab(undefined, words.all), tab('late', words.late), ...tabStates(round.state).map((state) => tab(state, words.states[state]))]}
        columns={[
          { name: 'unit', title: words.sheets.columns.unit, place: 'main', show: (row) => <Link to={`/desk/collection/sheets/${row.id}`}>{unitOf(row, loaderData.departments, words.nation, en, place)}</Link> },
          { name: 'level', title: words.sheets.columns.level, show: (row) => words.levels[row.level] },
          { name: 'dueOn', title: words.sheets.columns.dueOn, show: (row) => shortDay(row.dueOn, locale) },
          { name: 'reported', title: words.sheets.columns.reported, show: (row) => (row.reportedAt ? <>{words.sheets.by(shortDay(beijingDay(row.reportedAt), locale), row.reportedByName)}{row.isLate && <small> {words.handedInLate}</small>}{row.enteredFor && <small> {words.sheet.enteredFor(row.enteredFor)}</small>}</> : words.sheets.notYet) },
          { name: 'state', title: words.sheets.columns.state, place: 'state', show: (row) => (isLate(row, today) ? <StatusTag tone="bad">{words.late}</StatusTag> : <StatusTag tone={sheetTones[row.state]}>{words.states[row.state]}</StatusTag>) },
        ]}
      />
      <Pane title={words.history}><History lines={lines} label={words.history} /></Pane>
    </>
  );
}
