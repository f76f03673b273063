import { Alert, Button } from 'antd';
import { data, Form, Link } from 'react-router';
import { z } from 'zod';
import { mayAnywhere } from '#app/domain/base/accounts/access.ts';
import { assignOwner } from '#app/domain/city/early-warning/assign-owner.ts';
import { listAlerts } from '#app/domain/city/early-warning/at-desk.ts';
import { alertLevels, alertStates, ruleCodes } from '#app/domain/city/early-warning/model.ts';
import type { Definition } from '#app/domain/city/indicators/model.ts';
import { warningWords } from '#app/i18n/early-warning.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { shortDay } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { cursorInput, query } from '#app/platform/query.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { KeysetTable, PickBox } from '#app/ui/desk/keyset-table.tsx';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { GroundSaid, LevelTag } from './level-tag.tsx';
import type { Route } from './+types/warnings.ts';

const Asked = z.object({ ...cursorInput, state: z.enum([...alertStates, 'all']).default('open'), level: z.enum(alertLevels).optional(), rule: z.enum(ruleCodes).optional(), region: z.string().regex(/^\d{2,6}$/).optional(), department: z.string().max(60).optional(), owner: z.enum(['mine', 'nobody']).optional() });
const several = 'several';
export const tones = { open: 'now', answered: 'info', closed: 'good', ended: 'rest' } as const;

export function loader({ context, request }: Route.LoaderArgs) {
  const asked = query(request, Asked);
  const ctx = context.get(ctxKey);
  return show(async () => ({ asked, mayAssign: mayAnywhere(ctx.actor, 'warning.answer'), me: { id: ctx.actor.id, name: ctx.actor.name }, ...(await listAlerts(ctx, { ...asked, state: asked.state === 'all' ? undefined : asked.state })) }));
}

const Several = z.object({ ownerId: z.string().min(1).max(64), id: z.array(z.string().max(64)).min(1).max(50) });

/** 几条一起定人: each by itself, so that one that is refused does not hold back the others. */
export function action({ context, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, Several, async ({ ownerId, id: ids }) => {
    const refused: Record<string, number> = {};
    let done = 0;
    for (const id of new Set(ids)) {
      try {
        await assignOwner(ctx, id, { ownerId });
        done += 1;
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        refused[error.code] = (refused[error.code] ?? 0) + 1;
      }
    }
    return data({ done, refused });
  });
}

