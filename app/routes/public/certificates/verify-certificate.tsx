import { data, redirect } from 'react-router';
import { largestPresented, tidyNumber, type Verdict } from '#app/domain/pilot/certification/model.ts';
import type { Registered } from '#app/domain/pilot/certification/register.ts';
import { verifyPresented } from '#app/domain/pilot/certification/verify.ts';
import { certificationWords } from '#app/i18n/certification.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { refusalSentence } from '#app/i18n/refusals.ts';
import { siteWords } from '#app/i18n/site.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { readForm } from '#app/platform/http.ts';
import { plainText } from '#app/platform/plain-text.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { Button, ButtonLink } from '#app/ui/light/button.tsx';
import { controlOf, Field } from '#app/ui/light/field.tsx';
import { Callout, PageHead } from '#app/ui/light/section.tsx';
import { TextField } from '#app/ui/light/text-field.tsx';
import { PageTitle } from '../page-title.tsx';
import { CertificateFacts, VerdictBox } from './verdict.tsx';
import type { Route } from './+types/verify-certificate.ts';

type Result = { verdict?: Verdict; certificate?: Registered | null; isNewest?: boolean; refusal?: string };

export function loader({ request }: Route.LoaderArgs) {
  const asked = new URL(request.url).searchParams;
  const typed = plainText(asked.get('number') ?? '').trim().slice(0, 60);
  const number = tidyNumber(typed);
  if (number) throw redirect(`/certificates/${number}`);
  return { typed, isWrong: typed !== '', isLarge: asked.has('large') };
}

/** 上传核验: a plain form; the file is read, answered and forgotten. */
export async function action({ request, context }: Route.ActionArgs) {
  const ctx = context.get(ctxKey);
  try {
    const file = (await readForm(request))?.get('file');
    if (!(file instanceof File) || file.size === 0) throw new Refusal('document-missing', 400);
    if (file.size > largestPresented) throw new Refusal('certificate-file-large', 413);
    return data<Result>(await verifyPresented(ctx, new Uint8Array(await file.arrayBuffer())));
  } catch (error) {
    if (error instanceof Refusal) return data<Result>({ refusal: error.code }, error.status);
    throw error;
  }
}

export default function VerifyCertificate({ loaderData: { typed, isWrong, isLarge }, actionData }: Route.ComponentProps) {
  const all = useWords(certificationWords);
  const words = all.verify;
  const site = useWords(siteWords);
  const locale = useLocale();
  const frame = { required: words.required, optional: words.optional };
  const result: Result = actionData ?? (isLarge ? { refusal: 'certificate-file-large' } : {});
  return (
    <div className="wrap apply-page">
      <PageTitle title={words.title} about={words.lead} />
      <Breadcrumb label={site.crumb} links={[{ href: '/', label: site.nav.home }, { href: '/certificates', label: all.list.title }]} here={words.title} />
      <PageHead title={words.title} lead={words.lead} />
      <Answer result={result} />
      <div className="grid2">
        <form method="get" className="card">
          <TextField
            id="number" label={words.number} hint={words.numberHint} words={frame} required defaultValue={typed} error={isWrong ? refusalSentence('certificate-number-wrong', locale) : undefined}
            input={{ autoComplete: 'off', autoCapitalize: 'characters', spellCheck: false, maxLength: 40 }}
          />
          <Button>{words.go}</Button>
        </form>
        <form method="post" encType="multipart/form-data" className="card">
          <FileField label={words.file} hint={words.fileHint} words={frame} />
          <Button kind="quiet">{words.check}</Button>
        </form>
      </div>
      <div className="grid2 certificate-more">
        <section>
          <h2>{words.offlineTitle}</h2>
          <p>{words.offlineText}</p>
          <p className="row"><ButtonLink kind="quiet" small download href="/verify-certificate/offline.html">{words.offline}</ButtonLink></p>
          <h2>{words.others}</h2>
          <ul className="linklist">
            <li><a href="/certificates">{words.list}</a></li>
            <li><a href="/receipts">{words.receipts}</a></li>
            <li><a href="/verify">{words.anchors}</a></li>
            <li><a href="/records/roots">{words.roots}</a></li>
          </ul>
        </section>
        <section>
          <h2>{words.machines}</h2>
          <p>{words.machinesText}</p>
          <ul className="linklist">
            <li><a href="/.well-known/did.json">{words.keys}</a></li>
            <li><a href="/credentials/status/revocation-0.json">{words.revocation}</a></li>
            <li><a href="/credentials/status/suspension-0.json">{words.suspension}</a></li>
          </ul>
        </section>
      </div>
    </div>
  );
}

function FileField({ label, hint, words }: { label: string; hint: string; words: { required: string; optional: string } }) {
  const field = { id: 'file', label, hint, words, required: true };
  return (
    <Field frame={field}>
      <input type="file" accept=".pdf,.json,application/pdf,application/json" {...controlOf(field)} className="in filebox" />
    </Field>
  );
}

function Answer({ result }: { result: Result }) {
  const { verify: words } = useWords(certificationWords);
  const locale = useLocale();
  if (result.refusal) return <div className="certificate-answer"><Callout kind="bad">{refusalSentence(result.refusal, locale)}</Callout></div>;
  if (!result.verdict) return null;
  return (
    <section className="certificate-answer" aria-label={words.result}>
      <VerdictBox verdict={result.verdict} certificate={result.certificate ?? null} />
      {result.certificate ? (
        <div className="card">
          <p className="small">{words.fromRegister}</p>
          {result.isNewest ? null : <p className="small">{words.older}</p>}
          <CertificateFacts certificate={result.certificate} />
        </div>
      ) : null}
    </section>
  );
}
