import { redirect } from 'react-router';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { citationsOf } from '#app/domain/base/evidence/citations.ts';
import { evidenceFor } from '#app/domain/base/evidence/offers.ts';
import { casesBehind } from '#app/domain/pilot/case-library/case-behind.ts';
import { gapsIn, gapsOf } from '#app/domain/pilot/consulting/gaps.ts';
import { TaskInput, TaskStateInput } from '#app/domain/pilot/consulting/input.ts';
import { getPlan, getTask, partsOf } from '#app/domain/pilot/consulting/read.ts';
import { addTask, removeTask, saveTask } from '#app/domain/pilot/consulting/save-task.ts';
import { setTaskState } from '#app/domain/pilot/consulting/set-task-state.ts';
import { getEdition } from '#app/domain/base/standard/read.ts';
import { consultingWords } from '#app/i18n/consulting.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { isId } from '#app/platform/is-id.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { Callout } from '#app/ui/light/section.tsx';
import { Status } from '#app/ui/light/status.tsx';
import { z } from 'zod';
import { act, deed } from './act.ts';
import { squareOfTask } from './goal-list.tsx';
import { PlanHead } from './head.tsx';
import { ruleOptions } from './options.ts';
import { TaskForm } from './task-form.tsx';
import { TaskState } from './task-state.tsx';
import type { Route } from './+types/task.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const place = await workPlace(ctx, params.code);
    const plan = await getPlan(ctx, place.code);
    const isNew = params.task === 'new';
    if (!isNew && !isId(params.task)) throw new Refusal('task-not-found', 404);
    const task = isNew ? null : await getTask(ctx, plan, params.task);
    const { goals } = await partsOf(ctx, plan);
    const known = await gapsOf(ctx, place.code);
    const edition = await getEdition(ctx, plan.editionId);
    const gaps = known.edition.id === edition.id ? known.gaps : gapsIn(edition, known.sheet?.levels ?? {});
    return {
      place, task, source: task?.source === 'case' && task.sourceId ? ((await casesBehind(ctx, [task.sourceId]))[0] ?? null) : null, goals: goals.map(({ id, title }) => ({ id, title })), plan: { startsOn: plan.startsOn, endsOn: plan.endsOn, version: plan.version },
      rules: ruleOptions({ edition, gaps }), today: beijingDay(ctx.now), isSaved: new URL(request.url).searchParams.has('saved'),
      offers: task ? (await evidenceFor(ctx, place.code, { limit: 12 })).map(({ id, title, summary }) => ({ id, title, summary })) : [],
      cited: task ? (await citationsOf(ctx, place.code, 'plan', task.id)).map(({ id, title }) => ({ id, title })) : [],
    };
  });
}

export function action({ params: { code, task }, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const home = `/work/${code}/plan`;
  return act(ctx, request, {
    save: deed(TaskInput, async (input) => {
      if (task === 'new') return redirect(`${home}/tasks/${await addTask(ctx, code, input)}?saved=1`);
      await saveTask(ctx, code, task, input);
      return redirect(`${home}/tasks/${task}?saved=1`);
    }),
    state: deed(TaskStateInput, async (input) => {
      await setTaskState(ctx, code, task, input);
      return redirect(`${home}/tasks/${task}?saved=1`);
    }),
    remove: deed(z.object({}), async () => {
      await removeTask(ctx, code, task);
      return redirect(`${home}?saved=1#goals`);
    }),
  });
}

/** 一项任务: what it is, and how it goes. */
export default function TaskAtWork({ loaderData, actionData }: Route.ComponentProps) {
  const all = useWords(consultingWords);
  const { task, source, place, today, isSaved } = loaderData;
  return (
    <>
      <PlanHead place={place} title={task?.title ?? all.task.new} refusal={actionData?.refusal} told={isSaved ? all.plan.saved : undefined}
        tags={task ? <><Status state={squareOfTask(task, today)}>{all.taskStates[task.state]}</Status><span>{all.sources[task.source]}</span></> : undefined} />
      <div className="wrap body atpage">
        {task ? <TaskState {...loaderData} task={task} problem={actionData} /> : null}
        {source ? <Callout kind={source.isShown ? 'info' : 'check'}>{source.isShown ? <a href={`/cases/${source.id}`}>{all.task.fromCase(source.number)}</a> : all.task.caseGone(source.number)}</Callout> : null}
        <TaskForm {...loaderData} problem={actionData} />
        <p><a href={`/work/${place.code}/plan`}>{all.back}</a></p>
      </div>
    </>
  );
}

export type TaskPage = Route.ComponentProps['loaderData'];
