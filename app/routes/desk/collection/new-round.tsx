import { Button } from 'antd';
import { useState } from 'react';
import { data, Form, redirect } from 'react-router';
import { regionPath } from '#app/domain/base/regions/read.ts';
import { OpenRoundInput } from '#app/domain/city/collection/input.ts';
import { askedLevels } from '#app/domain/city/collection/model.ts';
import { openRound } from '#app/domain/city/collection/open-round.ts';
import { planRound, wrongInRound } from '#app/domain/city/collection/plan-round.ts';
import { plansToAsk } from '#app/domain/city/collection/rounds.ts';
import { regionsFor } from '#app/domain/base/accounts/access.ts';
import { collectionWords } from '#app/i18n/collection.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { shortDay } from '#app/platform/dates.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { newId } from '#app/platform/new-id.ts';
import { Field, givenOr, LongField, SelectField, TextField } from '#app/ui/desk/field.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { RegionFilter } from '#app/ui/desk/region-filter.tsx';
import { AskByGroups, AskedList, NotAsked, RoundAsks } from './round-asks.tsx';
import type { Route } from './+types/new-round.ts';

export function loader({ context, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const own = regionsFor(ctx.actor, 'collection.open').find((code) => code !== '*');
    const asked = new URL(request.url).searchParams.get('plan');
    const plans = await plansToAsk(ctx, asked);
    return { plans, chosen: plans.find(({ id }) => id === asked)?.id ?? '', path: own ? await regionPath(ctx, own.slice(0, 6)) : [], isNational: !own, formId: newId(ctx.now) };
  });
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, OpenRoundInput, async (input, given) => {
    const { unknown, earliest, tooEarly } = await wrongInRound(ctx, input);
    if (unknown.length > 0 || tooEarly.length > 0) {
      const { wrong } = collectionWords[ctx.locale];
      const early = tooEarly.map((level) => [level, [wrong.early(shortDay(earliest, ctx.locale))]] as const);
      return data<Problem>({ given, fields: { ...Object.fromEntries(early), ...(unknown.length > 0 ? { codes: [wrong.codes(unknown.join(ctx.locale === 'en' ? ', ' : '、'))] } : {}) } }, 400);
    }
    if (given.go === 'open') return redirect(`/desk/collection/${await openRound(ctx, input)}`);
    const { asking, list, deadlines } = await planRound(ctx, input);
    return data({ given, plan: { asking, list, idle: askedLevels.filter((level) => deadlines[level] && !asking.some((each) => each.level === level && each.sheets > 0)) } });
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 开始填报: what is asked and until when; first how much that is, then it is sent. */
export default function NewRound({ loaderData: { plans, chosen, path, isNational, ...loaded }, actionData }: Route.ComponentProps) {
  const words = useWords(collectionWords);
  const en = useLocale() === 'en';
  const problem: Problem | undefined = actionData;
  const plan = actionData && 'plan' in actionData ? actionData.plan : undefined;
  const [formId] = useState(givenOr(problem, 'formId', loaded.formId)); // stays when the answer is lost and the page is read again
  return (
    <>
      <PageHead crumbs={[{ label: words.title, to: '/desk/collection' }]} title={words.start} lead={words.hints.deadlinesLead} />
      <Form method="post">
        <input type="hidden" name="formId" value={formId} />
        <ProblemAlert problem={plan ? undefined : problem} names={words.fields} />
        {plan && <><RoundAsks asking={plan.asking} /><AskedList list={plan.list} /><NotAsked list={plan.list} idle={plan.idle} /><AskByGroups list={plan.list} problem={problem} /></>}
        {!plan && Object.entries(problem?.given ?? {}).map(([name, said]) => name.startsWith('by.') && <input key={name} type="hidden" name={name} value={String(said)} />)}
        <Pane>
          <div className="cols-2">
            <Field name="regionCode" label={words.fields.regionCode} problem={problem}><RegionFilter name="regionCode" id="field-regionCode" path={path} deepest={3} {...(isNational ? { none: words.nation } : {})} /></Field>
            <TextField name="period" label={words.fields.period} hint={words.hints.period} problem={problem} minLength={4} maxLength={20} />
            <TextField name="zh" label={words.fields.zh} problem={problem} minLength={4} maxLength={120} />
            <TextField name="en" label={words.fields.en} hint={words.hints.en} problem={problem} maxLength={200} optional />
            <SelectField name="planId" label={words.fields.planId} hint={words.hints.plan} problem={problem} known={chosen} options={plans.map((each) => ({ value: each.id, label: `${each.place || words.nation} · ${en ? each.en : each.zh}` }))} optional />
            <TextField name="codes" label={words.fields.codes} hint={words.hints.codes} problem={problem} maxLength={4000} optional />
          </div>
        </Pane>
        <Pane title={words.hints.deadlines}>
          <div className="cols-2">
            {askedLevels.filter((level) => level !== 'city' || path.length < 3).map((level) => <TextField key={level} name={level} type="date" label={words.fields[level]} problem={problem} optional />)}
          </div>
          <p style={{ marginBottom: 16 }}><label><input type="checkbox" name="everyCommunity" value="on" defaultChecked={givenOr(problem, 'everyCommunity', '') === 'on'} /> {words.hints.everyCommunity}</label></p>
          <LongField name="note" label={words.fields.note} hint={words.hints.note} problem={problem} maxLength={600} optional />
        </Pane>
        <div className="dform-act">
          <Button htmlType="submit" name="go" value="preview" type={plan ? 'default' : 'primary'}>{words.preview}</Button>
          {plan && <Button htmlType="submit" name="go" value="open" type="primary">{words.open}</Button>}
        </div>
      </Form>
    </>
  );
}
