import { Button } from 'antd';
import { Form } from 'react-router';
import { cityDeskWords } from '#app/i18n/city-desk.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import type { Problem } from '#app/platform/http.ts';
import { LongField, SelectField, TextField } from '#app/ui/desk/field.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';
import { budgetLines, leadLines, targetLines, taskLines } from './lines.ts';
import type { Route } from './+types/action.ts';

/** 行动表单: words in fields, lists as lines that can be pasted from a table. */
export function ActionForm({ data: { action, campaigns, edition, nextNo, from, departments, indicators, isClosed }, problem: told }: { data: Route.ComponentProps['loaderData']; problem: Problem | undefined }) {
  const words = useWords(cityDeskWords);
  const en = useLocale() === 'en';
  const problem = told?.given?.deed === 'mark' ? undefined : told;
  return (
    <Form method="post">
      <input type="hidden" name="deed" value="save" />
      <input type="hidden" name="edition" value={edition} />
      <Pane>
        <div className="cols-2">
          <TextField name="code" label={words.fields.code} problem={problem} known={action?.code ?? `A${String(nextNo).padStart(2, '0')}`} pattern="[A-Z]{1,3}\d{0,3}" maxLength={6} />
          <TextField name="no" type="number" min={1} max={999} label={words.fields.no} problem={problem} known={String(action?.no ?? nextNo)} />
          <TextField name="zh" label={words.fields.zh} problem={problem} known={action?.zh} minLength={2} maxLength={120} />
          <TextField name="en" label={words.fields.en} problem={problem} known={action?.en} minLength={2} maxLength={240} />
        </div>
        {campaigns.length > 0 && <SelectField name="campaign" label={words.fields.campaign} problem={problem} known={String(action?.campaign ?? 0)} options={[{ value: '0', label: words.noCampaign }, ...campaigns.map((each) => ({ value: String(each.no), label: `${each.no} ${en ? each.en : each.zh}` }))]} />}
        <LongField name="aboutZh" label={words.fields.aboutZh} problem={problem} known={action?.about.zh} maxLength={1000} optional />
        <LongField name="aboutEn" label={words.fields.aboutEn} problem={problem} known={action?.about.en} maxLength={1600} optional />
        <LongField name="targets" label={words.fields.targets} hint={words.hints.targets} problem={problem} known={targetLines(action?.indicators ?? [])} rows={6} maxLength={4000} optional />
        {indicators.length > 0 && <ul className="hint">{indicators.map((each) => <li key={each.code}>{each.code} {en ? each.en : each.zh}</li>)}</ul>}
        <LongField name="leads" label={words.fields.leads} hint={words.hints.leads} problem={problem} known={action ? leadLines(action.leads) : `fl | lead | ${from}`} rows={4} maxLength={2000} optional />
        <LongField name="budgets" label={words.fields.budgets} hint={words.hints.budgets} problem={problem} known={budgetLines(action?.budgets ?? [])} rows={3} maxLength={2000} optional />
        <LongField name="tasks" label={words.fields.tasks} hint={words.hints.tasks} problem={problem} known={taskLines(action?.tasks ?? [])} rows={4} maxLength={4000} optional />
        <details><summary>{words.departments}</summary><ul className="hint">{departments.map((each) => <li key={each.id}><code>{each.id}</code> {en ? each.en : each.zh}</li>)}</ul></details>
      </Pane>
      {!isClosed && <div className="dform-act"><Button type="primary" htmlType="submit">{words.save}</Button></div>}
    </Form>
  );
}
