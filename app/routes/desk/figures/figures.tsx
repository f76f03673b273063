import { Button } from 'antd';
import { data, Form, Link, redirect, useNavigation } from 'react-router';
import { regionPath } from '#app/domain/base/regions/read.ts';
import { regionsFor } from '#app/domain/base/accounts/access.ts';
import { plansToAsk } from '#app/domain/city/collection/rounds.ts';
import { bringFigures } from '#app/domain/city/figure-files/bring-figures.ts';
import { most } from '#app/domain/city/figure-files/model.ts';
import { listFigureFiles } from '#app/domain/city/figure-files/read.ts';
import { figureWords } from '#app/i18n/figure-files.ts';
import { cityWords } from '#app/i18n/city.ts';
import { deskWords } from '#app/i18n/desk.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { beijingDay, shortTime } from '#app/platform/dates.ts';
import { type Problem, readForm, show } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { Field, SelectField, TextField } from '#app/ui/desk/field.tsx';
import { FigureTable } from '#app/ui/desk/figure-table.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { RegionFilter } from '#app/ui/desk/region-filter.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { figureTones } from './tones.ts';
import type { Route } from './+types/figures.ts';

export function loader({ context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const mine = await listFigureFiles(ctx);
    const own = regionsFor(ctx.actor, 'value.record').find((code) => code !== '*');
    return { plans: await plansToAsk(ctx), path: own ? await regionPath(ctx, own) : [], isNational: !own, year: Number(beijingDay(ctx.now).slice(0, 4)) - 1, all: mine[0]?.all ?? 0, mine: mine.map(({ id, fileName, state, createdAt, report }) => ({ id, fileName, state, rows: report?.rows ?? 0, createdAt: shortTime(createdAt, ctx.locale) })) };
  });
}

/** 上传: kept, then checked in the queue. */
export async function action({ context, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  try {
    const form = await readForm(request);
    const file = form?.get('file');
    if (!form) throw new Refusal('form-unreadable', 400);
    if (!(file instanceof File) || file.size === 0) throw new Refusal('document-missing', 400);
    if (file.size > most.bytes) throw new Refusal('figure-file-too-big', 413);
    return redirect(`/desk/figures/${await bringFigures(ctx, { name: file.name, content: new Uint8Array(await file.arrayBuffer()) })}`);
  } catch (error) {
    if (error instanceof Refusal) return data<Problem>({ refusal: error.code }, error.status);
    throw error;
  }
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 数值表: a template out, filled in, and back. */
export default function Figures({ loaderData: { plans, path, isNational, year, mine, all }, actionData: problem }: Route.ComponentProps) {
  const words = useWords(figureWords);
  const { nation } = useWords(cityWords);
  const { latestOf } = useWords(deskWords);
  const en = useLocale() === 'en';
  const isBusy = useNavigation().state === 'submitting';
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      <ProblemAlert problem={problem} />
      <Pane title={words.bring}>
        <Form method="post" encType="multipart/form-data" className="import-form">
          <Field name="file" label={words.file} hint={words.fileHint}><input id="field-file" type="file" name="file" required accept=".xlsx" aria-describedby="hint-file" /></Field>
          <Button type="primary" htmlType="submit" loading={isBusy}>{words.bring}</Button>
        </Form>
      </Pane>
      <Pane title={words.template} note={words.templateLead}>
        <form method="get" action="/desk/figures/template.xlsx">
          <div className="cols-2">
            <SelectField name="planId" label={words.plan} problem={undefined} options={plans.map((each) => ({ value: each.id, label: `${each.place || nation} · ${en ? each.en : each.zh}` }))} optional />
            <TextField name="codes" label={words.codes} hint={words.codesHint} problem={undefined} maxLength={4000} optional />
            <Field name="region" label={words.region}><RegionFilter name="region" id="field-region" path={path} {...(isNational ? { none: nation } : {})} /></Field>
            <SelectField name="below" label={words.below} problem={undefined} known="own" options={(['own', 'children'] as const).map((value) => ({ value, label: words.belows[value] }))} />
            <TextField name="period" label={words.period} hint={words.periodHint} problem={undefined} known={String(year)} minLength={4} maxLength={20} />
          </div>
          <Button htmlType="submit">{words.template}</Button>
        </form>
      </Pane>
      <Pane title={words.mine} flush={mine.length > 0} {...(mine.length < all ? { note: latestOf(mine.length, all) } : {})}>
        {mine.length === 0 ? <p>{words.none}</p> : (
          <FigureTable
            label={words.mine} rows={mine} keyOf={({ id }) => id}
            columns={[
              { name: 'file', title: words.columnsOf.file, place: 'main', show: (row) => <Link to={`/desk/figures/${row.id}`}>{row.fileName}</Link> },
              { name: 'at', title: words.columnsOf.at, show: (row) => <span className="num">{row.createdAt}</span> },
              { name: 'rows', title: words.columnsOf.rows, show: (row) => <span className="num">{row.rows}</span> },
              { name: 'state', title: words.columnsOf.state, place: 'state', show: (row) => <StatusTag tone={figureTones[row.state]}>{words.states[row.state]}</StatusTag> },
            ]}
          />
        )}
      </Pane>
    </>
  );
}
