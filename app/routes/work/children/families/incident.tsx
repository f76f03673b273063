import { redirect } from 'react-router';
import { allow } from '#app/domain/base/accounts/access.ts';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { IncidentInput } from '#app/domain/children/incidents/input.ts';
import { dataKinds, incidentKinds } from '#app/domain/children/incidents/model.ts';
import { listIncidents } from '#app/domain/children/incidents/read.ts';
import { reportIncident } from '#app/domain/children/incidents/report-incident.ts';
import { familiesWords } from '#app/i18n/families.ts';
import { incidentWords } from '#app/i18n/incidents.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingTime, shortTime } from '#app/platform/dates.ts';
import { answer, type Problem, show } from '#app/platform/http.ts';
import { Trouble } from '#app/routes/account/form-parts.tsx';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Button } from '#app/ui/light/button.tsx';
import { ChoiceField, SelectField } from '#app/ui/light/choice-field.tsx';
import { Callout } from '#app/ui/light/section.tsx';
import { LongTextField, TextField } from '#app/ui/light/text-field.tsx';
import { ChildrenHead } from '../children-head.tsx';
import type { Route } from './+types/incident.ts';

export function loader({ params, request, context }: Route.LoaderArgs) {
  const ctx = signedIn(context.get(ctxKey), request);
  return show(async () => {
    const place = await workPlace(ctx, params.code);
    allow(ctx, 'incident.report', { regionCode: place.code });
    const rows = (await listIncidents(ctx)).filter(({ reportedBy, regionCode }) => reportedBy === ctx.actor.id && regionCode === place.code);
    return {
      place, me: ctx.actor.name, now: beijingTime(ctx.now).slice(0, 16).replace(' ', 'T'), isSent: new URL(request.url).searchParams.get('news') === 'sent',
      rows: rows.map(({ id, what, kind, state, reportedAt }) => ({ id, what, kind, state, at: shortTime(reportedAt, ctx.locale) })),
    };
  });
}

export function action({ params, request, context }: Route.ActionArgs) {
  const ctx = signedIn(context.get(ctxKey), request);
  return answer(ctx, request, IncidentInput, async (input) => {
    await reportIncident(ctx, { ...input, regionCode: params.code });
    return redirect(`/work/${params.code}/children/families/incident?news=sent`);
  });
}

/** 报告信息安全事件, from the community: the shortest form there is; handling it is the office's. */
export default function ReportIncidentPage({ loaderData: { place, me, now, isSent, rows }, actionData }: Route.ComponentProps) {
  const all = useWords(incidentWords);
  const { field, card } = useWords(familiesWords);
  const { work: words, form } = all;
  const problem = actionData as Problem | undefined;
  const of = (name: string) => ({ words: field, required: true, error: problem?.fields?.[name]?.join(' '), defaultValue: typeof problem?.given?.[name] === 'string' ? problem.given[name] : undefined });
  return (
    <>
      <PageTitle title={words.title} />
      <ChildrenHead place={place} here="families" title={words.title} lead={words.lead} />
      <div className="wrap body stacked families">
        {isSent ? <Callout kind="ok">{words.sent}</Callout> : null}
        <Trouble problem={problem} names={{ kind: form.kind, isPossible: form.isPossible, what: form.what, cause: form.cause, touched: form.touched, dataKinds: form.dataKinds, foundAt: form.foundAt, foundByName: form.foundByName }} />
        <form method="post" className="card">
          <input type="hidden" name="regionCode" value={place.code} />
          <LongTextField id="what" rows={3} label={form.what} hint={form.whatHint} {...of('what')} input={{ maxLength: 2000 }} />
          <SelectField id="kind" label={form.kind} {...of('kind')} blank={card.choose} choices={incidentKinds.map((value) => ({ value, label: all.kinds[value] }))} />
          <SelectField id="isPossible" label={form.isPossible} {...of('isPossible')} blank={card.choose} choices={[{ value: 'no', label: form.no }, { value: 'yes', label: form.yes }]} />
          <LongTextField id="cause" rows={2} label={form.cause} hint={form.causeHint} {...of('cause')} input={{ maxLength: 1000 }} />
          <LongTextField id="touched" rows={2} label={form.touched} {...of('touched')} input={{ maxLength: 1000 }} />
          <ChoiceField id="dataKinds" name="dataKinds[]" multiple label={form.dataKinds} words={field} required error={problem?.fields?.dataKinds?.join(' ')} choices={dataKinds.map((value) => ({ value, label: all.dataKinds[value] }))} />
          <TextField id="foundAt" label={form.foundAt} {...of('foundAt')} defaultValue={of('foundAt').defaultValue ?? now} input={{ type: 'datetime-local', max: now }} />
          <TextField id="foundByName" label={form.foundByName} {...of('foundByName')} defaultValue={of('foundByName').defaultValue ?? me} input={{ maxLength: 60 }} />
          <Button>{form.save}</Button>
        </form>
        <section>
          <h2>{words.mine}</h2>
          {rows.length === 0 ? <p>{words.none}</p> : <ul>{rows.map((row) => <li key={row.id}><b>{all.kinds[row.kind]}</b> {row.what} <span className="muted small">{row.at} · {all.states[row.state]}</span></li>)}</ul>}
        </section>
      </div>
    </>
  );
}
