import { Link, redirect } from 'react-router';
import { may } from '#app/domain/base/accounts/access.ts';
import { historyOf } from '#app/domain/base/records/read.ts';
import { levelsOn } from '#app/domain/pilot/certification/award-levels.ts';
import { decideMeasure, reinstateCertificate } from '#app/domain/pilot/certification/decide-measure.ts';
import { CertificateDeed } from '#app/domain/pilot/certification/input.ts';
import { isRenewable } from '#app/domain/pilot/certification/model.ts';
import { openMeasure } from '#app/domain/pilot/certification/open-measure.ts';
import { certificateAtDesk } from '#app/domain/pilot/certification/read.ts';
import { renewCertificate } from '#app/domain/pilot/certification/renew.ts';
import { certificationWords } from '#app/i18n/certification.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { orCutOff } from '#app/platform/cut-off.ts';
import { beijingDay, daysBetween, shortDay } from '#app/platform/dates.ts';
import { answer, show } from '#app/platform/http.ts';
import { ConfirmButton } from '#app/ui/desk/confirm-button.tsx';
import { LongField } from '#app/ui/desk/field.tsx';
import { History } from '#app/ui/desk/history.tsx';
import { Facts, PageHead, Pane } from '#app/ui/desk/page-head.tsx';
import { ProblemAlert } from '#app/ui/desk/problem-alert.tsx';
import { StatusTag } from '#app/ui/desk/status-tag.tsx';
import { Measures } from './measures.tsx';
import { ProposeMeasure } from './propose-measure.tsx';
import { toneOf } from './tones.ts';
import type { Route } from './+types/certificate.ts';

export function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const certificate = await certificateAtDesk(ctx, params.id);
    const today = beijingDay(ctx.now);
    const settings = await levelsOn(ctx, today);
    return {
      certificate, settings, today, me: ctx.actor.id, lines: await historyOf(ctx, params.id, 'own-page'),
      canRenew: certificate.standing === 'valid' && isRenewable(settings[certificate.level], daysBetween(today, certificate.validUntil)),
      mayMeasure: may(ctx.actor, 'certificate.measure', certificate),
    };
  });
}

export function action({ context, params, request }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  return answer(ctx, request, CertificateDeed, async (input) => {
    if (input.deed === 'open') await openMeasure(ctx, params.id, input);
    else if (input.deed === 'decide') await decideMeasure(ctx, input.measureId, input);
    else if (input.deed === 'reinstate') await reinstateCertificate(ctx, params.id, input.reason);
    else return redirect(`/desk/certificates/${(await renewCertificate(ctx, params.id)).id}`);
    return redirect(`/desk/certificates/${params.id}`);
  });
}

export const clientAction = ({ serverAction }: Route.ClientActionArgs) => orCutOff(() => serverAction());

/** 一份证书: what it says, what was taken against it, what happened to it. */
export default function DeskCertificate({ loaderData, actionData: problem }: Route.ComponentProps) {
  const words = useWords(certificationWords);
  const { desk } = words;
  const locale = useLocale();
  const { certificate, settings, today, me, lines, canRenew, mayMeasure } = loaderData;
  const { content, number, standing, measures, replaces, replacedBy } = certificate;
  const say = (pair: { zh: string; en: string }) => (locale === 'en' ? pair.en : pair.zh);
  const open = measures.find(({ state }) => state !== 'decided');
  return (
    <>
      <PageHead
        title={`${content.unit} ${number}`}
        crumbs={[{ label: desk.title, to: '/desk/certificates' }]}
        beside={<StatusTag tone={toneOf[standing]}>{words.standings[standing]}</StatusTag>}
        actions={
          <>
            <a href={`/certificates/${number}`}>{desk.publicPage}</a>
            {standing === 'suspended' && !open && (
              <ConfirmButton label={desk.reinstate} question={desk.reinstateAsk} fields={{ deed: 'reinstate' }} danger={false}>
                <LongField name="reason" label={desk.reason} minLength={4} maxLength={2000} />
              </ConfirmButton>
            )}
            {canRenew && !open && <ConfirmButton label={desk.renew} question={desk.renewAsk} fields={{ deed: 'renew' }} danger={false} type="primary" />}
          </>
        }
      />
      <ProblemAlert problem={problem} names={{ grounds: desk.grounds, kind: desk.kind, to: desk.to, reason: desk.reason, outcome: desk.outcome }} />
      <div className="split">
        <div>
          <Pane title={desk.facts}>
            <Facts
              items={[
                { name: words.facts.level, value: content.grade ? words.gradeOf(say(content.level), say(content.grade)) : say(content.level) },
                { name: words.facts.place, value: content.place.join(' ') },
                { name: words.facts.applicant, value: <Link to={`/desk/applications/${certificate.applicationId}`}>{content.applicant}</Link> },
                { name: words.facts.notice, value: <Link to={`/desk/notices/${certificate.noticeId}`}>{content.notice.title}</Link> },
                { name: words.facts.since, value: shortDay(certificate.issuedOn, locale) },
                { name: words.facts.until, value: shortDay(certificate.validUntil, locale) },
                ...(certificate.stateReason && standing !== 'replaced' && standing !== 'valid' ? [{ name: words.facts.reason, value: certificate.stateReason }] : []),
                ...(replaces ? [{ name: desk.replaces, value: <Link to={`/desk/certificates/${replaces.id}`}>{replaces.number}</Link> }] : []),
                ...(replacedBy ? [{ name: desk.replacedBy, value: <Link to={`/desk/certificates/${replacedBy.id}`}>{replacedBy.number}</Link> }] : []),
                ...(certificate.renewalAskedAt ? [{ name: desk.renewalNote, value: certificate.renewalNote || '—' }] : []),
                { name: desk.hash, value: <code>{certificate.credentialHash}</code> },
                { name: desk.key, value: <code>{certificate.kid}</code> },
              ]}
            />
          </Pane>
          <Pane title={desk.measures}>
            <Measures measures={measures} applicationId={certificate.applicationId} today={today} me={me} />
            {!open && mayMeasure && (standing === 'valid' || standing === 'suspended') && <ProposeMeasure certificate={certificate} settings={settings} problem={problem} />}
          </Pane>
        </div>
        <Pane title={desk.history}>
          <History lines={lines} />
        </Pane>
      </div>
    </>
  );
}
