import { Alert, Button } from 'antd';
import { data, Form, redirect } from 'react-router';
import { allowAnywhere } from '#app/domain/base/accounts/access.ts';
import { ChangeInput } from '#app/domain/base/region-changes/input.ts';
import { proposeChange } from '#app/domain/base/region-changes/propose.ts';
import { useWords } from '#app/i18n/pair.ts';
import { regionChangesWords } from '#app/i18n/region-changes.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { addDays, beijingDay } from '#app/platform/dates.ts';
import { fieldProblems, type Problem, readForm, show } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { Field, LongField, TextField } from '#app/ui/desk/field.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { useAnswered } from '#app/ui/desk/use-answered.ts';
import { type Previewed, previewed, tableIn } from './previewed.ts';
import { Touched } from './touched.tsx';
import type { Route } from './+types/new-change.ts';

export function loader({ context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(() => {
    allowAnywhere(ctx, 'region.change');
    return { tomorrow: addDays(beijingDay(ctx.now), 1) };
  });
}

type Outcome = Problem & { seen?: Previewed };

/** First a look at what it means, then the same once more to keep it. */
export async function action({ context, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const form = await readForm(request);
  if (!form) return data<Outcome>({ refusal: 'form-unreadable' }, 400);
  let given: Record<string, unknown> = {};
  try {
    const lines = await tableIn(form);
    given = { effectiveOn: form.get('effectiveOn'), source: form.get('source'), lines };
    const seen = await previewed(ctx, lines);
    const parsed = ChangeInput.safeParse(given);
    if (!parsed.success) return data<Outcome>({ fields: fieldProblems(parsed.error, ctx.locale), given, seen }, 400);
    if (form.get('deed') !== 'announce' || !('touched' in seen)) return data<Outcome>({ given, seen }, 'touched' in seen ? 200 : 400);
    return redirect(`/desk/region-changes/${await proposeChange(ctx, parsed.data)}`);
  } catch (error) {
    if (error instanceof Refusal) return data<Outcome>({ refusal: error.code, given }, error.status);
    throw error;
  }
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 登记区划变更. */
export default function NewChangePage({ loaderData: { tomorrow }, actionData }: Route.ComponentProps) {
  const words = useWords(regionChangesWords);
  const outcome: Outcome = useAnswered(actionData) ?? {};
  const { seen } = outcome;
  const isReady = seen !== undefined && 'touched' in seen;
  return (
    <>
      <PageHead title={words.new} lead={words.lead} crumbs={[{ label: words.title, to: '/desk/region-changes' }]} />
      <ProblemAlert problem={outcome} names={{ effectiveOn: words.effectiveOn, source: words.source, lines: words.lines }} />
      {seen && <Touched seen={seen} />}
      {isReady && seen.isGrave && <Alert type="warning" showIcon style={{ marginBottom: 16 }} title={words.grave} />}
      <Pane>
        <Form method="post" encType="multipart/form-data" key={String(outcome.given?.lines ?? '')}>
          <TextField name="effectiveOn" type="date" label={words.effectiveOn} hint={words.effectiveHint} known={tomorrow} problem={outcome} />
          <TextField name="source" label={words.source} hint={words.sourceHint} maxLength={200} problem={outcome} />
          <LongField name="lines" label={words.lines} hint={words.linesHint} rows={10} optional problem={outcome} />
          <Field name="file" label={words.file} hint={words.fileHint} optional problem={undefined}>
            <input className="dctl" type="file" id="field-file" name="file" accept=".xlsx,.csv,.txt" />
          </Field>
          <div className="dform-act">
            <Button htmlType="submit" name="deed" value="preview" type={isReady ? 'default' : 'primary'}>{words.preview}</Button>
            {isReady && <Button htmlType="submit" name="deed" value="announce" type="primary">{words.announce}</Button>}
          </div>
        </Form>
      </Pane>
    </>
  );
}
