import { Alert } from 'antd';
import { Link, redirect } from 'react-router';
import { historyOf } from '#app/domain/base/records/read.ts';
import { placeNames } from '#app/domain/base/regions/read.ts';
import { SettleInput } from '#app/domain/children/sharing/input.ts';
import { endings } from '#app/domain/children/sharing/model.ts';
import { getShare } from '#app/domain/children/sharing/read.ts';
import { settleShare } from '#app/domain/children/sharing/settle-share.ts';
import { impactWords } from '#app/i18n/impact.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { sharingWords } from '#app/i18n/sharing.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { shortDay, shortTime } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { SelectField, TextField } from '#app/ui/desk/field.tsx';
import { History } from '#app/ui/desk/history.tsx';
import { Facts, PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { shareTones } from './shares.tsx';
import type { Route } from './+types/share.ts';

export function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const { recordedBy: _, sourceId: __, ...share } = await getShare(ctx, params.id);
    return { share, place: (await placeNames(ctx, [share.regionCode]))(share.regionCode), lines: await historyOf(ctx, share.id, 'own-page') };
  });
}

export function action({ context, request, params }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, SettleInput, async (input) => {
    await settleShare(ctx, params.id, input);
    return redirect(`/desk/privacy/shares/${params.id}`);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 一次提供: what, to whom, why, on which ground, and what became of it. */
export default function Share({ loaderData: { share, place, lines }, actionData: problem }: Route.ComponentProps) {
  const all = useWords(sharingWords);
  const words = all.shares;
  const { fields } = words;
  const { dataKinds } = useWords(impactWords);
  const locale = useLocale();
  const ground = [all.bases[share.basis], ...(share.article ? [all.articles[share.article]] : []), ...(share.articleNote ? [share.articleNote] : [])].join(' · ');
  const known = share.basis === 'consent' ? (share.known.children > 0 ? words.known(share.known.children, share.known.withdrawn) : words.forgotten) : '';
  return (
    <>
      <PageHead
        title={share.receiver} lead={place} crumbs={[{ label: words.title, to: '/desk/privacy/shares' }]} beside={<StatusTag tone={shareTones[share.standing]}>{all.standings[share.standing]}</StatusTag>}
        actions={share.maySettle ? (
          <ConfirmButton label={words.settle} question={words.settleAsk} danger={false} type="primary">
            <SelectField name="ending" label={words.ending} problem={problem} options={endings.map((value) => ({ value, label: all.endings[value] }))} />
            <TextField name="note" label={words.note} minLength={4} maxLength={300} problem={problem} />
          </ConfirmButton>
        ) : undefined}
      />
      <ProblemAlert problem={problem} names={{ ending: words.ending, note: words.note }} />
      {share.standing === 'to-confirm' ? <Alert type="warning" showIcon style={{ marginBottom: 16 }} title={share.endedEarly ? `${words.earlyWhy[share.endedEarly]}${locale === 'en' ? '. ' : '。'}${words.confirmThis}` : words.confirmThis} /> : null}
      <Pane>
        <Facts items={[
          { name: fields.fields, value: share.fields.map((field) => dataKinds[field]).join(all.and) }, { name: fields.purpose, value: share.purpose }, { name: fields.basis, value: ground },
          { name: fields.childCount, value: `${words.count(share.childCount)}${known ? ` · ${known}` : ''}` }, { name: fields.sharedOn, value: shortDay(share.sharedOn, locale) }, { name: fields.expiresOn, value: shortDay(share.expiresOn, locale) },
          { name: words.source, value: `${all.sources[share.source]} · ${words.recorded(share.recordedByName, shortTime(share.recordedAt, locale))}` },
          ...(share.partnerId ? [{ name: fields.partner, value: <Link to={`/desk/privacy/partners/${share.partnerId}`}>{share.receiver}</Link> }] : []),
          ...(share.ending && share.settledAt ? [{ name: words.ending, value: `${all.endings[share.ending]} · ${share.endingNote} · ${words.settled(share.settledByName ?? '', shortTime(share.settledAt, locale))}` }] : []),
        ]} />
      </Pane>
      <Pane><History lines={lines} /></Pane>
    </>
  );
}
