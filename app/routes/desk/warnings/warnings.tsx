import { Alert } from 'antd';
import { data, Link } from 'react-router';
import { mayAnywhere } from '#app/domain/base/accounts/access.ts';
import { actOnSeveral } from '#app/domain/city/early-warning/act-on-several.ts';
import { AlertsAsked, filterOf, SeveralInput } from '#app/domain/city/early-warning/input.ts';
import { listAlerts } from '#app/domain/city/early-warning/list-alerts.ts';
import { alertLevels, foldMark, outcomes, ruleCodes, shareOfReal } from '#app/domain/city/early-warning/model.ts';
import type { Definition } from '#app/domain/city/indicators/model.ts';
import { warningWords } from '#app/i18n/early-warning.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { shortDay } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { query } from '#app/platform/query.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { ExportButton } from '#app/ui/desk/export-button.tsx';
import { DayBox, KeysetTable, PickBox } from '#app/ui/desk/keyset-table.tsx';
import { PageHead } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { GroundSaid, LevelTag } from './level-tag.tsx';
import { CloseTogether, Takers, takers } from './several-deeds.tsx';
import type { Route } from './+types/warnings.ts';

export const tones = { open: 'now', answered: 'info', closed: 'good', ended: 'rest' } as const;
export function loader({ context, request }: Route.LoaderArgs) {
  const asked = query(request, AlertsAsked);
  const ctx = context.get(ctxKey);
  return show(async () => ({ asked, mayAssign: mayAnywhere(ctx.actor, 'warning.answer'), mayClose: mayAnywhere(ctx.actor, 'warning.close'), me: { id: ctx.actor.id, name: ctx.actor.name }, ...(await listAlerts(ctx, filterOf(asked))) }));
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, SeveralInput, async (input) => data(await actOnSeveral(ctx, input, filterOf(query(request, AlertsAsked)))));
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 监测预警: what waits, what is late, how often the rules were right, and the alerts. */
export default function Warnings({ loaderData, actionData }: Route.ComponentProps) {
  const { asked, page, sums, judged, measuresDue, departments, districts, mayAssign, path, today, opened } = loaderData;
  const words = useWords(warningWords);
  const locale = useLocale();
  const en = locale === 'en';
  const department = (id: string) => departments.find((each) => each.id === id)?.[en ? 'en' : 'zh'] ?? id;
  const day = (said: string) => shortDay(said, locale);
  const filters = Object.entries({ level: asked.level, department: asked.department, owner: asked.owner, from: asked.from, until: asked.until }).flatMap(([name, value]) => (value ? [`&${name}=${value}`] : [])).join('');
  const kept = `${filters}${asked.rule ? `&rule=${asked.rule}` : ''}${asked.region ? `&region=${asked.region}` : ''}${asked.silent ? `&silent=${asked.silent}` : ''}`;
  const problem = actionData && !('done' in actionData) ? actionData : undefined;
  const result = actionData && 'done' in actionData ? actionData : undefined;
  const places = districts.map(({ code, name }) => ({ value: code, label: name || code }));
  const chosen = path.at(-1);
  if (chosen && !places.some(({ value }) => value === chosen.code)) places.unshift({ value: chosen.code, label: chosen.name });
  const canTake = mayAssign && asked.state === 'open' && page.rows.length > 0;
  const isOver = asked.state !== 'open' && asked.state !== 'answered';
  const awaited = asked.state === 'closed' && asked.measure !== undefined;
  const came = asked.outcome ? `&outcome=${asked.outcome}` : '';
  const tab = (state: typeof asked.state, count?: number) => ({ label: state === 'all' ? words.all : state === 'ended' ? words.endedTab : words.states[state], to: `/desk/warnings?state=${state}${kept}${state === 'open' || state === 'answered' ? '' : came}`, isHere: asked.state === state && !asked.measure, ...(count === undefined || opened ? {} : { count }) });
  type Row = (typeof page.rows)[number];
  const nameOf = (row: Row) => (row.silence ? row.state === 'ended' ? words.silence.over(row.silence.place || words.nation, row.many) : words.silence.line(row.silence.place || words.nation, row.many, row.silence.days) : `${row.place || words.nation} · ${en ? row.en : row.zh}`);
  return (
    <div className="warnings">
      {opened ? <PageHead crumbs={[{ label: words.title, to: '/desk/warnings' }]} title={words.silence.title(opened.place || words.nation)} lead={words.silence.lead} actions={<ExportButton list="alerts" />} />
        : <PageHead title={words.title} lead={words.lead} actions={<><ExportButton list="alerts" /><ButtonLink to="/desk/warnings/rules">{words.allRules}</ButtonLink></>} />}
      {!opened && (
        <dl className="kpis">
          <Sum name={words.sums.waiting} figure={sums.open} note={words.sums.soon(sums.soon)} />
          <Sum name={words.sums.late} figure={sums.late} note={sums.late > 0 ? words.sums.lateWhy : words.sums.noneLate} isBad={sums.late > 0} />
          <Sum name={words.sums.red} figure={sums.red} note={words.sums.redWhy} />
          <div className="pane"><dt>{words.sums.precision}</dt><dd>{shareOfReal(judged) === null ? '—' : `${shareOfReal(judged)}%`}</dd><dd className="s">{judged.judged === 0 ? words.sums.unjudged : words.sums.share(judged.real, judged.judged)}</dd></div>
        </dl>
      )}
      <ProblemAlert problem={problem} names={{ id: words.several.which, ownerId: words.alert.assignTo, reason: words.alert.reason, measure: words.alert.measure, measureBy: words.alert.measureBy, words: words.alert.note }} />
      {result && <Alert role="status" showIcon type={Object.keys(result.refused).length > 0 ? 'warning' : 'success'} title={words.several.done[result.deed](result.done)} description={Object.entries(result.refused).map(([code, many]) => <p key={code}>{words.several.refused(many)}{refusalSentence(code, locale)}</p>)} style={{ marginBottom: 16 }} />}
      {canTake && opened && <Takers data={loaderData} isOpened problem={problem} />}
      {opened && asked.state === 'answered' && loaderData.mayClose && <CloseTogether rows={page.rows} />}
      <KeysetTable
        page={page} {...(loaderData.found === null ? {} : { note: words.found(loaderData.found, asked.state === 'ended' && !opened) })} above={canTake && !opened ? <Takers data={loaderData} isOpened={false} problem={problem} /> : undefined} empty={{ text: kept === '' && (asked.state === 'open' || asked.state === 'answered') ? words.noneWaiting[asked.state] : words.none }} tabs={[tab('open', sums.open), tab('answered', sums.answered), tab('closed'), { label: words.measure.due, to: `/desk/warnings?state=closed&measure=due${asked.region ? `&region=${asked.region}` : ''}`, isHere: awaited, count: measuresDue }, tab('ended'), tab('all')]}
        filters={
          <>
            <input type="hidden" name="state" value={asked.state} />
            {awaited ? <input type="hidden" name="measure" value={asked.measure} /> : null}
            {opened ? <input type="hidden" name="silent" value={opened.code} /> : <PickBox name="region" label={words.filters.region} value={asked.region} options={places} />}
            <PickBox name="department" label={words.alert.facts.department} value={asked.department} options={departments.map((each) => ({ value: each.id, label: en ? each.en : each.zh }))} />
            <PickBox name="owner" label={words.alert.assignTo} value={asked.owner} options={[{ value: 'mine', label: words.filters.mine }, { value: 'nobody', label: words.alert.noOwner }]} />
            <PickBox name="level" label={words.filters.level} value={asked.level} options={alertLevels.map((level) => ({ value: level, label: words.levels[level] }))} />
            {!opened && <PickBox name="rule" label={words.filters.rule} value={asked.rule} options={ruleCodes.map((rule) => ({ value: rule, label: words.rules[rule].name }))} />}
            {isOver && !awaited && <PickBox name="outcome" label={words.filters.outcome} value={asked.outcome} options={outcomes.map((outcome) => ({ value: outcome, label: words.outcomes[outcome] }))} />}
            <DayBox name="from" label={words.filters.from} value={asked.from} />
            <DayBox name="until" label={words.filters.until} value={asked.until} />
          </>
        }
        columns={[
          ...(canTake ? [{ name: 'pick', title: words.several.pick, show: (row: Row) => <input type="checkbox" form={takers} name="id[]" value={row.silence ? `${foldMark}${row.silence.code}` : row.id} defaultChecked={opened !== null} aria-label={words.several.one(nameOf(row))} /> }] : []),
          { name: 'level', title: words.columns.level, place: 'state', show: (row) => <LevelTag level={row.level} isOver={row.state === 'closed' || row.state === 'ended'} /> },
          { name: 'what', title: words.columns.what, place: 'main', show: (row) => (row.silence
            ? <><Link to={`/desk/warnings?state=${row.state}&silent=${row.silence.code}${filters}${came}`}>{nameOf(row)}</Link><small>{words.silence.open[row.state === 'answered' || row.state === 'ended' ? row.state : 'open']}</small></>
            : <><Link to={`/desk/warnings/${row.id}`}>{nameOf(row)}</Link><small>{words.rules[row.rule].name}{en ? ': ' : '：'}<GroundSaid rule={row.rule} ground={row.ground} unit={row.unit as Definition['unit']} /></small></>) },
          { name: 'owner', title: words.columns.owner, place: 'wide', show: (row) => (row.silence ? (row.state === 'ended' ? '—' : words.silence.owners(row.unowned)) : words.owner(department(row.department), row.ownerName)) },
          awaited ? { name: 'due', title: words.alert.measureBy, place: 'wide' as const, show: (row: Row) => (row.measureBy ? <span className="late">{day(row.measureBy)}</span> : '—') } : { name: 'due', title: asked.state === 'closed' || asked.state === 'ended' ? words.columns.over : words.columns.due, place: 'wide', show: (row) => (row.state === 'open' ? (row.dueOn < today ? <span className="late">{words.late(day(row.dueOn))}</span> : words.due(day(row.dueOn))) : row.endedOn ? (asked.state === 'closed' || asked.state === 'ended' ? day(row.endedOn) : words.over(day(row.endedOn))) : '—') },
          { name: 'state', title: words.columns.state, show: (row) => <><StatusTag tone={tones[row.state]}>{row.isUnwatched && row.state === 'ended' ? words.unwatched : words.states[row.state]}</StatusTag>{row.verdict && <small>{words.alert.verdicts[row.verdict]}</small>}</> },
        ]}
      />
    </div>
  );
}

function Sum({ name, figure, note, isBad }: { name: string; figure: number; note: string; isBad?: boolean }) {
  const { items } = useWords(warningWords);
  return <div className="pane"><dt>{name}</dt><dd>{figure} <small>{items}</small></dd><dd className="s">{isBad ? <span className="late">{note}</span> : note}</dd></div>;
}
