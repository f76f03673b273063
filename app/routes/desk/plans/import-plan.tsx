import { Button } from 'antd';
import { data, Form, Link, redirect, useNavigation } from 'react-router';
import { placeNames, regionPath } from '#app/domain/base/regions/read.ts';
import { checkPlanTable } from '#app/domain/city/city-plans/check-plan-table.ts';
import { PlanTableInput } from '#app/domain/city/city-plans/input.ts';
import { listPlanTables } from '#app/domain/city/city-plans/plan-tables.ts';
import { planRegions } from '#app/domain/city/city-plans/read.ts';
import { largest } from '#app/domain/base/documents/model.ts';
import { cityDeskWords } from '#app/i18n/city-desk.ts';
import { deskWords } from '#app/i18n/desk.ts';
import { useWords } from '#app/i18n/pair.ts';
import { planTableWords } from '#app/i18n/plan-tables.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { beijingDay, beijingTime } from '#app/platform/dates.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { Field, TextField } from '#app/ui/desk/field.tsx';
import { FigureTable } from '#app/ui/desk/figure-table.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { RegionFilter } from '#app/ui/desk/region-filter.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import type { Route } from './+types/import-plan.ts';

export function loader({ context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const mine = await listPlanTables(ctx);
    const own = planRegions(ctx).find((code) => code !== '*');
    const place = await placeNames(ctx, mine.map(({ regionCode }) => regionCode));
    return { path: own ? await regionPath(ctx, own.slice(0, 6)) : [], isNational: !own, year: Number(beijingDay(ctx.now).slice(0, 4)), mine: mine.map((row) => ({ ...row, place: place(row.regionCode), createdAt: beijingTime(row.createdAt) })) };
  });
}

/** 上传并检查: nothing is made by it. */
export function action({ context, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, PlanTableInput, async (input, _, form) => {
    const file = form.get('file');
    if (!(file instanceof File) || file.name === '') throw new Refusal('document-missing', 400);
    if (file.size === 0) throw new Refusal('document-empty', 400);
    if (file.size > largest.packed) return data<Problem>({ refusal: 'document-too-big' }, 413);
    return redirect(`/desk/plans/import/${await checkPlanTable(ctx, input, { name: file.name, content: new Uint8Array(await file.arrayBuffer()) })}`);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 按表新建计划: which place and years, and the table. */
export default function ImportPlan({ loaderData: { path, isNational, year, mine }, actionData: problem }: Route.ComponentProps) {
  const words = useWords(planTableWords);
  const desk = useWords(cityDeskWords);
  const { latestOf } = useWords(deskWords);
  const all = mine[0]?.all ?? 0;
  const isBusy = useNavigation().state === 'submitting';
  return (
    <>
      <PageHead crumbs={[{ label: desk.plans.title, to: '/desk/plans' }]} title={words.title} lead={words.lead} />
      <ProblemAlert problem={problem} names={desk.fields} />
      <Form method="post" encType="multipart/form-data" className="measure">
        <Pane>
          <Field name="regionCode" label={desk.fields.regionCode} problem={problem}><RegionFilter name="regionCode" id="field-regionCode" path={path} deepest={3} {...(isNational ? { none: desk.nation } : {})} /></Field>
          <TextField name="startsOn" type="date" label={desk.fields.startsOn} problem={problem} known={`${year}-01-01`} />
          <TextField name="endsOn" type="date" label={desk.fields.endsOn} problem={problem} known={`${year + 2}-12-31`} />
          <Field name="file" label={words.file} hint={words.fileHint}><input id="field-file" type="file" name="file" required accept=".docx,.xlsx" aria-describedby="hint-file" /></Field>
        </Pane>
        <div className="dform-act"><Button type="primary" htmlType="submit" loading={isBusy}>{words.check}</Button></div>
      </Form>
      <Pane title={words.how}><ul className="measure">{words.rules.map((rule) => <li key={rule}>{rule}</li>)}</ul></Pane>
      <Pane title={words.mine} flush={mine.length > 0} {...(mine.length < all ? { note: latestOf(mine.length, all) } : {})}>
        {mine.length === 0 ? <p>{words.none}</p> : (
          <FigureTable
            label={words.mine} rows={mine} keyOf={({ id }) => id}
            columns={[
              { name: 'file', title: words.columns.file, place: 'main', show: (row) => <Link to={`/desk/plans/import/${row.id}`}>{row.fileName}</Link> },
              { name: 'place', title: words.columns.place, show: (row) => row.place || desk.nation },
              { name: 'at', title: words.columns.at, show: (row) => <span className="num">{row.createdAt}</span> },
              { name: 'state', title: words.columns.state, place: 'state', show: (row) => <StatusTag tone={row.state === 'preview' ? 'now' : row.state === 'taken' ? 'good' : 'rest'}>{words.states[row.state]}</StatusTag> },
            ]}
          />
        )}
      </Pane>
    </>
  );
}
