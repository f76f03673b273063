import { Alert, Button } from 'antd';
import { Form, Link, redirect } from 'react-router';
import { regionsFor } from '#app/domain/base/accounts/access.ts';
import { placeNames, regionPath } from '#app/domain/base/regions/read.ts';
import { HoursInput } from '#app/domain/children/incidents/input.ts';
import { hourBounds, type IncidentState } from '#app/domain/children/incidents/model.ts';
import { listIncidents } from '#app/domain/children/incidents/read.ts';
import { hoursOf, setHours } from '#app/domain/children/incidents/set-hours.ts';
import { incidentWords } from '#app/i18n/incidents.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { shortTime } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { TextField } from '#app/ui/desk/field.tsx';
import { FigureTable } from '#app/ui/desk/figure-table.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { StatusTag, type Tone } from '#app/ui/desk/status-tag.tsx';
import { PlaceField } from '../place-field.tsx';
import type { Route } from './+types/incidents.ts';

export const incidentTones: Record<IncidentState, Tone> = { reported: 'bad', contained: 'now', told: 'info', closed: 'good' };

export function loader({ context, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const rows = await listIncidents(ctx);
    const place = await placeNames(ctx, rows.map(({ regionCode }) => regionCode));
    const own = regionsFor(ctx.actor, 'incident.handle')[0];
    return {
      rows: rows.map(({ reportedBy: _, notice: __, ...row }) => ({ ...row, place: place(row.regionCode) })),
      hours: own ? await hoursOf(ctx, own) : null, path: own && own !== '*' ? await regionPath(ctx, own) : [], isSaved: new URL(request.url).searchParams.has('saved'),
    };
  });
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, HoursInput, async (input) => {
    await setHours(ctx, input);
    return redirect('/desk/privacy/incidents?saved');
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 安全事件清单, with the time limits of one's region. */
export default function Incidents({ loaderData: { rows, hours, path, isSaved }, actionData: problem }: Route.ComponentProps) {
  const words = useWords(incidentWords);
  const locale = useLocale();
  return (
    <>
      <PageHead title={words.title} lead={words.lead} actions={<ButtonLink type="primary" to="/desk/privacy/incidents/new">{words.report}</ButtonLink>} />
      {isSaved && !problem ? <Alert type="success" showIcon role="status" style={{ marginBottom: 16 }} title={words.hours.saved} /> : null}
      <ProblemAlert problem={problem} names={{ regionCode: words.form.region, authorityHours: words.hours.authorityHours, tellHours: words.hours.tellHours }} />
      {rows.length === 0 ? <Pane><p>{words.none}</p></Pane> : (
        <Pane flush><FigureTable
          label={words.title} rows={rows} keyOf={({ id }) => id}
          columns={[
            { name: 'what', title: words.columns.what, place: 'main', show: (row) => <><Link to={`/desk/privacy/incidents/${row.id}`}><b>{row.what.length > 40 ? `${row.what.slice(0, 40)}…` : row.what}</b></Link><small>{words.kinds[row.kind]}{row.isPossible ? ` · ${words.possible}` : ''} · {row.place || words.nation}</small></> },
            { name: 'found', title: words.columns.found, show: (row) => <span className="num">{shortTime(row.foundAt, locale)}</span> },
            { name: 'affected', title: words.columns.affected, show: (row) => <span className="num">{row.affected} / {row.told}</span> },
            { name: 'clocks', title: words.columns.clocks, place: 'wide', show: (row) => (row.late.length > 0 ? row.late.map((clock) => <StatusTag key={clock} tone="bad">{words.late[clock]}</StatusTag>) : '—') },
            { name: 'state', title: words.columns.state, place: 'state', show: (row) => <StatusTag tone={incidentTones[row.state]}>{words.states[row.state]}</StatusTag> },
          ]}
        /></Pane>
      )}
      {hours ? (
        <Pane><details className="limits" open={problem !== undefined}>
          <summary>{words.hours.title} <small>{words.hours.lead(hours.authorityHours, hours.tellHours)}</small></summary>
          <Form method="post" key={`${hours.authorityHours} ${hours.tellHours}`}>
            <PlaceField label={words.form.region} hint={words.form.regionHint} path={path} problem={problem} none={words.nation} />
            <TextField name="authorityHours" type="number" label={words.hours.authorityHours} known={String(hours.authorityHours)} min={hourBounds.authorityHours.least} max={hourBounds.authorityHours.most} problem={problem} />
            <TextField name="tellHours" type="number" label={words.hours.tellHours} known={String(hours.tellHours)} min={hourBounds.tellHours.least} max={hourBounds.tellHours.most} problem={problem} />
            <Button htmlType="submit">{words.hours.save}</Button>
          </Form>
        </details></Pane>
      ) : null}
    </>
  );
}