/** 监测预警: what waits, what is late, how often the rules were right, and the alerts. */
export default function Warnings({ loaderData: { asked, page, sums, judged, departments, districts, people, mayAssign, me, path, today }, actionData }: Route.ComponentProps) {
  const words = useWords(warningWords);
  const locale = useLocale();
  const en = locale === 'en';
  const department = (id: string) => departments.find((each) => each.id === id)?.[en ? 'en' : 'zh'] ?? id;
  const day = (said: string) => shortDay(said, locale);
  const kept = Object.entries({ level: asked.level, rule: asked.rule, region: asked.region, department: asked.department, owner: asked.owner }).flatMap(([name, value]) => (value ? [`&${name}=${value}`] : [])).join('');
  const problem = actionData && !('done' in actionData) ? actionData : undefined;
  const result = actionData && 'done' in actionData ? actionData : undefined;
  const places = districts.map(({ code, name }) => ({ value: code, label: name || code }));
  const chosen = path.at(-1);
  if (chosen && !places.some(({ value }) => value === chosen.code)) places.unshift({ value: chosen.code, label: chosen.name });
  const canTake = mayAssign && asked.state === 'open' && page.rows.length > 0;
  const tab = (state: typeof asked.state, count?: number) => ({ label: state === 'all' ? words.all : words.states[state], to: `/desk/warnings?state=${state}${kept}`, isHere: asked.state === state, ...(count === undefined ? {} : { count }) });
  return (
    <>
      <PageHead title={words.title} lead={words.lead} actions={<ButtonLink to="/desk/warnings/rules">{words.allRules}</ButtonLink>} />
      <dl className="kpis">
        <Sum name={words.sums.waiting} figure={sums.open} note={words.sums.soon(sums.soon)} />
        <Sum name={words.sums.late} figure={sums.late} note={words.sums.lateWhy} isBad={sums.late > 0} />
        <Sum name={words.sums.red} figure={sums.red} note={words.sums.redWhy} />
        <div className="pane"><dt>{words.sums.precision}</dt><dd>{judged.judged === 0 ? '—' : `${Math.round((100 * judged.real) / judged.judged)}%`}</dd><dd className="s">{judged.judged === 0 ? words.sums.unjudged : words.sums.share(judged.real, judged.judged)}</dd></div>
      </dl>
      <ProblemAlert problem={problem} names={{ id: words.several.which, ownerId: words.alert.assignTo }} />
      {result && <Alert role="status" showIcon type={Object.keys(result.refused).length > 0 ? 'warning' : 'success'} title={words.several.done(result.done)} description={Object.entries(result.refused).map(([code, many]) => <p key={code}>{words.several.refused(many)}{refusalSentence(code, locale)}</p>)} style={{ marginBottom: 16 }} />}
      {canTake && (
        <Form method="post" id={several} className="fil" aria-label={words.several.title}>
          <span>{words.several.title}</span>
          <label>{words.alert.assignTo} <select className="dctl" name="ownerId" defaultValue={me.id}><option value={me.id}>{words.several.me(me.name)}</option>{people.filter(({ id }) => id !== me.id).map(({ id, name }) => <option key={id} value={id}>{name}</option>)}</select></label>
          <Button htmlType="submit">{words.alert.assign}</Button>
          {!asked.region && <span className="note">{words.several.others}</span>}
        </Form>
      )}
      <KeysetTable
        page={page} empty={{ text: words.none }} tabs={[tab('open', sums.open), tab('answered', sums.answered), tab('closed'), tab('ended'), tab('all')]}
        filters={
          <>
            <input type="hidden" name="state" value={asked.state} />
            <PickBox name="region" label={words.filters.region} value={asked.region} options={places} />
            <PickBox name="department" label={words.alert.facts.department} value={asked.department} options={departments.map((each) => ({ value: each.id, label: en ? each.en : each.zh }))} />
            <PickBox name="owner" label={words.alert.assignTo} value={asked.owner} options={[{ value: 'mine', label: words.filters.mine }, { value: 'nobody', label: words.alert.noOwner }]} />
            <PickBox name="level" label={words.filters.level} value={asked.level} options={alertLevels.map((level) => ({ value: level, label: words.levels[level] }))} />
            <PickBox name="rule" label={words.filters.rule} value={asked.rule} options={ruleCodes.map((rule) => ({ value: rule, label: words.rules[rule].name }))} />
          </>
        }
        columns={[
          ...(canTake ? [{ name: 'pick', title: words.several.pick, show: (row: (typeof page.rows)[number]) => <input type="checkbox" form={several} name="id[]" value={row.id} aria-label={words.several.one(`${row.place || words.nation} · ${en ? row.en : row.zh}`)} /> }] : []),
          { name: 'level', title: words.columns.level, place: 'state', show: (row) => <LevelTag level={row.level} /> },
          { name: 'what', title: words.columns.what, place: 'main', show: (row) => <><Link to={`/desk/warnings/${row.id}`}>{row.place || words.nation} · {en ? row.en : row.zh}</Link><small>{words.rules[row.rule].name}{en ? ': ' : '：'}<GroundSaid rule={row.rule} ground={row.ground} unit={row.unit as Definition['unit']} /></small></> },
          { name: 'owner', title: words.columns.owner, place: 'wide', show: (row) => words.owner(department(row.department), row.ownerName) },
          { name: 'due', title: words.columns.due, place: 'wide', show: (row) => (row.state === 'open' ? (row.dueOn < today ? <span className="late">{words.late(day(row.dueOn))}</span> : words.due(day(row.dueOn))) : row.endedOn ? words.over(day(row.endedOn)) : '—') },
          { name: 'state', title: words.columns.state, show: (row) => <><StatusTag tone={tones[row.state]}>{words.states[row.state]}</StatusTag>{row.verdict && <small>{words.alert.verdicts[row.verdict]}</small>}</> },
        ]}
      />
    </>
  );
}

function Sum({ name, figure, note, isBad }: { name: string; figure: number; note: string; isBad?: boolean }) {
  const { items } = useWords(warningWords);
  return <div className="pane"><dt>{name}</dt><dd>{figure} <small>{items}</small></dd><dd className="s">{isBad ? <span className="late">{note}</span> : note}</dd></div>;
}
