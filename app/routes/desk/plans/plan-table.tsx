import { Alert, Button } from 'antd';
import { Form, redirect } from 'react-router';
import { z } from 'zod';
import { letters } from '#app/domain/base/exports/xlsx.ts';
import { placeNames } from '#app/domain/base/regions/read.ts';
import { indicatorsByCode, listDepartments } from '#app/domain/city/indicators/read.ts';
import { TakeTableInput } from '#app/domain/city/city-plans/input.ts';
import { yearsOf } from '#app/domain/city/city-plans/model.ts';
import { aboveTable, mostFaults, type Place } from '#app/domain/city/city-plans/plan-table.ts';
import { getPlanTable } from '#app/domain/city/city-plans/plan-tables.ts';
import { dropPlanTable, takePlanTable } from '#app/domain/city/city-plans/take-plan-table.ts';
import { cityDeskWords } from '#app/i18n/city-desk.ts';
import { newIndicatorWords } from '#app/i18n/new-indicator.ts';
import { useWords } from '#app/i18n/pair.ts';
import { planTableWords } from '#app/i18n/plan-tables.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { answer, show } from '#app/platform/http.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { TextField } from '#app/ui/desk/field.tsx';
import { FigureTable } from '#app/ui/desk/figure-table.tsx';
import { Facts, PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { ReadActions, type Shown } from './read-actions.tsx';
import type { Route } from './+types/plan-table.ts';

export function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const { reading, ...head } = await getPlanTable(ctx, params.id);
    const { content, faults, notes, isWord, sheets } = reading;
    const words = planTableWords[ctx.locale];
    const said = (words: { zh: string; en: string }) => (ctx.locale === 'en' ? words.en : words.zh);
    const placeOf = ({ table, row, column }: Place) => (isWord && row === aboveTable ? words.placeAbove(table + 1) : isWord ? words.placeWord(table + 1, row + 1, column + 1) : words.placeExcel(sheets.length > 1 ? (sheets[table] ?? '') : '', `${letters(column)}${row + 1}`).trim());
    const known = await indicatorsByCode(ctx, content.actions.flatMap(({ indicators }) => indicators.map(({ code }) => code)));
    const departments = new Map((await listDepartments(ctx)).map((each) => [each.id, said(each)]));
    const actions: Shown[] = content.actions.map((action) => ({
      code: action.code, name: action.zh, campaign: content.campaigns.find(({ no }) => no === action.campaign)?.zh ?? '', tasks: action.tasks.map(({ zh }) => zh),
      leads: action.leads.filter(({ role }) => role === 'lead').map(({ department }) => departments.get(department) ?? department), partners: action.leads.filter(({ role }) => role === 'co').map(({ department }) => departments.get(department) ?? department),
      indicators: action.indicators.map(({ code, targets, baseline }) => ({ code, name: said(known.get(code)?.definition ?? { zh: code, en: code }), unit: known.get(code)?.definition.unit ?? 'count', targets, baseline })),
    }));
    return {
      id: params.id, fileName: head.fileName, state: head.state, planId: head.planId, place: (await placeNames(ctx, [head.regionCode]))(head.regionCode), years: yearsOf(head), title: reading.title, actions,
      counts: { campaigns: content.campaigns.length, actions: actions.length, indicators: actions.flatMap((each) => each.indicators).length, targets: actions.flatMap((each) => each.indicators).flatMap(({ targets }) => targets).length, tasks: actions.flatMap(({ tasks }) => tasks).length },
      faults: faults.map((fault, at) => ({ id: String(at), place: placeOf(fault), said: words.sentences[fault.code](fault.figures), ...(fault.code === 'indicator-unknown' ? { define: `/desk/indicators/new?${new URLSearchParams({ zh: fault.figures[0] ?? '', unit: fault.figures[2] ?? '' })}` } : {}) })),
      notes: notes.map((note, at) => ({ id: String(at), place: placeOf(note), said: words.noteSentences[note.code](note.figures) })),
    };
  });
}

