import { Button } from 'antd';
import { Form } from 'react-router';
import { type Task, taskStates } from '#app/domain/city/city-plans/model.ts';
import type { Progress } from '#app/domain/city/city-plans/read.ts';
import { cityDeskWords } from '#app/i18n/city-desk.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { shortDay } from '#app/platform/dates.ts';
import type { Problem } from '#app/platform/http.ts';
import { SelectField, TextField } from '#app/ui/desk/field.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';

const tones = { open: 'rest', doing: 'now', done: 'good', stopped: 'bad' } as const;
type Props = { tasks: readonly Task[]; progress: Record<string, Progress>; problem: Problem | undefined };

/** 任务进展: one small form a task. */
export function TaskForms({ tasks, progress, problem }: Props) {
  const words = useWords(cityDeskWords);
  const en = useLocale() === 'en';
  if (tasks.length === 0) return null;
  return (
    <Pane title={words.tasks.title}>
      {tasks.map((task) => {
        const known = progress[task.id];
        const own = problem?.given?.taskId === task.id ? problem : undefined;
        return (
          <details key={task.id} open={own !== undefined}>
            <summary style={{ paddingBlock: 6 }}>{en ? task.en : task.zh} · {words.tasks.due(shortDay(task.dueOn, en ? 'en' : 'zh-CN'))} · <StatusTag tone={tones[known?.state ?? 'open']}>{words.tasks.states[known?.state ?? 'open']}</StatusTag></summary>
            {known?.proof && <p className="note">{words.fields.proof}{en ? ': ' : '：'}{known.proofUrl ? <a href={known.proofUrl}>{known.proof}</a> : known.proof}{known.doneOn && ` · ${shortDay(known.doneOn, en ? 'en' : 'zh-CN')}`}</p>}
            <Form method="post" className="cols-2">
              <input type="hidden" name="deed" value="mark" />
              <input type="hidden" name="taskId" value={task.id} />
              <SelectField name="state" id={`state-${task.id}`} label={words.fields.state} known={known?.state ?? 'doing'} options={taskStates.map((state) => ({ value: state, label: words.tasks.states[state] }))} problem={own} />
              <TextField name="doneOn" id={`doneOn-${task.id}`} type="date" label={words.fields.doneOn} known={known?.doneOn ?? ''} problem={own} optional />
              <TextField name="proof" id={`proof-${task.id}`} label={words.fields.proof} known={known?.proof} problem={own} maxLength={200} optional />
              <TextField name="proofUrl" id={`proofUrl-${task.id}`} type="url" label={words.fields.proofUrl} known={known?.proofUrl ?? ''} problem={own} maxLength={400} optional />
              <TextField name="note" id={`note-${task.id}`} label={words.fields.note} known={known?.note} problem={own} maxLength={300} optional />
              <div className="dform-act"><Button htmlType="submit">{words.tasks.mark}</Button></div>
            </Form>
          </details>
        );
      })}
    </Pane>
  );
}
