import { redirect } from 'react-router';
import { z } from 'zod';
import { completeCheck, returnApplication } from '#app/domain/pilot/applications/check-completeness.ts';
import { VerdictInput } from '#app/domain/pilot/applications/check-input.ts';
import { findNextToCheck } from '#app/domain/pilot/applications/queue.ts';
import { saveVerdict } from '#app/domain/pilot/applications/save-verdict.ts';
import { checkedAutomatically, getHanded, listVerdicts } from '#app/domain/pilot/applications/submitted.ts';
import { checkWords } from '#app/i18n/check.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { Answers } from '#app/ui/desk/answers.tsx';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { Papers } from '#app/ui/desk/papers.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { Checklist } from './checklist.tsx';
import { Limit } from './limit.tsx';
import { ApplicationStatus } from './status.tsx';
import type { Route } from './+types/check.ts';

export function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const { rounds, call, organisationId: _, startedBy: __, ...handed } = await getHanded(ctx, params.id);
    const automatic = await checkedAutomatically(ctx, { ...handed, rounds, call, organisationId: null, startedBy: '' });
    const verdicts = await listVerdicts(ctx, handed.id, handed.round);
    return {
      handed, automatic, verdicts: verdicts.map((one) => ({ ...one, isMine: one.checkedBy === ctx.actor.id })),
      callTitle: call.title, roundCount: rounds.length, next: await findNextToCheck(ctx, handed.id), today: beijingDay(ctx.now),
    };
  });
}

const round = z.coerce.number().int().min(1).max(1000);
const Deed = z.discriminatedUnion('deed', [
  VerdictInput.extend({ deed: z.literal('verdict') }), z.object({ deed: z.literal('complete'), round }), z.object({ deed: z.literal('return'), round }),
]);

export function action({ context, params, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, Deed, async (input) => {
    if (input.deed === 'verdict') return { savedAt: await saveVerdict(ctx, params.id, input) };
    await (input.deed === 'complete' ? completeCheck : returnApplication)(ctx, params.id, input);
    return redirect(`/desk/applications/${params.id}`);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

export default function Check({ loaderData, actionData }: Route.ComponentProps) {
  const { handed, next, roundCount, today } = loaderData;
  const words = useWords(checkWords);
  const here = `/desk/applications/${handed.id}`;
  return (
    <>
      <PageHead
        crumbs={[{ label: words.title, to: '/desk/applications' }, { label: handed.number, to: here }]}
        title={handed.unitName}
        beside={<><ApplicationStatus {...handed} /><span>{words.due} <Limit application={handed} today={today} /></span></>}
        actions={
          <>
            <ButtonLink to={here}>{words.detail}</ButtonLink>
            {roundCount > 1 && <ButtonLink to={`${here}/changes`}>{words.compare}</ButtonLink>}
            <ButtonLink to={next ? `/desk/applications/${next}/check` : '/desk/applications'}>{words.nextShort}</ButtonLink>
          </>
        }
      />
      <ProblemAlert problem={actionData && 'savedAt' in actionData ? undefined : actionData} />
      {handed.content.explanation && <Pane title={words.explanation}><p className="prose">{handed.content.explanation}</p></Pane>}
      <div className="split check">
        <Papers
          papers={handed.papers}
          urlOf={(fileId) => `/papers/${handed.id}/${fileId}`}
          form={<Answers questionSet={handed.questionSet} answers={handed.content.answers} blank={words.blank} />}
        />
        <Checklist key={`${handed.id}-${handed.round}`} {...loaderData} />
      </div>
    </>
  );
}
