import { renderSVG } from 'uqr';
import { getForm } from '#app/domain/pilot/applications/read.ts';
import { standingReceipt } from '#app/domain/pilot/applications/receipts.ts';
import { applyWords } from '#app/i18n/apply.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { config } from '#app/platform/config.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingTime, longDay } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { ButtonLink } from '#app/ui/light/button.tsx';
import { Facts, PageHead } from '#app/ui/light/section.tsx';
import type { Route } from './+types/receipt.ts';

export function loader({ params, context, request }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const receipt = await standingReceipt(ctx, params.id);
    const { application, canWithdraw } = await getForm(ctx, params.id);
    const address = new URL(`/receipts/${receipt.code}`, config().PUBLIC_URL ?? request.url).href;
    return { receipt, application, canWithdraw, address, qr: renderSVG(address, { border: 2, ecc: 'M' }) };
  });
}

export default function ReceiptPage({ loaderData: { receipt, application, canWithdraw, address, qr } }: Route.ComponentProps) {
  const words = useWords(applyWords);
  const locale = useLocale();
  const { call } = application;
  return (
    <div className="wrap apply-page">
      <PageTitle title={words.receipt.title} />
      <Breadcrumb label={words.form.crumbs} links={[{ href: '/', label: words.form.home }, { href: '/apply', label: words.home.title }]} here={words.receipt.title} />
      <PageHead title={words.receipt.title} lead={words.receipt.lead} />
      <div className="receipt card">
        <Facts
          facts={[
            { term: words.receipt.number, text: <b>{receipt.number}</b> },
            { term: words.receipt.unit, text: application.unit },
            { term: words.receipt.call, text: locale === 'en' && call.titleEn ? call.titleEn : call.title },
            { term: words.receipt.at, text: `${beijingTime(receipt.submittedAt)}${words.receipt.beijing}` },
            { term: words.receipt.by, text: receipt.submittedByName },
            { term: words.receipt.round, text: words.receipt.roundOf(receipt.round) },
            { term: words.receipt.code, text: <code>{receipt.code}</code> },
            { term: words.receipt.hash, text: <code style={{ overflowWrap: 'anywhere' }}>{receipt.hash}</code> },
          ]}
        />
        <figure>
          <div role="img" aria-label={words.receipt.qr} className="qr" dangerouslySetInnerHTML={{ __html: qr }} />
          <figcaption className="small">
            {words.receipt.verify}
            <br />
            <a href={`/receipts/${receipt.code}`}>{address}</a>
          </figcaption>
        </figure>
      </div>
      {application.checkDueOn ? (
        <p>
          <b>{words.receipt.next}</b> {words.receipt.checkBy(longDay(application.checkDueOn, locale))}
        </p>
      ) : null}
      <div className="row no-print">
        <ButtonLink href={`/apply/${application.id}/print`}>{words.form.preview}</ButtonLink>
        <ButtonLink kind="quiet" href={`/apply/${application.id}/history`}>{words.form.history}</ButtonLink>
        <ButtonLink kind="quiet" href="/apply">{words.receipt.back}</ButtonLink>
        {canWithdraw ? <ButtonLink kind="plain" href={`/apply/${application.id}/withdraw`}>{words.receipt.withdraw}</ButtonLink> : null}
      </div>
    </div>
  );
}
