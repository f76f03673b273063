import { Button } from 'antd';
import { Form, redirect } from 'react-router';
import { allowAnywhere } from '#app/domain/base/accounts/access.ts';
import { regionPath } from '#app/domain/base/regions/read.ts';
import { StartPlanInput } from '#app/domain/city/city-plans/input.ts';
import { planRegions } from '#app/domain/city/city-plans/read.ts';
import { startPlan } from '#app/domain/city/city-plans/start-plan.ts';
import { cityDeskWords } from '#app/i18n/city-desk.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { Field, TextField } from '#app/ui/desk/field.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { RegionFilter } from '#app/ui/desk/region-filter.tsx';
import type { Route } from './+types/new-plan.ts';

export function loader({ context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    allowAnywhere(ctx, 'city-plan.edit');
    const own = planRegions(ctx).find((code) => code !== '*');
    return { path: own ? await regionPath(ctx, own.slice(0, 6)) : [], isNational: !own, year: Number(beijingDay(ctx.now).slice(0, 4)) };
  });
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, StartPlanInput, async (input) => redirect(`/desk/plans/${await startPlan(ctx, input)}`));
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 新建计划. */
export default function NewPlan({ loaderData: { path, isNational, year }, actionData: problem }: Route.ComponentProps) {
  const words = useWords(cityDeskWords);
  return (
    <>
      <PageHead crumbs={[{ label: words.plans.title, to: '/desk/plans' }]} title={words.start.title} lead={words.start.lead} />
      <Form method="post" className="measure">
        <ProblemAlert problem={problem} names={words.fields} />
        <Pane>
          <Field name="regionCode" label={words.fields.regionCode} problem={problem}><RegionFilter name="regionCode" id="field-regionCode" path={path} deepest={3} {...(isNational ? { none: words.nation } : {})} /></Field>
          <TextField name="zh" label={words.fields.zh} problem={problem} minLength={4} maxLength={160} />
          <TextField name="en" label={words.fields.en} problem={problem} minLength={4} maxLength={160} />
          <TextField name="startsOn" type="date" label={words.fields.startsOn} problem={problem} known={`${year}-01-01`} />
          <TextField name="endsOn" type="date" label={words.fields.endsOn} problem={problem} known={`${year + 2}-12-31`} />
          <TextField name="issuer" label={words.fields.issuer} problem={problem} maxLength={120} optional />
        </Pane>
        <div className="dform-act"><Button type="primary" htmlType="submit">{words.make}</Button></div>
      </Form>
    </>
  );
}
