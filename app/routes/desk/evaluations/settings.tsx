import { Alert, Button } from 'antd';
import { Form, redirect } from 'react-router';
import { EvaluationSettingsInput } from '#app/domain/pilot/evaluation/input.ts';
import { getEvaluationSettings, saveEvaluationSettings } from '#app/domain/pilot/evaluation/settings.ts';
import type { EvaluationItem } from '#app/domain/pilot/evaluation/model.ts';
import { evaluationWords } from '#app/i18n/evaluation.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { beijingDay, beijingTime } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { LongField, TextField } from '#app/ui/desk/field.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import type { Route } from './+types/settings.ts';

export function loader({ context, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => ({ settings: await getEvaluationSettings(ctx), today: beijingDay(ctx.now), isSaved: new URL(request.url).searchParams.has('saved') }));
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, EvaluationSettingsInput, async (input) => {
    await saveEvaluationSettings(ctx, input);
    return redirect('/desk/evaluations/settings?saved');
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

const itemLines = (items: readonly EvaluationItem[]) => items.map(({ id, zh, en }) => `${id} | ${zh} | ${en}`).join('\n');

/** 评估设置, from a day on. */
export default function EvaluationSettingsPage({ loaderData: { settings, today, isSaved }, actionData: problem }: Route.ComponentProps) {
  const all = useWords(evaluationWords);
  const words = all.settingsPage;
  const { content, history } = settings;
  const figure = (name: string, label: string, known: number, min: number, max: number) => <TextField key={name} name={name} type="number" min={min} max={max} label={label} known={String(known)} problem={problem} />;
  const { weights, reassessYears } = content;
  return (
    <>
      <PageHead title={words.title} lead={words.lead} crumbs={[{ label: all.title, to: '/desk/evaluations' }]} />
      {isSaved && !problem && <Alert type="success" showIcon title={words.saved} style={{ marginBottom: 16 }} />}
      <ProblemAlert problem={problem} />
      <Form method="post" key={history[0]?.id ?? 'first'}>
        <div className="split">
          <Pane>
            <TextField name="effectiveFrom" type="date" label={words.from} hint={words.fromHint} known={today} min={today} problem={problem} />
            <LongField name="processItems" label={words.processItems} hint={words.itemsHint} known={itemLines(content.processItems)} problem={problem} rows={9} maxLength={6000} />
            <LongField name="serviceItems" label={words.serviceItems} hint={words.itemsHint} known={itemLines(content.serviceItems)} problem={problem} rows={9} maxLength={6000} />
            {figure('metFrom', words.metFrom, content.metFrom, 1, 100)}
            {figure('partlyFrom', words.partlyFrom, content.partlyFrom, 0, 99)}
            {figure('commentDays', words.commentDays, content.commentDays, 3, 60)}
            {figure('smallestCell', words.smallestCell, content.smallestCell, 5, 100)}
          </Pane>
          <div>
            <Pane title={words.weights}>
              {figure('weightSelf', all.streams.self, weights.self, 0, 100)}
              {figure('weightExpert', all.streams.expert, weights.expert, 0, 100)}
              {figure('weightOnSite', all.streams['on-site'], weights['on-site'], 0, 100)}
              {figure('weightVoice', all.streams.voice, weights.voice, 0, 100)}
              {figure('weightIndicators', all.streams.indicators, weights.indicators, 0, 100)}
            </Pane>
            <Pane title={words.years}>
              {figure('yearsPilot', words.yearsOf.pilot, reassessYears.pilot, 1, 10)}
              {figure('yearsCertified', words.yearsOf.certified, reassessYears.certified, 1, 10)}
              {figure('yearsDemonstration', words.yearsOf.demonstration, reassessYears.demonstration, 1, 10)}
              <TextField name="remindDays" label={words.remindDays} hint={words.daysHint} known={content.remindDays.join('、')} problem={problem} maxLength={60} />
              <Button type="primary" htmlType="submit">{words.save}</Button>
            </Pane>
            <Pane title={words.history}>
              {history.length === 0 && <p>{words.noHistory}</p>}
              {history.map((one) => <p key={one.id}><b>{words.fromDay(one.effectiveFrom)}</b> {one.savedByName} {beijingTime(one.savedAt).slice(0, 16)}</p>)}
            </Pane>
          </div>
        </div>
      </Form>
    </>
  );
}
