import { Alert } from 'antd';
import { data, redirect, type ShouldRevalidateFunctionArgs } from 'react-router';
import { historyOf } from '#app/domain/base/records/read.ts';
import { isFillable } from '#app/domain/city/collection/model.ts';
import { sheetAtDesk } from '#app/domain/city/collection/sheet-at-desk.ts';
import { turnChanges } from '#app/domain/city/collection/turn-changes.ts';
import { collectionWords } from '#app/i18n/collection.ts';
import { figureWords } from '#app/i18n/figure-files.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { beijingDay, beijingTime, shortDay } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { History } from '#app/ui/desk/history.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import '#app/ui/desk/collection.css';
import { wasSavedFirst } from './look-again.ts';
import { periodWords } from './sentences.ts';
import { SheetCheck } from './sheet-check.tsx';
import { doSheetDeed, SheetDeed } from './sheet-deeds.ts';
import { SheetForm } from './sheet-form.tsx';
import { SheetKnown } from './sheet-known.tsx';
import { SheetTurns } from './sheet-turns.tsx';
import { sheetTones } from './tones.ts';
import type { Route } from './+types/sheet.ts';

export function loader({ context, params, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const { turns, ...shown } = await sheetAtDesk(ctx, params.id);
    const isReading = shown.isAbove && new URL(request.url).searchParams.has('read');
    return { ...shown, isReading, turns: turns.map(({ content, ...turn }, at) => ({ ...turn, figures: content.filter(({ figure }) => figure !== null).length, changes: turnChanges(turns[at + 1]?.content ?? [], content) })), lines: await historyOf(ctx, params.id, 'own-page', ['collection.reported', 'collection.returned', 'collection.reopened', 'collection.accepted']) };
  });
}

export function action({ context, params: { id }, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, SheetDeed, async (deed, given, form) => {
    await doSheetDeed(ctx, id, deed, given, form);
    if (deed.go === 'save') return data({ savedAt: beijingTime(ctx.now).slice(11) });
    return redirect(`/desk/collection/sheets/${id}${deed.go === 'return' ? '?read' : ''}`);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** A refusal alone would leave the page with what stood there before. */
export function shouldRevalidate({ actionResult, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
  return defaultShouldRevalidate || wasSavedFirst(actionResult);
}

/** 一张填报表: filled in by its unit, checked by who asked. */
export default function Sheet({ loaderData, actionData }: Route.ComponentProps) {
  const { sheet, round, department, place, cells, asked, minutes, yearly, isOverdue, isAbove, isReading, turns, lines } = loaderData;
  const mayFill = loaderData.mayFill && !isReading;
  const words = useWords(collectionWords);
  const files = useWords(figureWords);
  const locale = useLocale();
  const en = locale === 'en';
  const problem = actionData && !('savedAt' in actionData) ? actionData : undefined;
  const unit = [place || words.nation, ...(department ? [en ? department.en : department.zh] : [])].join(' · ');
  return (
    <>
      <PageHead
        crumbs={[{ label: words.title, to: '/desk/collection' }, { label: en ? round.en : round.zh, to: `/desk/collection/${round.id}` }]} title={unit}
        lead={<>{periodWords(sheet.period, locale)} · {words.sheet.lead(shortDay(sheet.dueOn, locale))} · {isFillable(sheet.state) && words.sheet.burden(asked.length, cells.length - asked.length, words.minutes(minutes))} {words.sheet.yearly(yearly.sheets, yearly.fields)}</>}
        actions={loaderData.mayFill && isReading ? <ButtonLink to={`/desk/collection/sheets/${sheet.id}`}>{words.sheet.fillFor}</ButtonLink> : mayFill && <ButtonLink to={`/desk/collection/sheets/${sheet.id}/file`}>{files.sheet.fill}</ButtonLink>}
        beside={<>{isOverdue && <StatusTag tone="bad">{words.late}</StatusTag>}<StatusTag tone={sheetTones[sheet.state]}>{words.states[sheet.state]}</StatusTag></>}
      />
      <ProblemAlert problem={problem} names={{ ...words.fields, note: words.sheet.note }} />
      {sheet.state === 'returned' && sheet.note && <Alert type="warning" showIcon title={words.sheet.returned} description={sheet.note} style={{ marginBottom: 16 }} />}
      {sheet.reportedAt && sheet.state !== 'returned' && <p className="note" style={{ marginBottom: 12 }}>{words.sheet.handedIn(shortDay(beijingDay(sheet.reportedAt), locale), sheet.reportedByName)}{sheet.isLate && ` · ${words.handedInLate}`}{sheet.enteredFor && ` · ${words.sheet.enteredFor(sheet.enteredFor)}`}</p>}
      {round.note && mayFill && <Pane title={words.fields.note}><p>{round.note}</p></Pane>}
      {mayFill && isAbove && <Alert type="info" showIcon title={words.sheet.above} description={words.sheet.aboveNote} style={{ marginBottom: 16 }} />}
      {mayFill ? <SheetForm data={loaderData} problem={problem} /> : <SheetCheck data={loaderData} problem={problem} />}
      <SheetKnown cells={cells} />
      <SheetTurns turns={turns} cells={cells} />
      {lines.length > 0 && <Pane title={words.history}><History lines={lines} label={words.history} /></Pane>}
    </>
  );
}
