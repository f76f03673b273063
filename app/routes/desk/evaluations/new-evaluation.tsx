import { Alert, Button } from 'antd';
import { Form, redirect } from 'react-router';
import { isRegionCode } from '#app/domain/base/regions/model.ts';
import { regionPath } from '#app/domain/base/regions/read.ts';
import { StartEvaluationInput } from '#app/domain/pilot/evaluation/input.ts';
import { evaluationKinds } from '#app/domain/pilot/evaluation/model.ts';
import { evaluatorsFor, startEvaluation } from '#app/domain/pilot/evaluation/start.ts';
import { allowAnywhere } from '#app/domain/base/accounts/access.ts';
import { evaluationWords } from '#app/i18n/evaluation.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { SelectField, TextField } from '#app/ui/desk/field.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import type { Route } from './+types/new-evaluation.ts';

export function loader({ context, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const asked = new URL(request.url).searchParams;
  const code = asked.get('code')?.trim() ?? '';
  return show(async () => {
    allowAnywhere(ctx, 'evaluation.assign');
    const path = isRegionCode(code) ? await regionPath(ctx, code) : [];
    return { code: path.length > 0 ? code : '', kind: asked.get('kind') ?? 'whole', path, people: path.length > 0 ? await evaluatorsFor(ctx, code) : [], year: beijingDay(ctx.now).slice(0, 4) };
  });
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, StartEvaluationInput, async (input) => {
    const id = await startEvaluation(ctx, input);
    return redirect(`/desk/evaluations/${input.regionCode}/${id}`);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 发起评估: first the community, then who may evaluate it. */
export default function NewEvaluation({ loaderData: { code, kind, path, people, year }, actionData: problem }: Route.ComponentProps) {
  const words = useWords(evaluationWords);
  const { desk } = words;
  return (
    <>
      <PageHead title={desk.newTitle} crumbs={[{ label: words.title, to: '/desk/evaluations' }]} lead={path.map(({ name }) => name).join(' ') || desk.codeFirst} />
      <ProblemAlert problem={problem} names={{ regionCode: desk.community, kind: words.kind, year: words.year, subject: words.subject, evaluatorId: words.evaluator }} />
      <Pane>
        <Form method="get">
          <input type="hidden" name="kind" value={kind} />
          <TextField name="code" label={desk.community} hint={desk.communityHint} known={code} inputMode="numeric" maxLength={12} />
          <Button htmlType="submit" type={code ? 'default' : 'primary'}>{desk.pick}</Button>
        </Form>
      </Pane>
      {code !== '' && people.length === 0 && <Alert type="warning" showIcon title={desk.nobody} />}
      {people.length > 0 && (
        <Pane>
          <Form method="post">
            <input type="hidden" name="regionCode" value={code} />
            <SelectField name="kind" label={words.kind} known={kind} problem={problem} options={evaluationKinds.map((one) => ({ value: one, label: words.kinds[one] }))} />
            <TextField name="subject" label={words.subject} hint={desk.subjectHint} problem={problem} maxLength={80} optional />
            <TextField name="year" type="number" label={words.year} known={year} min={2019} max={2100} problem={problem} />
            <SelectField name="evaluatorId" label={words.evaluator} hint={desk.evaluatorHint} problem={problem} options={people.map((one) => ({ value: one.id, label: one.name }))} />
            <Button type="primary" htmlType="submit">{desk.go}</Button>
          </Form>
        </Pane>
      )}
    </>
  );
}
