import { Alert, Progress } from 'antd';
import { Link, redirect } from 'react-router';
import { z } from 'zod';
import { listChoices } from '#app/domain/pilot/assigning/candidates.ts';
import { keepPairs, putPair, takePair } from '#app/domain/pilot/assigning/change-pairs.ts';
import { discardPlan } from '#app/domain/pilot/assigning/discard-plan.ts';
import { KeepInput, PairInput, PlanInput, PutInput } from '#app/domain/pilot/assigning/input.ts';
import { lockPlan } from '#app/domain/pilot/assigning/lock-plan.ts';
import type { PlanState } from '#app/domain/pilot/assigning/model.ts';
import { orderAgain, orderPlan } from '#app/domain/pilot/assigning/order-plan.ts';
import { listPlans, readLoads, readPairs } from '#app/domain/pilot/assigning/read.ts';
import { assigningWords } from '#app/i18n/assigning.ts';
import { callsWords } from '#app/i18n/calls.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { query } from '#app/platform/query.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { ExportButton } from '#app/ui/desk/export-button.tsx';
import { EmptyBox } from '#app/ui/desk/keyset-table.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { StatusTag, type Tone } from '#app/ui/desk/status-tag.tsx';
import { useWaiting } from '../sheets/waiting.ts';
import { ExpertLinks } from './assigning-links.tsx';
import { Loads } from './assigning-loads.tsx';
import { PlanPairs } from './assigning-pairs.tsx';
import { PlanFigures } from './assigning-figures.tsx';
import { PlanForm } from './assigning-form.tsx';
import type { Route } from './+types/assigning.ts';

const Asked = z.object({
  plan: z.uuid().optional(), expert: z.string().max(120).optional(), only: z.enum(['lacking', 'refused']).optional(), after: z.uuid().optional(), at: z.uuid().optional(),
});

