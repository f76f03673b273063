import { Alert, Button } from 'antd';
import { Form, redirect } from 'react-router';
import { regionsFor } from '#app/domain/base/accounts/access.ts';
import { placeNames, regionPath } from '#app/domain/base/regions/read.ts';
import { findChildByNumber } from '#app/domain/children/identity/find-affected.ts';
import { liftHold, placeHold } from '#app/domain/children/retention/hold.ts';
import { HoldDeed } from '#app/domain/children/retention/input.ts';
import { holdGrounds, holdKinds, longestHoldDays, recordClasses } from '#app/domain/children/retention/model.ts';
import { listHolds } from '#app/domain/children/retention/read.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { retentionWords } from '#app/i18n/retention.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { beijingDay, shortDay } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { LongField, SelectField, TextField } from '#app/ui/desk/field.tsx';
import { FigureTable } from '#app/ui/desk/figure-table.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { PlaceField } from '../place-field.tsx';
import type { Route } from './+types/holds.ts';

export function loader({ context, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const rows = await listHolds(ctx);
    const place = await placeNames(ctx, rows.map(({ regionCode }) => regionCode));
    const own = regionsFor(ctx.actor, 'retention.keep')[0]!;
    return {
      path: own === '*' ? [] : await regionPath(ctx, own), isHeld: new URL(request.url).searchParams.has('held'),
      rows: rows.map(({ placedBy: _, ...row }) => ({ ...row, place: place(row.regionCode), placedOn: beijingDay(row.placedAt) })),
    };
  });
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, HoldDeed, async (input) => {
    if (input.deed === 'lift') await liftHold(ctx, input);
    else await placeHold(ctx, { ...input, subjectId: input.kind === 'child' ? await findChildByNumber(ctx, input.regionCode, input.subjectId ?? '') : input.subjectId });
    return redirect(`/desk/privacy/retention/holds${input.deed === 'lift' ? '' : '?held'}`);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 依法留存: what stays although it is over, and the form to place a hold. */
export default function LegalHolds({ loaderData: { path, rows, isHeld }, actionData: problem }: Route.ComponentProps) {
  const all = useWords(retentionWords);
  const words = all.holdPage;
  const locale = useLocale();
  const numbered = ({ subjectId }: { subjectId: string | null }) => (subjectId ? <code>{subjectId}</code> : null);
  return (
    <>
      <PageHead title={all.holds} lead={words.lead} crumbs={[{ label: all.title, to: '/desk/privacy/retention' }]} />
      {isHeld && !problem ? <Alert type="success" showIcon role="status" style={{ marginBottom: 16 }} title={words.held} /> : null}
      <ProblemAlert problem={problem} names={{ regionCode: all.region, kind: words.kind, recordClass: words.class, subjectId: words.subject, ground: words.ground, reason: all.reason, days: words.days }} />
      {rows.length === 0 ? <Pane><p>{words.none}</p></Pane> : (
        <Pane flush><FigureTable
          label={all.holds} rows={rows} keyOf={({ id }) => id}
          columns={[
            { name: 'what', title: words.columns.what, place: 'main', show: (row) => <><b>{words.kinds[row.kind]}{row.recordClass ? ` · ${all.classes[row.recordClass].name}` : ''}</b>{numbered(row)}<small>{row.place || all.nation}</small></> },
            { name: 'why', title: words.columns.why, place: 'wide', show: (row) => <>{words.grounds[row.ground]}<small>{row.reason}</small><small>{words.by(row.placedByName, shortDay(row.placedOn, locale))}</small></> },
            { name: 'until', title: words.columns.until, show: (row) => <span className="num">{shortDay(row.until, locale)}</span> },
            {
              name: 'state', title: words.columns.state, place: 'state', show: (row) => (
                <>
                  <StatusTag tone={row.stands ? 'now' : 'rest'}>{row.stands ? words.stands : words.over}</StatusTag>
                  {row.liftedAt ? <small>{words.lifted(row.liftedByName ?? '', row.liftReason)}</small> : null}
                  {row.stands && row.mayLift && row.isOwn ? <small>{words.liftedByOther}</small> : null}
                  {row.stands && row.mayLift && !row.isOwn ? (
                    <p><ConfirmButton label={words.lift} question={words.liftAsk} fields={{ deed: 'lift', id: row.id }} size="small">
                      <LongField name="reason" id={`lift-${row.id}`} label={all.reason} rows={2} minLength={10} maxLength={300} />
                    </ConfirmButton></p>
                  ) : null}
                </>
              ),
            },
          ]}
        /></Pane>
      )}
      <Pane title={words.place}>
        <Form method="post" key={rows.length}>
          <input type="hidden" name="deed" value="place" />
          <PlaceField label={all.region} hint={all.regionHint} path={path} problem={problem} none={all.nation} />
          <SelectField name="kind" label={words.kind} options={holdKinds.map((value) => ({ value, label: words.kinds[value] }))} problem={problem} />
          <SelectField name="recordClass" label={words.class} hint={words.classHint} optional options={recordClasses.map((value) => ({ value, label: all.classes[value].name }))} problem={problem} />
          <TextField name="subjectId" label={words.subject} hint={words.subjectHint} optional maxLength={300} problem={problem} />
          <SelectField name="ground" label={words.ground} options={holdGrounds.map((value) => ({ value, label: words.grounds[value] }))} problem={problem} />
          <LongField name="reason" label={all.reason} hint={words.reasonHint} rows={2} minLength={10} maxLength={300} problem={problem} />
          <TextField name="days" type="number" label={words.days} hint={words.daysHint} min={1} max={longestHoldDays} problem={problem} />
          <Button type="primary" htmlType="submit">{words.save}</Button>
        </Form>
      </Pane>
    </>
  );
}
