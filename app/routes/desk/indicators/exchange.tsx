import { Alert, Button } from 'antd';
import { data, Form, Link, redirect, useNavigation } from 'react-router';
import { z } from 'zod';
import { allowAnywhere, regionsFor } from '#app/domain/base/accounts/access.ts';
import { bringMessage, previewMessage } from '#app/domain/city/statistics-database/bring-message.ts';
import { MessageInput } from '#app/domain/city/statistics-database/input.ts';
import { cityDeskWords } from '#app/i18n/city-desk.ts';
import { useWords } from '#app/i18n/pair.ts';
import { statisticsDatabaseWords } from '#app/i18n/statistics-database.ts';
import { type Ctx, ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { fieldProblems, type Problem, readForm, show } from '#app/platform/http.ts';
import { query } from '#app/platform/query.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { Field } from '#app/ui/desk/field.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { useAnswered } from '#app/ui/desk/use-answered.ts';
import { ExchangePreview } from './exchange-preview.tsx';
import { textOf } from './exchange-text.ts';
import { shownPreview } from './shown-preview.ts';
import type { Route } from './+types/exchange.ts';

const Done = z.object({ done: z.string().regex(/^\d+\.\d+\.\d+$/).optional() });

export function loader({ context, request }: Route.LoaderArgs) {
  return show(() => {
    const { actor } = context.get(ctxKey);
    allowAnywhere(context.get(ctxKey), 'value.record');
    return { ...query(request, Done), example: exampleOf(regionsFor(actor, 'value.record')[0] ?? '*') };
  });
}

/** 样例: a file of the own region as others would send it. */
const exampleOf = (region: string) => `/statistics-database/data/figures.sdmx.json?${new URLSearchParams({ r: region, i: region === '*' ? 'H-1' : 'A08-1', span: 'all' }).toString()}`;

/** 先看, then 写入: the message travels with the form, so that nothing is kept of what nobody has agreed to. */
export async function action({ context, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const form = await readForm(request);
  const given = { source: String(form?.get('source') ?? ''), reason: String(form?.get('reason') ?? '') };
  let text = '';
  try {
    if (!form) throw new Refusal('form-unreadable', 400);
    text = await textOf(form);
    if (form.get('deed') !== 'write') return { preview: await previewOf(ctx, text), text, given };
    const input = MessageInput.safeParse({ ...given, text });
    if (!input.success) return data({ ...({ fields: fieldProblems(input.error, ctx.locale), given } satisfies Problem), preview: await previewOf(ctx, text), text, given }, 400);
    const { recorded, corrected, known } = await bringMessage(ctx, input.data);
    return redirect(`/desk/indicators/exchange?done=${recorded}.${corrected}.${known}`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const preview = form?.get('deed') === 'write' && text !== '' ? await previewOf(ctx, text).catch(() => null) : null;
    return data({ refusal: error.code, preview, text: preview ? text : '', given }, error.status);
  }
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

const previewOf = async (ctx: Ctx, text: string) => shownPreview(ctx, await previewMessage(ctx, text));

/** 收数据文件. */
export default function Exchange({ loaderData: { done, example }, actionData }: Route.ComponentProps) {
  const words = useWords(statisticsDatabaseWords).exchange;
  const { indicators } = useWords(cityDeskWords);
  const isBusy = useNavigation().state === 'submitting';
  const answered = useAnswered(actionData);
  const problem: Problem | undefined = answered && ('refusal' in answered || 'fields' in answered) ? answered : undefined;
  const seen = answered && 'preview' in answered && answered.preview ? answered : undefined;
  const [recorded = 0, corrected = 0, known = 0] = (done ?? '').split('.').map(Number);
  return (
    <>
      <PageHead crumbs={[{ label: indicators.title, to: '/desk/indicators' }]} title={words.title} lead={words.lead} actions={<Button href="/statistics-database/codes">{words.codes}</Button>} />
      <ProblemAlert problem={problem} names={{ source: words.source, reason: words.reason }} />
      {done && !actionData ? <Alert type="success" showIcon role="status" title={words.done(recorded, corrected, known)} style={{ marginBottom: 16 }} /> : null}
      <Pane>
        <Form method="post" encType="multipart/form-data" className="import-form">
          <Field name="file" label={words.file} hint={words.fileHint}>
            <input id="field-file" type="file" name="file" required accept=".json,.xml,application/json,application/xml" aria-describedby="hint-file" />
          </Field>
          <p className="note">{words.formats} <Link to="/desk/figures">{words.toFigures}</Link> · <a href={example} download>{words.example}</a></p>
          <Button type={seen ? 'default' : 'primary'} htmlType="submit" name="deed" value="check" loading={isBusy}>{words.check}</Button>
        </Form>
      </Pane>
      {seen?.preview ? <ExchangePreview preview={seen.preview} text={seen.text} problem={problem} given={seen.given} isBusy={isBusy} /> : null}
    </>
  );
}
