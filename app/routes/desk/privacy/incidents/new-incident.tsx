import { Button } from 'antd';
import { Form, redirect } from 'react-router';
import { allowAnywhere, regionsFor } from '#app/domain/base/accounts/access.ts';
import { regionPath } from '#app/domain/base/regions/read.ts';
import { IncidentInput } from '#app/domain/children/incidents/input.ts';
import { dataKinds, incidentKinds } from '#app/domain/children/incidents/model.ts';
import { reportIncident } from '#app/domain/children/incidents/report-incident.ts';
import { incidentWords } from '#app/i18n/incidents.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { LongField, SelectField, TextField } from '#app/ui/desk/field.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { PlaceField } from '../place-field.tsx';
import { Ticks } from '../ticks.tsx';
import type { Route } from './+types/new-incident.ts';

export function loader({ context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    allowAnywhere(ctx, 'incident.report');
    const own = regionsFor(ctx.actor, 'incident.report')[0]!;
    return { path: own === '*' ? [] : await regionPath(ctx, own), now: beijingTime(ctx.now).slice(0, 16).replace(' ', 'T'), me: ctx.actor.name };
  });
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, IncidentInput, async (input) => redirect(`/desk/privacy/incidents/${await reportIncident(ctx, input)}`));
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 报告事件. */
export default function NewIncident({ loaderData: { path, now, me }, actionData: problem }: Route.ComponentProps) {
  const words = useWords(incidentWords);
  const { form } = words;
  return (
    <>
      <PageHead title={words.report} lead={form.lead} crumbs={[{ label: words.title, to: '/desk/privacy/incidents' }]} />
      <ProblemAlert problem={problem} names={{ regionCode: form.region, kind: form.kind, isPossible: form.isPossible, what: form.what, cause: form.cause, touched: form.touched, dataKinds: form.dataKinds, foundAt: form.foundAt, foundByName: form.foundByName }} />
      <Pane>
        <Form method="post">
          <PlaceField label={form.region} hint={form.regionHint} path={path} problem={problem} none={words.nation} />
          <SelectField name="kind" label={form.kind} options={incidentKinds.map((value) => ({ value, label: words.kinds[value] }))} problem={problem} />
          <SelectField name="isPossible" label={form.isPossible} options={[{ value: 'no', label: form.no }, { value: 'yes', label: form.yes }]} problem={problem} />
          <LongField name="what" label={form.what} hint={form.whatHint} rows={3} minLength={4} maxLength={2000} problem={problem} />
          <LongField name="cause" label={form.cause} hint={form.causeHint} rows={2} minLength={4} maxLength={1000} problem={problem} />
          <LongField name="touched" label={form.touched} rows={2} minLength={4} maxLength={1000} problem={problem} />
          <Ticks name="dataKinds" label={form.dataKinds} options={dataKinds.map((value) => ({ value, label: words.dataKinds[value] }))} problem={problem} />
          <TextField name="foundAt" type="datetime-local" label={form.foundAt} known={now} max={now} problem={problem} />
          <TextField name="foundByName" label={form.foundByName} known={me} maxLength={60} problem={problem} />
          <Button type="primary" htmlType="submit">{form.save}</Button>
        </Form>
      </Pane>
    </>
  );
}
