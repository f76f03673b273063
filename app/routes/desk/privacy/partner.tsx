import { Alert } from 'antd';
import { Link, redirect } from 'react-router';
import { z } from 'zod';
import { historyOf } from '#app/domain/base/records/read.ts';
import { placeNames, regionPath } from '#app/domain/base/regions/read.ts';
import { citable } from '#app/domain/children/impact-assessments/read.ts';
import { PartnerInput } from '#app/domain/children/sharing/input.ts';
import { editPartner, enablePartner, endPartner } from '#app/domain/children/sharing/keep-partner.ts';
import { getPartner } from '#app/domain/children/sharing/read.ts';
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
import { PartnerForm } from './partner-form.tsx';
import { partnerTones } from './partners.tsx';
import type { Route } from './+types/partner.ts';

export function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const partner = await getPartner(ctx, params.id);
    const isOpen = partner.state === 'prepared' && partner.mayKeep;
    return {
      partner, place: (await placeNames(ctx, [partner.regionCode]))(partner.regionCode), path: isOpen ? await regionPath(ctx, partner.regionCode) : [],
      assessments: isOpen ? await citable(ctx, { trigger: partner.kind === 'entrusted' ? 'entrust' : 'provide' }) : [], lines: await historyOf(ctx, partner.id, 'own-page'),
    };
  });
}

const Deed = z.union([
  z.object({ deed: z.literal('enable'), assessmentId: z.uuid() }),
  z.object({ deed: z.literal('end'), note: z.string().trim().max(300) }),
  PartnerInput.and(z.object({ deed: z.literal('save') })),
]);

export function action({ context, request, params }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, Deed, async (input) => {
    if (input.deed === 'enable') await enablePartner(ctx, params.id, input.assessmentId);
    else if (input.deed === 'end') await endPartner(ctx, params.id, input.note);
    else {
      const { deed: _, ...contract } = input;
      await editPartner(ctx, params.id, contract);
    }
    return redirect(`/desk/privacy/partners/${params.id}`);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 一个合作方: the contract, the assessment it rests on, how often something went there. */
export default function SharePartner({ loaderData: { partner, place, path, assessments, lines }, actionData: problem }: Route.ComponentProps) {
  const all = useWords(sharingWords);
  const words = all.partners;
  const { dataKinds } = useWords(impactWords);
  const locale = useLocale();
  const { fields } = words;
  const isPrepared = partner.state === 'prepared' && partner.mayKeep;
  const day = (text: string) => shortDay(text, locale);
  return (
    <>
      <PageHead
        title={partner.name}
        lead={`${all.kinds[partner.kind]} · ${place || all.nation}`}
        crumbs={[{ label: words.title, to: '/desk/privacy/partners' }]}
        beside={<StatusTag tone={partnerTones[partner.state]}>{all.partnerStates[partner.state]}</StatusTag>}
        actions={partner.mayKeep ? (
          <>
            {partner.state === 'ended' ? null : <ConfirmButton label={words.end} question={words.endAsk} fields={{ deed: 'end' }}><TextField name="note" label={words.endNote} minLength={4} maxLength={300} problem={problem} /></ConfirmButton>}
            {isPrepared && !partner.isOwn && assessments.length > 0 ? (
              <ConfirmButton label={words.enable} question={words.enableAsk} fields={{ deed: 'enable' }} danger={false} type="primary">
                <SelectField name="assessmentId" label={words.assessment} problem={problem} options={assessments.map(({ id, number, title, validUntil }) => ({ value: id, label: `${number} ${title} (${day(validUntil)})` }))} />
              </ConfirmButton>
            ) : null}
          </>
        ) : undefined}
      />
      <ProblemAlert problem={problem} names={fields} />
      {isPrepared && assessments.length === 0 ? <Alert type="warning" showIcon style={{ marginBottom: 16 }} title={words.noAssessment} description={<Link to="/desk/privacy/assessments">{words.toAssessments}</Link>} /> : null}
      {isPrepared && partner.isOwn && assessments.length > 0 ? <Alert type="info" showIcon style={{ marginBottom: 16 }} title={words.enabledByOther} /> : null}
      <Pane>
        <Facts items={[
          { name: fields.contract, value: partner.contract }, { name: words.columns.until, value: `${day(partner.validFrom)} – ${day(partner.validTo)}` }, { name: fields.fields, value: partner.fields.map((field) => dataKinds[field]).join(all.and) },
          { name: fields.scope, value: partner.scope }, { name: fields.duties, value: partner.duties }, { name: fields.contact, value: partner.contact }, ...(partner.creditCode ? [{ name: fields.creditCode, value: <span className="mono">{partner.creditCode}</span> }] : []),
          ...(partner.assessmentId ? [{ name: words.assessment, value: <Link to={`/desk/privacy/assessments/${partner.assessmentId}`}>{words.enabled(partner.enabledByName ?? '', partner.enabledAt ? shortTime(partner.enabledAt, locale) : '')}</Link> }] : []),
          ...(partner.endedAt ? [{ name: words.endNote, value: `${words.ended(shortTime(partner.endedAt, locale))} · ${partner.endNote}` }] : []),
          { name: all.shares.title, value: <>{words.given(partner.given.times, partner.given.open)} {partner.given.times > 0 ? <Link to={`/desk/privacy/shares?q=${encodeURIComponent(partner.name)}`}>{words.toShares}</Link> : null}</> },
        ]} />
      </Pane>
      {isPrepared ? <Pane title={words.edit}><PartnerForm known={partner} path={path} problem={problem} /></Pane> : null}
      <Pane><History lines={lines} /></Pane>
    </>
  );
}
