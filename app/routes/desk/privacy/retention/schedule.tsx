import { Alert, Button } from 'antd';
import { Form, redirect } from 'react-router';
import { allowAnywhere, regionsFor } from '#app/domain/base/accounts/access.ts';
import { contains } from '#app/domain/base/regions/model.ts';
import { placeNames, regionPath } from '#app/domain/base/regions/read.ts';
import { PeriodInput } from '#app/domain/children/retention/input.ts';
import { recordClasses } from '#app/domain/children/retention/model.ts';
import { getSchedule } from '#app/domain/children/retention/read.ts';
import { setPeriod } from '#app/domain/children/retention/schedule.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { retentionWords } from '#app/i18n/retention.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { beijingDay, shortDay } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { ButtonLink } from '#app/ui/desk/button-link.tsx';
import { LongField, SelectField, TextField } from '#app/ui/desk/field.tsx';
import { FigureTable } from '#app/ui/desk/figure-table.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { RegionFilter } from '#app/ui/desk/region-filter.tsx';
import { PlaceField } from '../place-field.tsx';
import type { Route } from './+types/schedule.ts';

export function loader({ context, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const asked = new URL(request.url).searchParams;
  return show(async () => {
    allowAnywhere(ctx, 'retention.keep');
    const own = regionsFor(ctx.actor, 'retention.keep');
    const wanted = asked.get('region') || '';
    const region = own.some((code) => wanted && contains(code, wanted)) ? wanted : own[0]!;
    const { periods, below, history, version } = await getSchedule(ctx, region);
    const place = await placeNames(ctx, [...periods.flatMap(({ from }) => from?.regionCode ?? []), ...below.map((one) => one.regionCode), ...history.map((one) => one.regionCode)]);
    const named = <T extends { regionCode: string; setAt: Date }>(one: T) => ({ ...one, place: place(one.regionCode), day: beijingDay(one.setAt) });
    return { version, path: region === '*' ? [] : await regionPath(ctx, region), periods: periods.map((one) => ({ ...one, from: one.from && named(one.from) })), below: below.map(named), history: history.map(named), isChanged: asked.has('changed') };
  });
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, PeriodInput, async (input) => {
    await setPeriod(ctx, input);
    return redirect(`/desk/privacy/retention?changed${input.regionCode === '*' ? '' : `&region=${input.regionCode}`}`);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 保存期限表: what is kept for how long here, who said so, and the form to say otherwise. */
export default function RetentionSchedule({ loaderData: { version, path, periods, below, history, isChanged }, actionData: problem }: Route.ComponentProps) {
  const words = useWords(retentionWords);
  const locale = useLocale();
  const units = Object.fromEntries(periods.map(({ recordClass, unit }) => [recordClass, unit]));
  const said = (one: (typeof history)[number]) => words.line(one.place || words.nation, words.classes[one.recordClass].name, words.span(one.amount, units[one.recordClass]!));
  return (
    <>
      <PageHead
        title={words.title} lead={words.lead} beside={words.version(version)}
        actions={<><ButtonLink to="/desk/privacy/retention/holds">{words.holds}</ButtonLink><ButtonLink to="/desk/privacy/retention/runs">{words.runs}</ButtonLink></>}
      />
      {isChanged && !problem ? <Alert type="success" showIcon role="status" style={{ marginBottom: 16 }} title={words.changed} /> : null}
      <ProblemAlert problem={problem} names={{ regionCode: words.region, recordClass: words.columns.class, amount: words.amount, reason: words.reason }} />
      <Form method="get" className="fil">
        <div className="fil-item">{words.place}<RegionFilter path={path} none={words.nation} /></div>
        <Button htmlType="submit">{words.show}</Button>
      </Form>
      <Pane flush><FigureTable
        label={words.title} rows={periods} keyOf={({ recordClass }) => recordClass}
        columns={[
          { name: 'class', title: words.columns.class, place: 'main', show: (row) => <><b>{words.classes[row.recordClass].name}</b><small>{words.classes[row.recordClass].from}</small></> },
          { name: 'period', title: words.columns.period, show: (row) => <b className="num">{words.span(row.amount, row.unit)}</b> },
          { name: 'bounds', title: words.columns.bounds, show: (row) => <span className="num">{words.bounds(row.least, row.most, row.unit)}</span> },
          { name: 'deed', title: words.columns.deed, show: (row) => words.deeds[row.deed] },
          { name: 'law', title: words.columns.law, place: 'wide', show: (row) => words.laws[row.recordClass] },
          { name: 'set', title: words.columns.set, place: 'wide', show: (row) => (row.from ? <>{words.setBy(row.from.place || words.nation, row.from.setByName, shortDay(row.from.day, locale))}<small>{row.from.reason}</small></> : words.usual) },
        ]}
      /></Pane>
      <div className="split apart">
        <Pane title={words.change} note={words.changeLead}>
          <Form method="post" key={version}>
            <PlaceField label={words.region} hint={words.regionHint} path={path} problem={problem} none={words.nation} />
            <SelectField name="recordClass" label={words.columns.class} options={recordClasses.map((value) => ({ value, label: words.classes[value].name }))} problem={problem} />
            <TextField name="amount" type="number" label={words.amount} hint={words.amountHint} problem={problem} />
            <LongField name="reason" label={words.reason} rows={2} minLength={10} maxLength={300} problem={problem} />
            <Button type="primary" htmlType="submit">{words.save}</Button>
          </Form>
        </Pane>
        <div>
          {below.length > 0 ? <Pane title={words.below}><ul>{below.map((one) => <li key={one.version}>{said(one)}</li>)}</ul></Pane> : null}
          <Pane title={words.history}>
            {history.length === 0 ? <p>{words.noHistory}</p> : <ul>{history.map((one) => <li key={one.version}><b>{said(one)}</b><br />{one.reason}<br /><small>{one.setByName} · {shortDay(one.day, locale)} · {words.version(one.version)}</small></li>)}</ul>}
          </Pane>
        </div>
      </div>
    </>
  );
}
