import { Alert, Button, Progress } from 'antd';
import { redirect } from 'react-router';
import { z } from 'zod';
import { placeNames } from '#app/domain/base/regions/read.ts';
import { withUnit } from '#app/domain/city/city-plans/say.ts';
import { TakeFiguresInput } from '#app/domain/city/figure-files/input.ts';
import { most } from '#app/domain/city/figure-files/model.ts';
import { getFigureFile } from '#app/domain/city/figure-files/read.ts';
import { dropFigures, takeFigures } from '#app/domain/city/figure-files/take-figures.ts';
import { indicatorsByCode } from '#app/domain/city/indicators/read.ts';
import { cityWords } from '#app/i18n/city.ts';
import { figureWords } from '#app/i18n/figure-files.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
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
import { periodWords } from '../collection/sentences.ts';
import { useWaiting } from '../sheets/waiting.ts';
import { figureTones } from './tones.ts';
import type { Route } from './+types/figure-file.ts';

export function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const { id, fileName, state, done, total, report, refusal } = await getFigureFile(ctx, params.id);
    const words = figureWords[ctx.locale];
    const [shown, corrections] = [report?.shown ?? [], report?.corrections ?? []];
    const place = await placeNames(ctx, corrections.map(({ regionCode }) => regionCode));
    const known = corrections.length > 0 ? await indicatorsByCode(ctx, [...new Set(corrections.map(({ code }) => code))]) : new Map<string, never>();
    return {
      id, fileName, state, done, total, refusal, counts: report && { rows: report.rows, fresh: report.fresh, changed: report.changed, same: report.same, empty: report.empty, faults: report.faults, regions: report.regions, indicators: report.indicators, shares: report.shares }, faults: shown.map(({ cell, code, figures }, at) => ({ id: String(at), cell, said: words.sentences[code](figures) })),
      corrections: corrections.map((each) => {
        const definition = known.get(each.code)?.definition;
        const said = (value: number) => (definition ? withUnit(value, definition.unit, cityWords[ctx.locale], ctx.locale) : String(value));
        return { ...each, place: place(each.regionCode), name: definition?.[ctx.locale === 'en' ? 'en' : 'zh'] ?? '', was: said(each.was), is: said(each.is) };
      }),
    };
  });
}

const Deed = z.union([TakeFiguresInput.extend({ deed: z.literal('take') }), z.object({ deed: z.literal('drop') })]);

export function action({ context, params, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, Deed, async (input) => {
    if (input.deed === 'drop') {
      await dropFigures(ctx, params.id);
      return redirect('/desk/figures');
    }
    await takeFigures(ctx, params.id, input);
    return redirect(`/desk/figures/${params.id}`);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 一份数值表: how far it is, what is wrong at which cell, what it would correct, and the one button. */
export default function FigureFilePage({ loaderData: file, actionData: problem }: Route.ComponentProps) {
  const words = useWords(figureWords);
  const locale = useLocale();
  const { counts } = file;
  const many = (counts?.fresh ?? 0) + (counts?.changed ?? 0);
  const isUnderWay = file.state === 'checking' || file.state === 'writing';
  useWaiting(isUnderWay);
  return (
    <>
      <PageHead
        crumbs={[{ label: words.title, to: '/desk/figures' }]} title={words.preview(file.fileName)} beside={<StatusTag tone={figureTones[file.state]}>{words.states[file.state]}</StatusTag>}
        actions={
          <>
            <ButtonLink to="/desk/figures">{words.again}</ButtonLink>
            {file.faults.length > 0 && <Button href={`/desk/figures/${file.id}/faults.xlsx`}>{words.faultsSheet}</Button>}
            {(file.state === 'wrong' || file.state === 'ready') && <ConfirmButton label={words.drop} question={words.dropAsk} fields={{ deed: 'drop' }} />}
            {file.state === 'ready' && many > 0 && (
              <ConfirmButton label={words.take(many)} question={words.take(many)} fields={{ deed: 'take' }} type="primary" danger={false}>
                {counts!.changed > 0 && <TextField name="reason" label={words.reason} hint={words.reasonHint} problem={problem} minLength={4} maxLength={300} />}
              </ConfirmButton>
            )}
          </>
        }
      />
      <ProblemAlert problem={problem} />
      {isUnderWay && <div role="status"><Progress percent={Math.floor((file.done / Math.max(1, file.total)) * 100)} aria-label={words.states[file.state]} /><p>{file.total > 0 ? words.progress(file.done, file.total) : words.reading}</p></div>}
      {file.refusal && <Alert type="error" showIcon title={refusalSentence(file.refusal, locale)} style={{ marginBottom: 16 }} />}
      {counts && counts.faults > 0 && <Alert type="error" showIcon title={words.faults(counts.faults)} description={counts.faults > file.faults.length ? `${words.faultsLead} ${words.mostFaults(file.faults.length)}` : words.faultsLead} style={{ marginBottom: 16 }} />}
      {file.state === 'ready' && <Alert type={many > 0 ? 'success' : 'info'} showIcon title={many > 0 ? words.good : words.nothingNew} style={{ marginBottom: 16 }} />}
      {file.state === 'done' && <Alert type="success" showIcon title={words.doneLead} style={{ marginBottom: 16 }} />}
      {counts && <Pane><Facts items={(counts.faults > 0 ? (['rows', 'empty'] as const) : (['rows', 'fresh', 'changed', 'same', 'empty', 'regions', 'indicators', 'shares'] as const)).map((name) => ({ name: words.counts[name], value: <span className="num">{counts[name]}</span> }))} /></Pane>}
      {file.faults.length > 0 && (
        <Pane title={words.what} flush>
          <FigureTable label={words.what} rows={file.faults} keyOf={({ id }) => id} columns={[{ name: 'cell', title: words.where, show: (row) => <b className="num">{row.cell}</b> }, { name: 'said', title: words.what, place: 'wide', show: (row) => row.said }]} />
        </Pane>
      )}
      {file.corrections.length > 0 && (
        <Pane title={words.corrections} {...(file.corrections.length >= most.corrections ? { note: words.correctionsMost(most.corrections) } : {})} flush>
          <FigureTable
            label={words.corrections} rows={file.corrections} keyOf={({ cell }) => cell}
            columns={[
              { name: 'cell', title: words.where, show: (row) => <b className="num">{row.cell}</b> }, { name: 'place', title: words.place, place: 'main', show: (row) => row.place }, { name: 'code', title: words.indicator, place: 'wide', show: (row) => `${row.code} ${row.name}`.trim() },
              { name: 'period', title: words.of, show: (row) => periodWords(row.period, locale) }, { name: 'was', title: words.was, show: (row) => <span className="num">{row.was}</span> }, { name: 'is', title: words.is, show: (row) => <b className="num">{row.is}</b> },
            ]}
          />
        </Pane>
      )}
    </>
  );
}
