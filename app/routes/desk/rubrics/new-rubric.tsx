import { Button } from 'antd';
import { Form, redirect } from 'react-router';
import { z } from 'zod';
import { draftRubric } from '#app/domain/pilot/rubrics/draft.ts';
import { DraftInput } from '#app/domain/pilot/rubrics/input.ts';
import { itemLevels } from '#app/domain/pilot/rubrics/model.ts';
import { draftChoices } from '#app/domain/pilot/rubrics/read.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { rubricsWords } from '#app/i18n/rubrics.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { query } from '#app/platform/query.ts';
import { SelectField, TextField } from '#app/ui/desk/field.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import type { Route } from './+types/new-rubric.ts';

const Asked = z.object({ from: z.string().max(60).optional() });

export function loader({ context, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => ({ ...(await draftChoices(ctx)), today: beijingDay(ctx.now), from: query(request, Asked).from }));
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, DraftInput, async (input) => redirect(`/desk/rubrics/${await draftRubric(ctx, input)}`));
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

export default function NewRubric({ loaderData: { editions, rubrics, today, from }, actionData: problem }: Route.ComponentProps) {
  const words = useWords(rubricsWords);
  const en = useLocale() === 'en';
  const named = (rows: typeof editions) => rows.map((row) => ({ value: row.id, label: en ? row.en : row.zh }));
  return (
    <>
      <PageHead crumbs={[{ label: words.title, to: '/desk/rubrics' }]} title={words.draft} lead={words.draftLead} />
      <Form method="post" className="measure">
        <ProblemAlert problem={problem} names={words.fields} />
        <Pane>
          <TextField name="zh" label={words.fields.zh} problem={problem} minLength={4} maxLength={120} />
          <TextField name="en" label={words.fields.en} problem={problem} minLength={4} maxLength={120} />
          <TextField name="effectiveFrom" type="date" label={words.fields.effectiveFrom} hint={words.hints.effectiveFrom} known={today} problem={problem} />
          {rubrics.length > 0 && <SelectField name="basedOn" label={words.basedOn} hint={words.basedOnHint} known={from} options={named(rubrics)} problem={problem} optional />}
          <SelectField name="editionId" label={words.edition} known={editions[0]?.id} options={named(editions)} problem={problem} optional />
          <SelectField name="level" label={words.level} hint={words.levelHint} known="norm" options={itemLevels.map((level) => ({ value: level, label: words.itemLevels[level] }))} problem={problem} />
        </Pane>
        <div className="dform-act"><Button type="primary" htmlType="submit">{words.makeDraft}</Button></div>
      </Form>
    </>
  );
}