const Deed = z.union([TakeTableInput.extend({ deed: z.literal('take') }), z.object({ deed: z.literal('drop') })]);

export function action({ context, params, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, Deed, async (input) => {
    if (input.deed === 'take') return redirect(`/desk/plans/${await takePlanTable(ctx, params.id, input)}`);
    await dropPlanTable(ctx, params.id);
    return redirect('/desk/plans/import');
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 计划表预览: what was read, what is wrong at which cell, and then the plan, whole or not at all. */
export default function PlanTablePage({ loaderData: read, actionData: problem }: Route.ComponentProps) {
  const words = useWords(planTableWords);
  const desk = useWords(cityDeskWords);
  const isOpen = read.state === 'preview';
  return (
    <>
      <PageHead
        crumbs={[{ label: desk.plans.title, to: '/desk/plans' }, { label: words.title, to: '/desk/plans/import' }]} title={words.preview(read.fileName)} beside={<StatusTag tone={isOpen ? 'now' : 'good'}>{words.states[read.state]}</StatusTag>}
        actions={read.planId ? <ButtonLink to={`/desk/plans/${read.planId}`} type="primary">{words.toPlan}</ButtonLink> : <><ButtonLink to="/desk/plans/import">{words.again}</ButtonLink>{isOpen && <ConfirmButton label={words.drop} question={words.dropAsk} fields={{ deed: 'drop' }} />}</>}
      />
      <ProblemAlert problem={problem} names={desk.fields} />
      {read.faults.length > 0
        ? <Alert type="error" showIcon title={words.faults(read.faults.length)} description={read.faults.length >= mostFaults ? `${words.faultsLead} ${words.most}` : words.faultsLead} style={{ marginBottom: 16 }} />
        : isOpen && <Alert type="success" showIcon title={words.good} style={{ marginBottom: 16 }} />}
      {read.faults.length > 0 && <Told title={words.counts.faults} rows={read.faults} />}
      <Pane>
        <Facts items={[
          { name: desk.fields.regionCode, value: read.place || desk.nation }, { name: desk.plans.columns.years, value: `${read.years[0]}—${read.years.at(-1)}` },
          { name: words.counts.campaigns, value: read.counts.campaigns }, { name: words.counts.actions, value: read.counts.actions }, { name: words.counts.indicators, value: read.counts.indicators }, { name: words.counts.targets, value: read.counts.targets }, { name: words.counts.tasks, value: read.counts.tasks },
        ]} />
      </Pane>
      {read.notes.length > 0 && <Told title={words.notes} rows={read.notes} />}
      {isOpen && read.faults.length === 0 && (
        <Form method="post" className="measure">
          <Pane title={words.make} note={words.makeLead}>
            <input type="hidden" name="deed" value="take" />
            <TextField name="zh" label={desk.fields.zh} problem={problem} known={read.title} minLength={4} maxLength={160} />
            <TextField name="en" label={desk.fields.en} problem={problem} minLength={4} maxLength={160} />
            <TextField name="issuer" label={desk.fields.issuer} problem={problem} maxLength={120} optional />
            <Button type="primary" htmlType="submit">{words.make}</Button>
          </Pane>
        </Form>
      )}
      <ReadActions actions={read.actions} years={read.years} />
    </>
  );
}

function Told({ title, rows }: { title: string; rows: { id: string; place: string; said: string; define?: string }[] }) {
  const words = useWords(planTableWords);
  const fresh = useWords(newIndicatorWords);
  return (
    <Pane title={title} flush>
      <FigureTable label={title} rows={rows} keyOf={({ id }) => id} columns={[{ name: 'place', title: words.where, show: (row) => <b className="num">{row.place}</b> }, { name: 'said', title, place: 'wide', show: (row) => <>{row.said}{row.define && <> <a href={row.define} target="_blank" rel="noreferrer">{fresh.define}</a></>}</> }]} />
    </Pane>
  );
}
