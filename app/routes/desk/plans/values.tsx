import { Alert } from 'antd';
import { data, Link } from 'react-router';
import { z } from 'zod';
import { valuesAtDesk } from '#app/domain/city/city-plans/values-at-desk.ts';
import { recordFigure } from '#app/domain/city/collection/record-figure.ts';
import { ValueInput } from '#app/domain/city/indicators/input.ts';
import { crossingOf } from '#app/domain/city/operations/crosswalk.ts';
import { cityDeskWords } from '#app/i18n/city-desk.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { answer, show } from '#app/platform/http.ts';
import { query } from '#app/platform/query.ts';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { ValueForm } from './value-form.tsx';
import type { Route } from './+types/values.ts';

const Asked = z.object({ indicator: z.string().max(20).optional(), region: z.string().max(12).optional() });

export function loader({ context, params, request }: Route.LoaderArgs) {
  const asked = query(request, Asked);
  return show(async () => ({ ...(await valuesAtDesk(context.get(ctxKey), params.id, asked)), crossing: crossingOf(asked.indicator ?? '') }));
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, ValueInput, async (input) => {
    await recordFigure(ctx, query(request, Asked).indicator ?? '', input);
    return data({ isSaved: true as const });
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 登记数值: the plan's indicators at one side, the form and what stands already at the other. */
export default function PlanValues({ loaderData, actionData }: Route.ComponentProps) {
  const { plan, actions, chosen, years, regionCode } = loaderData;
  const words = useWords(cityDeskWords);
  const en = useLocale() === 'en';
  const isSaved = actionData !== undefined && 'isSaved' in actionData;
  const problem = actionData && !('isSaved' in actionData) ? actionData : undefined;
  const named = (each: { zh: string; en: string }) => (en ? each.en : each.zh);
  return (
    <>
      <PageHead crumbs={[{ label: words.plans.title, to: '/desk/plans' }, { label: named(plan), to: `/desk/plans/${plan.id}` }]} title={chosen ? words.record.chosen(named(chosen.definition)) : words.record.title} lead={words.record.lead} />
      <ProblemAlert problem={problem} names={words.fields} />
      {isSaved && <Alert type="success" showIcon role="status" title={words.savedValue} style={{ marginBottom: 16 }} />}
      {chosen && <ValueForm key={`${chosen.code} ${regionCode} ${isSaved ? chosen.values.length + chosen.pasts.length : ''}`} data={{ ...loaderData, chosen }} problem={problem} />}
      <Pane title={words.record.choose}>
        {actions.filter(({ indicators }) => indicators.length > 0).map((action) => (
          <details key={action.code} open={action.indicators.some(({ code }) => code === chosen?.code)}>
            <summary style={{ paddingBlock: 6 }}>{action.code} {named(action)} · <small style={{ whiteSpace: 'nowrap' }}>{words.record.withFigures(action.indicators.filter(({ have }) => have > 0).length, action.indicators.length)}</small></summary>
            <ul>
              {action.indicators.map((each) => (
                <li key={each.code} style={{ paddingBlock: 3 }}><Link to={`?indicator=${each.code}`} {...(each.code === chosen?.code ? { 'aria-current': 'true' as const } : {})}>{each.code} {named(each)}</Link> <small>{words.record.counts(each.have, years)}</small></li>
              ))}
            </ul>
          </details>
        ))}
      </Pane>
    </>
  );
}
