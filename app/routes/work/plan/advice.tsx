import { redirect } from 'react-router';
import { z } from 'zod';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { evidenceFor } from '#app/domain/base/evidence/offers.ts';
import { endSession } from '#app/domain/pilot/consulting/arrange-session.ts';
import { askAdvice } from '#app/domain/pilot/consulting/ask-advice.ts';
import { answerFinding, findingToTask } from '#app/domain/pilot/consulting/findings.ts';
import { gapsOf } from '#app/domain/pilot/consulting/gaps.ts';
import { AskInput, ReasonInput, ReportInput } from '#app/domain/pilot/consulting/input.ts';
import { sessionModes } from '#app/domain/pilot/consulting/model.ts';
import { findPlan } from '#app/domain/pilot/consulting/read.ts';
import { findingsOf, sessionsOf } from '#app/domain/pilot/consulting/sessions.ts';
import { consultingWords } from '#app/i18n/consulting.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { type Problem, show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { dueOf } from '#app/routes/work/told.ts';
import { Button } from '#app/ui/light/button.tsx';
import { ChoiceField } from '#app/ui/light/choice-field.tsx';
import { Section } from '#app/ui/light/section.tsx';
import { LongTextField, TextField } from '#app/ui/light/text-field.tsx';
import { act, deed, sentBack } from './act.ts';
import { FindingList } from './finding-list.tsx';
import { PlanHead } from './head.tsx';
import { ruleOptions } from './options.ts';
import { RuleChoice } from './rule-choice.tsx';
import { SessionList } from './session-list.tsx';
import type { Route } from './+types/advice.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    const told = new URL(request.url).searchParams.get('told');
    return {
      place, due: await dueOf(ctx, [place.code]), sessions: await sessionsOf(ctx, place.code), findings: await findingsOf(ctx, place.code), rules: ruleOptions(await gapsOf(ctx, place.code)),
      hasPlan: (await findPlan(ctx, place.code)) !== undefined, offers: (await evidenceFor(ctx, place.code, { limit: 12 })).map(({ id, title, summary }) => ({ id, title, summary })),
      today: beijingDay(ctx.now), told: (['asked', 'answered', 'cancelled', 'inPlan'] as const).find((one) => one === told),
    };
  });
}

const WithId = z.object({ id: z.uuid() });

export function action({ params: { code }, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const back = (told: string) => redirect(`/work/${code}/plan/advice?told=${told}`);
  return act(ctx, request, {
    ask: deed(AskInput, async (input) => {
      await askAdvice(ctx, code, input);
      return back('asked');
    }),
    end: deed(WithId.extend(ReasonInput.shape), async ({ id, reason }) => {
      await endSession(ctx, code, id, reason);
      return back('cancelled');
    }),
    answer: deed(WithId.extend(ReportInput.shape), async ({ id, ...input }) => {
      await answerFinding(ctx, code, id, input);
      return back('answered');
    }),
    'to-task': deed(WithId, async ({ id }) => redirect(`/work/${code}/plan/tasks/${await findingToTask(ctx, code, id)}?saved=1`)),
  });
}

/** 咨询辅导: findings to act on first, then the sessions, then a wish for another. */
export default function Advice({ loaderData, actionData }: Route.ComponentProps) {
  const all = useWords(consultingWords);
  const { advice: words } = all;
  const { place, due, told } = loaderData;
  return (
    <>
      <PlanHead place={place} title={words.title} lead={words.lead} due={due} refusal={actionData?.refusal} told={told ? words[told] : undefined} />
      <Section title={words.findings} tight id="findings"><FindingList {...loaderData} problem={actionData} /></Section>
      <Section title={words.sessions} mist><SessionList {...loaderData} problem={actionData} /></Section>
      <Section title={words.ask} id="ask"><AskForm {...loaderData} problem={actionData} /></Section>
      <div className="wrap body no-print"><p><a href={`/work/${place.code}/plan`}>{all.back}</a></p></div>
    </>
  );
}

function AskForm({ rules, problem }: AdvicePage & { problem: Problem | undefined }) {
  const all = useWords(consultingWords);
  const { advice: words } = all;
  const was = sentBack(problem, 'ask');
  const chosen = was.isOurs && Array.isArray(problem?.given?.rules) ? (problem.given.rules as string[]) : [];
  return (
    <form method="post" className="no-print">
      <input type="hidden" name="go" value="ask" />
      <TextField id="topic" label={words.topic} words={all.form} required error={was.error('topic')} defaultValue={was.text('topic')} />
      <LongTextField id="wish" label={words.wish} words={all.form} rows={3} error={was.error('wish')} defaultValue={was.text('wish')} />
      <ChoiceField id="mode" label={words.mode} words={all.form} required error={was.error('mode')} defaultValue={was.text('mode', 'on-site')} choices={sessionModes.map((mode) => ({ value: mode, label: all.modes[mode] }))} />
      <RuleChoice id="ask-rules" label={all.rules} rules={rules} chosen={chosen} otherLabel={words.rulesHint} isFolded />
      <p className="row"><Button>{words.send}</Button></p>
    </form>
  );
}

export type AdvicePage = Route.ComponentProps['loaderData'];
