import { Button } from 'antd';
import { Form, redirect } from 'react-router';
import { z } from 'zod';
import { allowAnywhere } from '#app/domain/base/accounts/access.ts';
import { regionPath } from '#app/domain/base/regions/read.ts';
import { ownPlace } from '#app/domain/children/compliance/read.ts';
import { dataKinds } from '#app/domain/children/impact-assessments/model.ts';
import { ShareInput } from '#app/domain/children/sharing/input.ts';
import { articles, shareBases } from '#app/domain/children/sharing/model.ts';
import { openPartners } from '#app/domain/children/sharing/read.ts';
import { enterShare } from '#app/domain/children/sharing/record-share.ts';
import { impactWords } from '#app/i18n/impact.ts';
import { useWords } from '#app/i18n/pair.ts';
import { sharingWords } from '#app/i18n/sharing.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { query } from '#app/platform/query.ts';
import { LongField, SelectField, TextField } from '#app/ui/desk/field.tsx';
import { PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { PlaceField } from './place-field.tsx';
import { Ticks } from './ticks.tsx';
import type { Route } from './+types/new-share.ts';

/** A child's own page leads here with the child in the address. */
const Asked = z.object({ region: z.string().regex(/^\d{6,12}$/).optional(), child: z.uuid().optional() });

export function loader({ context, request }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    allowAnywhere(ctx, 'sharing.record');
    const { region, child } = query(request, Asked);
    return { partners: await openPartners(ctx), path: await regionPath(ctx, region ?? ownPlace(ctx)), today: beijingDay(ctx.now), child };
  });
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, ShareInput, async (input) => redirect(`/desk/privacy/shares/${await enterShare(ctx, input)}`));
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 登记一次提供. */
export default function NewShare({ loaderData: { partners, path, today, child }, actionData: problem }: Route.ComponentProps) {
  const all = useWords(sharingWords);
  const words = all.shares;
  const { fields, hints } = words;
  const { dataKinds: kinds } = useWords(impactWords);
  return (
    <>
      <PageHead title={words.new} crumbs={[{ label: words.title, to: '/desk/privacy/shares' }]} />
      <ProblemAlert problem={problem} names={fields} />
      <Pane>
        <Form method="post">
          <PlaceField label={fields.region} hint={hints.region} path={path} problem={problem} />
          <SelectField name="partnerId" label={fields.partner} hint={hints.partner} optional problem={problem} options={partners.map(({ id, name, kind }) => ({ value: id, label: `${name} · ${all.kinds[kind]}` }))} />
          <TextField name="receiver" label={fields.receiver} hint={hints.receiver} optional maxLength={80} problem={problem} />
          <Ticks name="fields" label={fields.fields} options={dataKinds.map((value) => ({ value, label: kinds[value] }))} problem={problem} />
          <LongField name="purpose" label={fields.purpose} rows={2} maxLength={500} problem={problem} />
          <SelectField name="basis" label={fields.basis} hint={hints.basis} problem={problem} options={shareBases.map((value) => ({ value, label: all.bases[value] }))} />
          <SelectField name="article" label={fields.article} optional problem={problem} options={articles.map((value) => ({ value, label: all.articles[value] }))} />
          <TextField name="articleNote" label={fields.articleNote} optional maxLength={200} problem={problem} />
          <LongField name="childIds" label={fields.childIds} hint={hints.childIds} optional rows={3} known={child} problem={problem} />
          <TextField name="childCount" label={fields.childCount} hint={hints.childCount} optional inputMode="numeric" problem={problem} />
          <TextField name="sharedOn" type="date" label={fields.sharedOn} known={today} max={today} problem={problem} />
          <TextField name="expiresOn" type="date" label={fields.expiresOn} hint={hints.expiresOn} problem={problem} />
          <Button type="primary" htmlType="submit">{words.save}</Button>
        </Form>
      </Pane>
    </>
  );
}
