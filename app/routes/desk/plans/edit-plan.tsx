import { Button } from 'antd';
import { Form, redirect } from 'react-router';
import { editPlan } from '#app/domain/city/city-plans/edit-plan.ts';
import { EditPlanInput } from '#app/domain/city/city-plans/input.ts';
import { planAtDesk } from '#app/domain/city/city-plans/read.ts';
import { cityDeskWords } from '#app/i18n/city-desk.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { answer, show } from '#app/platform/http.ts';
import { LongField, TextField } from '#app/ui/desk/field.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import type { Route } from './+types/edit-plan.ts';

export function loader({ context, params }: Route.LoaderArgs) {
  return show(async () => (await planAtDesk(context.get(ctxKey), params.id)).plan);
}

export function action({ context, params, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, EditPlanInput, async (input) => {
    await editPlan(ctx, params.id, input);
    return redirect(`/desk/plans/${params.id}`);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 计划基本信息. */
export default function EditPlan({ loaderData: plan, actionData: problem }: Route.ComponentProps) {
  const words = useWords(cityDeskWords);
  const name = useLocale() === 'en' ? plan.en : plan.zh;
  return (
    <>
      <PageHead crumbs={[{ label: words.plans.title, to: '/desk/plans' }, { label: name, to: `/desk/plans/${plan.id}` }]} title={words.edit} />
      <Form method="post" className="measure">
        <ProblemAlert problem={problem} names={words.fields} />
        <input type="hidden" name="edition" value={plan.edition} />
        <Pane>
          <TextField name="zh" label={words.fields.zh} problem={problem} known={plan.zh} minLength={4} maxLength={160} />
          <TextField name="en" label={words.fields.en} problem={problem} known={plan.en} minLength={4} maxLength={160} />
          <TextField name="startsOn" type="date" label={words.fields.startsOn} problem={problem} known={plan.startsOn} />
          <TextField name="endsOn" type="date" label={words.fields.endsOn} problem={problem} known={plan.endsOn} />
          <TextField name="issuer" label={words.fields.issuer} problem={problem} known={plan.issuer} maxLength={120} optional />
          <LongField name="goalZh" label={words.fields.goalZh} problem={problem} known={plan.content.goal.zh} maxLength={600} optional />
          <LongField name="goalEn" label={words.fields.goalEn} problem={problem} known={plan.content.goal.en} maxLength={800} optional />
        </Pane>
        <div className="dform-act"><Button type="primary" htmlType="submit">{words.save}</Button></div>
      </Form>
    </>
  );
}