export function loader({ context, params, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const asked = query(request, Asked);
  return show(async () => {
    const { call, plans, plan } = await listPlans(ctx, params.id, asked.plan);
    const shown = plan && plan.stats ? plan : null;
    return {
      call: { id: call.id, title: call.title, titleEn: call.titleEn, reviewsPerApplication: call.review.reviewsPerApplication }, plan, asked,
      plans: plans.map(({ id, state, orderedAt, orderedByName, round }) => ({ id, state, orderedAt: beijingTime(orderedAt), orderedByName, round })),
      pairs: shown && (await readPairs(ctx, shown, { expertId: asked.expert, only: asked.only, after: asked.after })),
      loads: shown && (await readLoads(ctx, shown)),
      choices: shown?.state === 'draft' && asked.at ? await listChoices(ctx, shown, asked.at) : null,
    };
  });
}

const planId = { planId: z.uuid() };
const Deed = z.discriminatedUnion('deed', [
  PlanInput.safeExtend({ deed: z.literal('order') }),
  PlanInput.safeExtend({ deed: z.literal('again'), ...planId }),
  PutInput.extend({ deed: z.literal('put'), ...planId }),
  PairInput.extend({ deed: z.literal('take'), ...planId }),
  KeepInput.extend({ deed: z.literal('keep'), ...planId }),
  z.object({ deed: z.literal('lock'), revision: z.coerce.number().int().min(0), ...planId }),
  z.object({ deed: z.literal('discard'), ...planId }),
]);
type Deed = z.infer<typeof Deed>;

export function action({ context, params, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const here = new URL(request.url);
  return answer(ctx, request, Deed, async (input) => {
    await run(input);
    here.searchParams.delete('at');
    const isSame = input.deed === 'put' || input.deed === 'take' || input.deed === 'keep';
    return redirect(`/desk/calls/${params.id}/assigning${isSame ? here.search : ''}`);
  });

  function run(input: Deed): Promise<unknown> {
    switch (input.deed) {
      case 'order': return orderPlan(ctx, params.id, input);
      case 'again': return orderAgain(ctx, input.planId, input);
      case 'put': return putPair(ctx, input.planId, input);
      case 'take': return takePair(ctx, input.planId, input);
      case 'keep': return keepPairs(ctx, input.planId, input);
      case 'lock': return lockPlan(ctx, input.planId, input.revision);
      case 'discard': return discardPlan(ctx, input.planId);
    }
  }
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

const tones: Record<PlanState, Tone> = { ordered: 'now', draft: 'info', failed: 'bad', assigning: 'now', locked: 'good', discarded: 'rest' };

export default function Assigning({ loaderData, actionData }: Route.ComponentProps) {
  const { call, plan } = loaderData;
  const words = useWords(assigningWords);
  const en = useLocale() === 'en';
  const isOpen = plan?.state === 'draft';
  useWaiting(plan?.state === 'ordered' || plan?.state === 'assigning');
  return (
    <>
      <PageHead
        crumbs={[{ label: useWords(callsWords).title, to: '/desk/calls' }, { label: en && call.titleEn ? call.titleEn : call.title, to: `/desk/calls/${call.id}` }]}
        title={words.title}
        lead={words.lead}
        beside={plan && <><StatusTag tone={tones[plan.state]}>{words.states[plan.state]}</StatusTag><span>{words.round(plan.round)}</span></>}
        actions={<Deeds {...loaderData} />}
      />
      <ProblemAlert problem={actionData} names={words.fields} />
      <State {...loaderData} />
      {(!plan || plan.state === 'failed' || plan.state === 'locked' || plan.state === 'discarded') && (
        <PlanForm usual={call.reviewsPerApplication} last={plan} problem={actionData} deed="order" isFolded={plan?.state === 'locked'} />
      )}
      {isOpen && <PlanForm usual={call.reviewsPerApplication} last={plan} problem={actionData} deed="again" isFolded />}
      <Plans {...loaderData} />
    </>
  );
}

type Loaded = Route.ComponentProps['loaderData'];

function Deeds({ plan, loads }: Loaded) {
  const words = useWords(assigningWords);
  if (!plan) return null;
  const missing = plan.stats?.missing.reduce((sum, { seats }) => sum + seats, 0) ?? 0;
  const give = { planId: plan.id };
  return (
    <>
      {loads && loads.figures.pairs > 0 && <ExportButton list="assignment-plan" search={`?id=${plan.id}`} label={words.export} />}
      {(plan.state === 'ordered' || plan.state === 'draft') && <ConfirmButton label={words.cancel} question={words.cancelAsk} fields={{ deed: 'discard', ...give }} />}
      {plan.state === 'draft' && loads && loads.figures.pairs > 0 && (
        <ConfirmButton label={words.lock} type="primary" danger={false} question={words.lockAsk(loads.figures.pairs)} fields={{ deed: 'lock', revision: String(plan.revision), ...give }}>
          {missing > 0 && <p>{words.lockAskLacking(missing)}</p>}
        </ConfirmButton>
      )}
    </>
  );
}

/** What there is to see of a plan in its state. */
function State({ plan, pairs, loads, choices, asked }: Loaded) {
  const words = useWords(assigningWords);
  const locale = useLocale();
  if (!plan) return <Pane><EmptyBox text={words.empty} /></Pane>;
  if (plan.state === 'ordered') {
    return (
      <Pane title={words.working}>
        <div role="status"><p>{words.steps[plan.progress.step]}</p></div>
        <Progress percent={plan.progress.share} aria-label={words.working} status="active" />
        <p className="note">{words.workingLead}</p>
      </Pane>
    );
  }
  if (plan.state === 'failed') return <Alert type="error" showIcon style={{ marginBottom: 16 }} title={words.failed} description={refusalSentence(plan.problem, locale)} />;
  if (!pairs || !loads || !plan.stats) return null;
  const tried = loads.figures.assigned + loads.figures.refused;
  return (
    <>
      {plan.state === 'assigning' && <Pane title={words.assigningNow(tried, loads.figures.pairs)}><Progress percent={Math.round((100 * tried) / Math.max(1, loads.figures.pairs))} aria-label={words.states.assigning} /></Pane>}
      {plan.state === 'locked' && <Alert type={loads.figures.refused > 0 ? 'warning' : 'success'} showIcon style={{ marginBottom: 16 }} title={words.carriedOut(loads.figures.assigned, loads.figures.refused)} {...(loads.figures.refused > 0 ? { action: <Link to={`?plan=${plan.id}&only=refused`}>{words.toRefused}</Link> } : {})} />}
      <PlanFigures plan={plan} stats={plan.stats} loads={loads} />
      <PlanPairs plan={plan} pairs={pairs} choices={choices} asked={asked} experts={loads.loads} />
      <div className="assigning-two">
        <Loads loads={loads.loads} planId={plan.id} />
        <ExpertLinks experts={loads.loads} links={loads.links} groups={loads.groups} />
      </div>
    </>
  );
}

function Plans({ plans, plan }: Loaded) {
  const words = useWords(assigningWords);
  if (plans.length === 0 || (plans.length === 1 && plans[0]!.id === plan?.id)) return null;
  return (
    <Pane title={words.plans}>
      <ul className="plain">
        {plans.map((each) => (
          <li key={each.id}>
            <Link to={`?plan=${each.id}`} {...(each.id === plan?.id ? { 'aria-current': 'page' as const } : {})}>{words.planOf(each.orderedAt, each.orderedByName)}</Link>
            {' '}{words.round(each.round)}{' '}<StatusTag tone={tones[each.state]}>{words.states[each.state]}</StatusTag>
          </li>
        ))}
      </ul>
    </Pane>
  );
}
