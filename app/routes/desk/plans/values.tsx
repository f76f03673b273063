import { Alert } from 'antd';
import { data, Link } from 'react-router';
import { z } from 'zod';
import { allow } from '#app/domain/base/accounts/access.ts';
import { valuesAtDesk } from '#app/domain/city/city-plans/values-at-desk.ts';
import { storeFile } from '#app/domain/base/files/store-file.ts';
import { recordFigure } from '#app/domain/city/collection/record-figure.ts';
import { attachEvidence } from '#app/domain/city/indicators/attach-evidence.ts';
import { AttachInput, ValueInput } from '#app/domain/city/indicators/input.ts';
import { crossingOf } from '#app/domain/city/operations/crosswalk.ts';
import { cityDeskWords } from '#app/i18n/city-desk.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { type Ctx, ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { answer, show } from '#app/platform/http.ts';
import { query } from '#app/platform/query.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { ValueForm } from './value-form.tsx';
import type { Route } from './+types/values.ts';

const Asked = z.object({ indicator: z.string().max(20).optional(), region: z.string().max(12).optional() });

export function loader({ context, params, request }: Route.LoaderArgs) {
  const asked = query(request, Asked);
  return show(async () => ({ ...(await valuesAtDesk(context.get(ctxKey), params.id, asked)), crossing: crossingOf(asked.indicator ?? '') }));
}

/** 登记一个数，或者给一个数附佐证: told apart by the figure that the paper is for. */
const Deed = z.looseObject({ attachTo: z.string().optional() }).transform((given, issues) => {
  const read = <S extends z.ZodType>(schema: S): z.output<S> => {
    const parsed = schema.safeParse(given);
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) issues.addIssue({ code: 'custom', message: issue.message, path: issue.path });
    return z.NEVER;
  };
  return given.attachTo === undefined ? { deed: 'record' as const, input: read(ValueInput) } : { deed: 'attach' as const, input: read(AttachInput) };
});

export function action({ context, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const code = query(request, Asked).indicator ?? '';
  return answer(ctx, request, Deed, async ({ deed, input }, _given, form) => {
    if (deed === 'record') await recordFigure(ctx, code, input);
    else await attach(ctx, code, input, form.get('paper'));
    return data({ isSaved: true as const });
  });
}

async function attach(ctx: Ctx, code: string, { regionCode, attachTo }: z.output<typeof AttachInput>, paper: FormDataEntryValue | null): Promise<void> {
  if (!(paper instanceof File) || paper.size === 0) throw new Refusal('document-missing', 400);
  allow(ctx, 'value.record', { regionCode }); // before anything of it is kept
  const { id } = await storeFile(ctx, { name: paper.name, content: Buffer.from(await paper.arrayBuffer()) });
  await attachEvidence(ctx, code, { regionCode, period: attachTo }, id);
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
