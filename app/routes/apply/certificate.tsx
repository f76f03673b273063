import { data, redirect } from 'react-router';
import { may } from '#app/domain/base/accounts/access.ts';
import { storeFile } from '#app/domain/base/files/store-file.ts';
import { getApplication } from '#app/domain/pilot/applications/read.ts';
import { HolderDeed } from '#app/domain/pilot/certification/input.ts';
import { certificatesOf } from '#app/domain/pilot/certification/read.ts';
import { renewalDaysOf } from '#app/domain/pilot/certification/register.ts';
import { askRenewal } from '#app/domain/pilot/certification/renew.ts';
import { replyToMeasure } from '#app/domain/pilot/certification/reply.ts';
import { certificationWords } from '#app/i18n/certification.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { applyWords } from '#app/i18n/apply.ts';
import { type Ctx, ctxKey } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { formObject } from '#app/platform/form-object.ts';
import { fieldProblems, type Problem, readForm, show } from '#app/platform/http.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { ButtonLink } from '#app/ui/light/button.tsx';
import { Empty } from '#app/ui/light/empty.tsx';
import { Callout, PageHead } from '#app/ui/light/section.tsx';
import { HeldCertificate } from './form/held-certificate.tsx';
import type { Route } from './+types/certificate.ts';

const mostPapers = 5;

export function loader({ params, context, request }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const application = await getApplication(ctx, params.id);
    const certificates = await certificatesOf(ctx, params.id);
    const newest = certificates[0];
    return {
      applicationId: application.id, unit: application.unit, certificates, today: beijingDay(ctx.now),
      mayAnswer: may(ctx.actor, 'certificate.answer', { regionCode: application.applicantCode }),
      renewalDays: newest ? await renewalDaysOf(ctx, newest.level) : 0, isSent: new URL(request.url).searchParams.has('sent'),
    };
  });
}

/** 申辩和申请换证: plain forms; the papers come with the reply. */
export async function action({ params, request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  const form = await readForm(request);
  if (!form) return data<Problem>({ refusal: 'form-unreadable' }, 400);
  const given = formObject(form);
  const parsed = HolderDeed.safeParse(given);
  if (!parsed.success) return data<Problem>({ fields: fieldProblems(parsed.error, ctx.locale), given }, 400);
  try {
    if (parsed.data.deed === 'renew') await askRenewal(ctx, parsed.data.certificateId, parsed.data.note);
    else await replyToMeasure(ctx, parsed.data.measureId, { reply: parsed.data.reply, fileIds: await stored(ctx, form) });
    return redirect(`/apply/${params.id}/certificate${parsed.data.deed === 'reply' ? '?sent' : ''}`);
  } catch (error) {
    if (error instanceof Refusal) return data<Problem>({ refusal: error.code, given }, error.status);
    throw error;
  }
}

async function stored(ctx: Ctx, form: FormData): Promise<string[]> {
  const files = form.getAll('papers').filter((file): file is File => file instanceof File && file.size > 0);
  if (files.length > mostPapers) throw new Refusal('papers-full');
  const ids: string[] = [];
  for (const file of files) ids.push((await storeFile(ctx, { name: file.name, content: Buffer.from(await file.arrayBuffer()) })).id);
  return ids;
}

export default function CertificateOfApplication({ loaderData, actionData }: Route.ComponentProps) {
  const { mine: words } = useWords(certificationWords);
  const apply = useWords(applyWords);
  const locale = useLocale();
  const problem: Problem = actionData ?? {};
  const { applicationId, unit, certificates, isSent } = loaderData;
  return (
    <div className="wrap apply-page">
      <PageTitle title={`${words.title} · ${unit}`} />
      <Breadcrumb label={apply.form.crumbs} links={[{ href: '/', label: apply.form.home }, { href: '/apply', label: apply.home.title }, { href: `/apply/${applicationId}/history`, label: unit }]} here={words.title} />
      <PageHead title={`${unit}：${words.title}`} lead={words.lead} />
      {problem.refusal ? <Callout kind="bad">{refusalSentence(problem.refusal, locale)}</Callout> : null}
      {isSent && !actionData ? <Callout kind="ok">{words.sent}</Callout> : null}
      {certificates.length === 0 ? <Empty drawing="star" text={words.none} /> : null}
      {certificates.map((certificate) => <HeldCertificate key={certificate.id} certificate={certificate} problem={problem} {...loaderData} />)}
      <div className="row no-print"><ButtonLink kind="quiet" href={`/apply/${applicationId}/history`}>{words.back}</ButtonLink></div>
    </div>
  );
}
