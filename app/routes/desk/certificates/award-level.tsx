import { Alert, Button } from 'antd';
import { data, Form, redirect } from 'react-router';
import { getAwardLevel, saveAwardLevel } from '#app/domain/pilot/certification/award-levels.ts';
import { AwardLevelInput } from '#app/domain/pilot/certification/input.ts';
import { levels } from '#app/domain/pilot/certification/model.ts';
import { certificationWords } from '#app/i18n/certification.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { beijingDay, beijingTime } from '#app/platform/dates.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { LongField, SelectField, TextField } from '#app/ui/desk/field.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import type { Route } from './+types/award-level.ts';

export function loader({ context, params, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => ({ setting: await getAwardLevel(ctx, params.level), today: beijingDay(ctx.now), isSaved: new URL(request.url).searchParams.has('saved') }));
}

export function action({ context, params, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, AwardLevelInput, async (input) => {
    const level = levels.find((one) => one === params.level);
    if (!level) return data<Problem>({ refusal: 'form-unreadable' }, 400);
    await saveAwardLevel(ctx, level, input);
    return redirect(`/desk/award-levels/${level}?saved`);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 一级的设置, from a day on. */
export default function AwardLevel({ loaderData: { setting, today, isSaved }, actionData: problem }: Route.ComponentProps) {
  const words = useWords(certificationWords);
  const { levelPage, ...desk } = words.desk;
  const lang = useLocale() === 'en' ? 'en' : 'zh';
  const { level, content, history } = setting;
  const below = levels.slice(0, levels.indexOf(level));
  const names = { effectiveFrom: levelPage.from, nameZh: levelPage.nameZh, nameEn: levelPage.nameEn, aboutZh: levelPage.aboutZh, aboutEn: levelPage.aboutEn, needsZh: levelPage.needsZh, needsEn: levelPage.needsEn, grades: levelPage.grades, validMonths: levelPage.validMonths, renewalDays: levelPage.renewalDays, replyDays: levelPage.replyDays, requires: levelPage.requires };
  return (
    <>
      <PageHead title={content.name[lang]} crumbs={[{ label: desk.title, to: '/desk/certificates' }, { label: levelPage.title, to: '/desk/award-levels' }]} />
      {isSaved && !problem && <Alert type="success" showIcon title={levelPage.saved} style={{ marginBottom: 16 }} />}
      <ProblemAlert problem={problem} names={names} />
      <Form method="post" key={history[0]?.id ?? 'first'}>
        <div className="split">
          <Pane>
            <TextField name="effectiveFrom" type="date" label={names.effectiveFrom} hint={levelPage.fromHint} known={today} min={today} problem={problem} />
            <TextField name="nameZh" label={names.nameZh} known={content.name.zh} problem={problem} maxLength={40} />
            <TextField name="nameEn" label={names.nameEn} known={content.name.en} problem={problem} maxLength={90} />
            <LongField name="aboutZh" label={names.aboutZh} known={content.about.zh} problem={problem} maxLength={120} rows={2} />
            <LongField name="aboutEn" label={names.aboutEn} known={content.about.en} problem={problem} maxLength={240} rows={2} />
            <LongField name="needsZh" label={names.needsZh} known={content.needs.zh} problem={problem} maxLength={300} rows={3} />
            <LongField name="needsEn" label={names.needsEn} known={content.needs.en} problem={problem} maxLength={600} rows={3} />
          </Pane>
          <Pane>
            <TextField name="validMonths" type="number" min={1} max={120} label={names.validMonths} known={String(content.validMonths)} problem={problem} />
            <TextField name="renewalDays" type="number" min={0} max={720} label={names.renewalDays} known={String(content.renewalDays)} problem={problem} />
            <TextField name="replyDays" type="number" min={3} max={60} label={names.replyDays} known={String(content.replyDays)} problem={problem} />
            <LongField name="grades" label={names.grades} hint={levelPage.gradesHint} known={content.grades.map(({ zh, en }) => `${zh} | ${en}`).join('\n')} problem={problem} maxLength={1000} rows={4} optional />
            {below.length > 0 && <SelectField name="requires" label={names.requires} known={content.requires ?? ''} problem={problem} optional options={below.map((one) => ({ value: one, label: words.levels[one] }))} />}
            <Button type="primary" htmlType="submit">{levelPage.save}</Button>
          </Pane>
        </div>
      </Form>
      <Pane title={levelPage.history}>
        {history.length === 0 && <p>{levelPage.noHistory}</p>}
        {history.map((one) => <p key={one.id}><b>{levelPage.fromDay(one.effectiveFrom)}</b> {one.savedByName} {beijingTime(one.savedAt).slice(0, 16)}</p>)}
      </Pane>
    </>
  );
}
