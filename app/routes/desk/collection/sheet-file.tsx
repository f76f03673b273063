import { Alert, Button } from 'antd';
import { data, Form, useNavigation } from 'react-router';
import { sheetAtDesk } from '#app/domain/city/collection/sheet-at-desk.ts';
import { most } from '#app/domain/city/figure-files/model.ts';
import { fillSheet } from '#app/domain/city/figure-files/round-sheet.ts';
import { collectionWords } from '#app/i18n/collection.ts';
import { figureWords } from '#app/i18n/figure-files.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { type Problem, readForm, show } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { Field } from '#app/ui/desk/field.tsx';
import { FigureTable } from '#app/ui/desk/figure-table.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { periodWords } from './sentences.ts';
import type { Route } from './+types/sheet-file.ts';

export function loader({ context, params }: Route.LoaderArgs) {
  return show(async () => {
    const { sheet, place, round, mayFill, asked } = await sheetAtDesk(context.get(ctxKey), params.id);
    return { id: sheet.id, place, period: sheet.period, round: { zh: round.zh, en: round.en }, mayFill, cells: asked.length };
  });
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  try {
    const file = (await readForm(request))?.get('file');
    if (!(file instanceof File) || file.size === 0) throw new Refusal('document-missing', 400);
    if (file.size > most.bytes) throw new Refusal('figure-file-too-big', 413);
    const { filled, left, faults, many } = await fillSheet(ctx, params.id, new Uint8Array(await file.arrayBuffer()));
    const words = figureWords[ctx.locale];
    return { filled, left, many, faults: faults.map(({ cell, code, figures }, at) => ({ id: String(at), cell, said: words.sentences[code](figures) })) };
  } catch (error) {
    if (error instanceof Refusal) return data<Problem>({ refusal: error.code }, error.status);
    throw error;
  }
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 用 Excel 填报表: the sheet out, filled in, and back into its cells. */
export default function SheetFile({ loaderData: { id, place, period, round, mayFill, cells }, actionData }: Route.ComponentProps) {
  const words = useWords(figureWords);
  const collection = useWords(collectionWords);
  const locale = useLocale();
  const isBusy = useNavigation().state === 'submitting';
  const told = actionData && 'many' in actionData ? actionData : undefined;
  const sheet = `/desk/collection/sheets/${id}`;
  return (
    <>
      <PageHead
        crumbs={[{ label: collection.title, to: '/desk/collection' }, { label: locale === 'en' ? round.en : round.zh, to: sheet }]} title={words.sheet.title}
        lead={`${place || collection.nation} · ${periodWords(period, locale)} · ${words.sheet.lead}`} actions={<ButtonLink to={sheet}>{words.sheet.back}</ButtonLink>}
      />
      <ProblemAlert problem={told ? undefined : (actionData as Problem | undefined)} />
      {told && told.many === 0 && <Alert type="success" showIcon title={words.sheet.filled(told.filled, told.left)} action={<ButtonLink to={sheet} type="primary">{words.sheet.back}</ButtonLink>} style={{ marginBottom: 16 }} />}
      {told && told.many > 0 && <Alert type="error" showIcon title={words.sheet.faults(told.many)} description={words.faultsLead} style={{ marginBottom: 16 }} />}
      {told && told.faults.length > 0 && (
        <Pane title={words.what} flush>
          <FigureTable label={words.what} rows={told.faults} keyOf={(row) => row.id} columns={[{ name: 'cell', title: words.where, show: (row) => <b className="num">{row.cell}</b> }, { name: 'said', title: words.what, place: 'wide', show: (row) => row.said }]} />
        </Pane>
      )}
      {mayFill && cells > 0 ? (
        <Pane>
          <p style={{ marginBottom: 16 }}><Button href={`${sheet}/sheet.xlsx`}>{words.sheet.get}</Button></p>
          <Form method="post" encType="multipart/form-data" className="import-form">
            <Field name="file" label={words.file} hint={words.fileHint}><input id="field-file" type="file" name="file" required accept=".xlsx" aria-describedby="hint-file" /></Field>
            <Button type="primary" htmlType="submit" loading={isBusy}>{words.bring}</Button>
          </Form>
        </Pane>
      ) : <p>{collection.sheet.nothing}</p>}
    </>
  );
}
