import { Button } from 'antd';
import { type ReactNode, useRef } from 'react';
import { Form } from 'react-router';
import type { ActionToEdit } from '#app/domain/city/city-plans/action-at-desk.ts';
import { leadRoles } from '#app/domain/city/city-plans/model.ts';
import { cityActionWords } from '#app/i18n/city-action.ts';
import { cityDeskWords } from '#app/i18n/city-desk.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import type { Problem } from '#app/platform/http.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { LongField, SelectField, TextField } from '#app/ui/desk/field.tsx';
import { Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { told } from '../../public/plans/words.ts';
import { fieldNames } from './field-names.ts';
import { IndicatorRows } from './indicator-rows.tsx';
import { CellInput, CellPick, CellSelect } from './row-fields.tsx';
import { RowList } from './row-list.tsx';
import { type KnownRows, rowsKnown } from './rows-known.ts';
import { Unsaved } from './unsaved.tsx';
import { useRows } from './use-rows.ts';

type Props = { data: ActionToEdit; problem: Problem | undefined };
type FormProps = Props & { children?: ReactNode };

/** 行动表单: words in fields; departments, indicators with their targets, money and tasks in rows that are added and removed. */
export function ActionForm({ data, problem, children }: FormProps) {
  const { plan, action, campaigns, nextNo } = data;
  const words = useWords(cityDeskWords);
  const { form } = useWords(cityActionWords);
  const locale = useLocale();
  const known = rowsKnown(action, plan.startsOn, problem);
  const box = useRef<HTMLFormElement>(null);
  const saved = useRef<string | null>(null);
  const said = () => (box.current ? JSON.stringify([...new FormData(box.current)]) : '');
  const back = action ? `/desk/plans/${plan.id}/actions/${action.code}` : `/desk/plans/${plan.id}`;
  return (
    <Form method="post" className="rform" ref={(now) => { box.current = now; saved.current ??= now ? said() : null; }}>
      <Unsaved isDirty={() => problem !== undefined || (saved.current !== null && said() !== saved.current)} />
      <ProblemAlert problem={problem} names={fieldNames(problem, { ...words.fields }, useWords(cityActionWords))} />
      {children}
      <input type="hidden" name="edition" value={plan.edition} />
      <Pane title={form.words}>
        <div className="cols-2">
          <TextField name="zh" label={words.fields.zh} problem={problem} known={action?.zh} minLength={2} maxLength={120} />
          <TextField name="en" label={words.fields.en} problem={problem} known={action?.en} minLength={2} maxLength={240} />
          <TextField name="code" label={words.fields.code} problem={problem} known={action?.code ?? freeCode(data)} pattern="[A-Z]{1,3}\d{0,3}" maxLength={6} />
          <TextField name="no" type="number" min={1} max={999} label={words.fields.no} problem={problem} known={String(action?.no ?? nextNo)} />
        </div>
        {campaigns.length > 0 && <SelectField name="campaign" label={words.fields.campaign} problem={problem} known={String(action?.campaign ?? 0)} options={[{ value: '0', label: words.noCampaign }, ...campaigns.map((each) => ({ value: String(each.no), label: `${each.no} ${told(each, locale)}` }))]} />}
        <LongField name="aboutZh" label={words.fields.aboutZh} problem={problem} known={action?.about.zh} maxLength={1000} optional />
        <LongField name="aboutEn" label={words.fields.aboutEn} problem={problem} known={action?.about.en} maxLength={1600} optional />
      </Pane>
      <LeadRows {...{ data, problem }} known={known.leads} />
      <IndicatorRows {...{ data, problem }} known={known.indicators} />
      <TaskRows {...{ data, problem }} known={known.tasks} />
      <BudgetRows {...{ data, problem }} known={known.budgets} />
      <div className="dform-act rsave"><Button type="primary" htmlType="submit">{words.save}</Button><ButtonLink to={back}>{form.cancel}</ButtonLink></div>
    </Form>
  );
}

function freeCode({ nextNo, codes }: ActionToEdit): string {
  let no = nextNo;
  while (codes.includes(`A${String(no).padStart(2, '0')}`)) no += 1;
  return `A${String(no).padStart(2, '0')}`;
}

function LeadRows({ data: { departments, plan }, known, problem }: Props & { known: KnownRows['leads'] }) {
  const { leads, form } = useWords(cityActionWords);
  const locale = useLocale();
  const list = useRows('leads', known, problem);
  const options = departments.map((each) => ({ value: each.id, label: told(each, locale) }));
  return (
    <RowList title={leads.title} hint={form.leadsHint} add={form.addLead} list={list} blank={() => ({ department: '', role: list.rows.length === 0 ? 'lead' : 'co', from: plan.startsOn, until: '', isInferred: false })} nameOf={(row) => options.find(({ value }) => value === row.department)?.label ?? ''}>
      {(row, key, at) => {
        const field = (name: string) => ({ name: `leads.${at}.${name}`, wrong: list.wrongAt(key, name) });
        return (
          <>
            <CellPick label={form.department} {...field('department')} known={row.department} options={options} onPick={(department) => list.change(key, { department })} />
            <CellSelect label={form.role} {...field('role')} defaultValue={row.role} options={leadRoles.map((role) => ({ value: role, label: leads.roles[role] }))} />
            <CellInput type="date" label={form.from} {...field('from')} defaultValue={row.from} />
            <CellInput type="date" label={form.until} {...field('until')} defaultValue={row.until} />
            <label className="rcheck"><input type="checkbox" name={`leads.${at}.isInferred`} defaultChecked={row.isInferred} /> {form.inferred}</label>
          </>
        );
      }}
    </RowList>
  );
}

function TaskRows({ data: { plan }, known, problem }: Props & { known: KnownRows['tasks'] }) {
  const { tasks, form } = useWords(cityActionWords);
  const list = useRows('tasks', known, problem);
  return (
    <RowList title={tasks} hint={form.tasksHint} add={form.addTask} list={list} blank={() => ({ id: '', dueOn: plan.endsOn, zh: '', en: '' })}>
      {(row, key, at) => {
        const field = (name: string) => ({ name: `tasks.${at}.${name}`, wrong: list.wrongAt(key, name) });
        return (
          <>
            <input type="hidden" name={`tasks.${at}.id`} value={row.id} />
            <CellInput className="wide" label={form.taskZh} {...field('zh')} maxLength={120} defaultValue={row.zh} />
            <CellInput className="wide" label={form.taskEn} {...field('en')} maxLength={240} defaultValue={row.en} />
            <CellInput type="date" label={form.dueOn} {...field('dueOn')} min={plan.startsOn} max={plan.endsOn} defaultValue={row.dueOn} />
          </>
        );
      }}
    </RowList>
  );
}

function BudgetRows({ data: { years }, known, problem }: Props & { known: KnownRows['budgets'] }) {
  const { money, form } = useWords(cityActionWords);
  const list = useRows('budgets', known, problem);
  return (
    <RowList title={money.title} hint={form.budgetsHint} add={form.addBudget} list={list} blank={() => ({ year: String(years.find((year) => !list.rows.some(({ row }) => row.year === String(year))) ?? years[0]), amount: '', source: '' })}>
      {(row, key, at) => {
        const field = (name: string) => ({ name: `budgets.${at}.${name}`, wrong: list.wrongAt(key, name) });
        return (
          <>
            <CellSelect label={form.year} {...field('year')} defaultValue={row.year} options={years.map((year) => ({ value: String(year), label: String(year) }))} />
            <CellInput label={form.amount} {...field('amount')} inputMode="decimal" maxLength={16} autoComplete="off" defaultValue={row.amount} />
            <CellInput className="wide" label={form.source} {...field('source')} maxLength={120} defaultValue={row.source} />
          </>
        );
      }}
    </RowList>
  );
}
