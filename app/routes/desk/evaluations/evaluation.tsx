import { Alert } from 'antd';
import { redirect } from 'react-router';
import { may } from '#app/domain/base/accounts/access.ts';
import { historyOf } from '#app/domain/base/records/read.ts';
import { concludeEvaluation } from '#app/domain/pilot/evaluation/conclude.ts';
import { addIndicator, addVoice, removeEntry } from '#app/domain/pilot/evaluation/enter.ts';
import { takeVoices } from '#app/domain/pilot/evaluation/take-voices.ts';
import { sendBack, sendForComment } from '#app/domain/pilot/evaluation/hear.ts';
import { getEvaluation } from '#app/domain/pilot/evaluation/read.ts';
import { saveDraft } from '#app/domain/pilot/evaluation/save-draft.ts';
import { changeEvaluator, evaluatorsFor } from '#app/domain/pilot/evaluation/start.ts';
import { evaluationWords } from '#app/i18n/evaluation.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { answer, show } from '#app/platform/http.ts';
import { History } from '#app/ui/desk/history.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { EvaluationDeed } from './deeds.ts';
import { EntriesPane } from './entries-pane.tsx';
import { ItemsPane } from './items-pane.tsx';
import { OpinionPane } from './opinion-pane.tsx';
import { Steps } from './steps.tsx';
import { StreamsPane } from './streams-pane.tsx';
import { toneOf } from './tones.ts';
import type { Route } from './+types/evaluation.ts';

export function loader({ context, params, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const evaluation = await getEvaluation(ctx, params.code, params.id);
    const asked = new URL(request.url).searchParams;
    return {
      evaluation, section: asked.get('section') ?? '', isSaved: asked.has('saved'), lines: await historyOf(ctx, params.id, 'own-page'), mayLookBack: may(ctx.actor, 'past.open', evaluation),
      people: evaluation.canAppoint ? await evaluatorsFor(ctx, evaluation.regionCode) : [],
    };
  });
}

export function action({ context, params, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const { code, id } = params;
  return answer(ctx, request, EvaluationDeed, async (asked) => {
    if (asked.deed === 'save') await saveDraft(ctx, code, id, asked.input);
    else if (asked.deed === 'send') await sendForComment(ctx, code, id);
    else if (asked.deed === 'conclude') await concludeEvaluation(ctx, code, id, asked.input.revision);
    else if (asked.deed === 'send-back') await sendBack(ctx, code, id, asked.input.reason);
    else if (asked.deed === 'change') await changeEvaluator(ctx, code, id, asked.input.evaluatorId);
    else if (asked.deed === 'voice') await addVoice(ctx, code, id, asked.input);
    else if (asked.deed === 'take-voices') await takeVoices(ctx, code, id);
    else if (asked.deed === 'indicator') await addIndicator(ctx, code, id, asked.input);
    else await removeEntry(ctx, code, id, asked.deed === 'remove-voice' ? 'voice' : 'indicator', asked.input.entryId);
    const at = new URL(request.url).searchParams;
    at.set('saved', '');
    return redirect(`/desk/evaluations/${code}/${id}?${at}`);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 一份评估 at the desk: items section by section, what the streams say, the steps to its conclusion. */
export default function DeskEvaluation({ loaderData, actionData: problem }: Route.ComponentProps) {
  const words = useWords(evaluationWords);
  const { desk } = words;
  const { evaluation, section, isSaved, lines, people } = loaderData;
  const { content, state } = evaluation;
  return (
    <>
      <PageHead
        title={words.reportOf(content.community, words.kinds[content.kind], content.subject, content.year)}
        crumbs={[{ label: words.title, to: '/desk/evaluations' }]}
        beside={<StatusTag tone={toneOf[state]}>{words.states[state]}</StatusTag>}
        actions={<Steps evaluation={evaluation} people={people} mayLookBack={loaderData.mayLookBack} />}
      />
      <ProblemAlert problem={problem} names={{ summary: words.summary, strengths: words.strengths, advice: words.advice, reply: words.reply, reason: desk.reason }} />
      {isSaved && !problem && <Alert type="success" showIcon title={desk.saved} style={{ marginBottom: 16 }} />}
      {state === 'commenting' && !evaluation.isOver && <Alert type="info" showIcon title={desk.withCommunity} description={desk.waits(evaluation.commentUntil!)} style={{ marginBottom: 16 }} />}
      {!evaluation.evaluatorId && state !== 'concluded' && <Alert type="warning" showIcon title={desk.lackEvaluator} style={{ marginBottom: 16 }} />}
      <div className="split">
        <div>
          <OpinionPane evaluation={evaluation} problem={problem} />
          <ItemsPane evaluation={evaluation} section={section} problem={problem} />
        </div>
        <div>
          <StreamsPane content={content} hash={evaluation.hash} />
          {evaluation.kind === 'whole' && <EntriesPane evaluation={evaluation} problem={problem} />}
          <Pane title={desk.history}><History lines={lines} /></Pane>
        </div>
      </div>
    </>
  );
}
