import { data } from 'react-router';
import { getByNumber } from '#app/domain/pilot/certification/register.ts';
import { certificationWords } from '#app/i18n/certification.ts';
import { useWords } from '#app/i18n/pair.ts';
import { siteWords } from '#app/i18n/site.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { ButtonLink } from '#app/ui/light/button.tsx';
import { PageHead } from '#app/ui/light/section.tsx';
import { PageTitle } from '../page-title.tsx';
import { CertificateFacts, VerdictBox } from './verdict.tsx';
import type { Route } from './+types/certificate.ts';

/** Shown anew for everybody: a withdrawal is seen by the next who looks. */
const fresh = { 'Cache-Control': 'no-store' };

export async function loader({ params, context }: Route.LoaderArgs) {
  return data(await show(() => getByNumber(context.get(ctxKey), params.number)), { headers: fresh });
}

export function headers() {
  return fresh;
}

export default function CertificatePage({ loaderData: certificate }: Route.ComponentProps) {
  const words = useWords(certificationWords);
  const site = useWords(siteWords);
  const { number, standing, regionCode } = certificate;
  return (
    <div className="wrap apply-page">
      <PageTitle title={words.page.title(number)} about={words.page.lead} />
      <Breadcrumb label={site.crumb} links={[{ href: '/', label: site.nav.home }, { href: '/certificates', label: words.list.title }]} here={number} />
      <PageHead title={words.page.title(number)} lead={words.page.lead} />
      <VerdictBox verdict={standing} certificate={certificate} />
      <div className="card">
        <CertificateFacts certificate={certificate} />
      </div>
      <div className="row no-print">
        {standing === 'valid' ? (
          <>
            <ButtonLink href={`/certificates/${number}/certificate.pdf`} download>{words.page.pdf}</ButtonLink>
            <ButtonLink kind="quiet" href={`/certificates/${number}/credential.json`} download>{words.page.json}</ButtonLink>
          </>
        ) : <p className="small muted">{words.page.noDownload}</p>}
        <ButtonLink kind="plain" href={`/communities/${regionCode}`}>{words.page.community}</ButtonLink>
        <ButtonLink kind="plain" href="/verify-certificate">{words.page.other}</ButtonLink>
      </div>
      <p className="note">
        {words.page.fingerprint} <code style={{ overflowWrap: 'anywhere' }}>{certificate.credentialHash}</code>
        <br />
        <a href="/records/roots">{words.page.fingerprintText}</a>
      </p>
    </div>
  );
}
