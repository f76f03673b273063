import { Button } from 'antd';
import { data, Form, redirect } from 'react-router';
import { z } from 'zod';
import { allowAnywhere, regionsFor } from '#app/domain/base/accounts/access.ts';
import { levelOf, levels } from '#app/domain/base/regions/model.ts';
import { placeNames } from '#app/domain/base/regions/read.ts';
import { addIndicator } from '#app/domain/city/indicators/add-indicator.ts';
import { checkNewIndicator } from '#app/domain/city/indicators/check-new-indicator.ts';
import { NewIndicatorInput } from '#app/domain/city/indicators/input.ts';
import { units } from '#app/domain/city/indicators/model.ts';
import { listBreakdowns, listDepartments } from '#app/domain/city/indicators/read.ts';
import { cityDeskWords } from '#app/i18n/city-desk.ts';
import { newIndicatorWords } from '#app/i18n/new-indicator.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { query } from '#app/platform/query.ts';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { NewIndicatorFields } from './new-indicator-fields.tsx';
import { saysWrong } from './new-indicator-faults.ts';
import type { Route } from './+types/new-indicator.ts';

const Asked = z.object({ zh: z.string().max(120).catch('').default(''), unit: z.enum(units).optional().catch(undefined) });

export function loader({ context, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    allowAnywhere(ctx, 'indicator.define');
    const own = regionsFor(ctx.actor, 'indicator.define').filter((code) => code === '*' || levelOf(code) <= levels.county);
    const [name, departments, breakdowns] = [await placeNames(ctx, own.filter((code) => code !== '*')), await listDepartments(ctx), await listBreakdowns(ctx)];
    const dimensions = [...Map.groupBy(breakdowns.filter(({ id }) => id !== 0), ({ dimension }) => dimension)].map(([dimension, groups]) => ({ dimension, groups: groups.map(({ zh, en }) => ({ zh, en })) }));
    return { regions: own.map((code) => ({ code, name: code === '*' ? '' : name(code) })), departments, dimensions, asked: query(request, Asked) };
  });
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, NewIndicatorInput, async (input, given) => {
    const faults = await checkNewIndicator(ctx, input);
    if (faults.length > 0) return data<Problem>({ fields: saysWrong(faults, ctx.locale), given }, 422);
    return redirect(`/desk/indicators/${await addIndicator(ctx, input)}`);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 新建指标: what it counts, how, who reports it, and what it speaks to. */
export default function NewIndicator({ loaderData, actionData: problem }: Route.ComponentProps) {
  const words = useWords(newIndicatorWords);
  const desk = useWords(cityDeskWords);
  return (
    <>
      <PageHead crumbs={[{ label: desk.indicators.title, to: '/desk/indicators' }]} title={words.title} lead={words.lead} />
      <Form method="post" className="measure">
        <ProblemAlert problem={problem} names={{ ...desk.fields, unit: words.unit, accumulation: words.accumulation, least: words.least, most: words.most, dimensions: words.dimensions, unicef: words.unicef, regionCode: words.region, kind: desk.indicators.kind, standard: words.standard, outline: words.outline, reason: words.reason }} />
        <NewIndicatorFields {...loaderData} problem={problem} />
        <div className="dform-act"><Button type="primary" htmlType="submit">{words.make}</Button></div>
      </Form>
    </>
  );
}
