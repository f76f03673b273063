import { Link } from 'react-router';
import { departmentInCockpit } from '#app/domain/city/cockpit/department.ts';
import { cockpitWords } from '#app/i18n/cockpit.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { shortDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { query } from '#app/platform/query.ts';
import { FigureTable } from '#app/ui/desk/figure-table.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { PrintButton } from '#app/ui/desk/print-button.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { told } from '../../public/plans/words.ts';
import { ChoosePlan } from './choose-plan.tsx';
import { Asked } from './cockpit.tsx';
import { Ended } from './ended.tsx';
import { cellClass, faceOf } from './heat.tsx';
import { shownDepartment } from './load-district.ts';
import { AlertLines } from './needs.tsx';
import { Numbers } from './numbers.tsx';
import { Sheets } from './sheets.tsx';
import { Standings } from './standings.tsx';
import type { Route } from './+types/department.ts';

export function loader({ request, context, params }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const view = await departmentInCockpit(ctx, params.id, query(request, Asked));
    return { plans: view.plans.map((plan) => ({ id: plan.id, name: told(plan, ctx.locale), place: plan.place })), page: shownDepartment(view, ctx.locale) };
  });
}

type Page = Route.ComponentProps['loaderData']['page'];

/** 一个部门在计划里. */
export default function DepartmentInCockpit({ loaderData: { plans, page } }: Route.ComponentProps) {
  const words = useWords(cockpitWords);
  const { plan, year, department, sums } = page;
  const { numbers } = words.department;
  return (
    <div className="cockpit">
      <PageHead
        crumbs={[{ label: words.title, to: `/desk/cockpit?plan=${plan.id}&year=${year}` }]} title={department.name} lead={words.department.lead(plan.name)}
        beside={<>{words.choose.yearOf(year)}{plan.isExample ? <span className="demo-figures">◇ {words.demo}</span> : null}</>} actions={<PrintButton>{words.print}</PrintButton>}
      />
      <ChoosePlan plans={plans} chosen={plan.id} years={page.years} year={year} />
      <Numbers items={[{ name: numbers.lead, value: page.actions.filter(({ role }) => role === 'lead').length }, { name: numbers.co, value: page.actions.filter(({ role }) => role === 'co').length }, { name: numbers.tasks, value: sums.tasks, isBad: sums.tasks > 0 }, ...(page.ended ? [] : [{ name: numbers.alerts, value: sums.alerts, isBad: sums.alerts > 0 }])]} />
      <Pane title={words.department.actions} flush><Actions page={page} /></Pane>
      <div className="cockcols">
        <div>
          <Pane title={words.department.figures} flush>{page.rows.length === 0 ? <p className="note in-pane">{words.department.noFigures}</p> : <Standings rows={page.rows} planId={plan.id} />}</Pane>
          <Pane title={words.department.tasks} flush><Tasks page={page} /></Pane>
          <div className="no-print">
            <Pane title={words.departments.title}><ul className="cockdeps">{page.others.map((each) => <li key={each.id}><Link to={`/desk/cockpit/departments/${each.id}?plan=${plan.id}&year=${year}`} {...(each.id === department.id ? { 'aria-current': 'page' as const } : {})}>{each.name}</Link></li>)}</ul></Pane>
          </div>
        </div>
        <div>
          {page.ended ? <Ended on={page.ended.on} planId={plan.id} /> : <Pane title={words.district.alerts} actions={sums.alerts > page.alerts.length ? <Link to={`/desk/warnings?department=${department.id}`}>{words.needs.alerts(sums.alerts)}</Link> : undefined} flush>{page.alerts.length === 0 ? <p className="note in-pane">{words.district.noAlerts}</p> : <AlertLines alerts={page.alerts} />}</Pane>}
          <Pane title={words.district.sheets}><Sheets rows={page.late} /></Pane>
        </div>
      </div>
    </div>
  );
}

function Actions({ page: { actions, plan } }: { page: Page }) {
  const words = useWords(cockpitWords);
  const { columns } = words.department;
  const en = useLocale() === 'en';
  if (actions.length === 0) return <p className="note in-pane">{words.department.noActions}</p>;
  return (
    <FigureTable
      label={words.department.actions} rows={actions} keyOf={({ code }) => code}
      columns={[
        { name: 'action', title: columns.action, place: 'main', show: (row) => <Link to={`/desk/plans/${plan.id}/actions/${row.code}`}>{row.code} {row.name}</Link> },
        { name: 'role', title: columns.role, show: (row) => (row.role === 'lead' ? words.department.leads : words.department.co) },
        { name: 'light', title: columns.light, place: 'state', show: (row) => <span className={`cockcell ${cellClass(row.cell)}`} {...faceOf(row.cell, words)} /> },
        { name: 'marks', title: columns.marks, show: (row) => (row.cell.marked ? `${row.cell.marked.done} / ${row.cell.marked.marks}` : '—') },
        { name: 'places', title: columns.places, show: (row) => (row.behindIn.length === 0 ? words.department.nowhere : row.behindIn.join(en ? ', ' : '、')) },
      ]}
    />
  );
}

function Tasks({ page: { tasks, plan } }: { page: Page }) {
  const words = useWords(cockpitWords);
  const { columns } = words.department;
  const locale = useLocale();
  if (tasks.length === 0) return <p className="note in-pane">{words.department.noTasks}</p>;
  return (
    <FigureTable
      label={words.department.tasks} rows={tasks} keyOf={({ id, action }) => `${action} ${id}`}
      columns={[
        { name: 'task', title: columns.task, place: 'main', show: (row) => <><Link to={`/desk/plans/${plan.id}/actions/${row.action}`}>{row.name}</Link><small>{row.action}</small></> },
        { name: 'due', title: columns.due, show: (row) => shortDay(row.dueOn, locale) },
        { name: 'state', title: columns.state, place: 'state', show: (row) => <StatusTag tone={row.isOverdue ? 'bad' : row.state === 'done' ? 'good' : 'rest'}>{words.taskStates[row.state]}{row.isOverdue ? ` · ${words.department.overdue}` : ''}</StatusTag> },
      ]}
    />
  );
}
