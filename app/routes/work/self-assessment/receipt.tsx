import { renderSVG } from 'uqr';
import { workPlace } from '#app/domain/base/communities/work-place.ts';
import { inLanguage } from '#app/domain/base/standard/model.ts';
import { getEdition } from '#app/domain/base/standard/read.ts';
import { assessmentReceipt } from '#app/domain/pilot/self-assessment/submissions.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { assessmentWords } from '#app/i18n/self-assessment.ts';
import { config } from '#app/platform/config.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { signedIn } from '#app/routes/account/signed-in.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { ButtonLink } from '#app/ui/light/button.tsx';
import { Facts } from '#app/ui/light/section.tsx';
import { WorkHead } from '../work-head.tsx';
import { whichOf, yearAddress } from './which.ts';
import type { Route } from './+types/receipt.ts';

export function loader({ params, context, request }: Route.LoaderArgs) {
  return show(async () => {
    const ctx = signedIn(context.get(ctxKey), request);
    const which = whichOf(params);
    const [place, { rows: _, ...receipt }] = await Promise.all([workPlace(ctx, params.code), assessmentReceipt(ctx, which)]);
    const edition = await getEdition(ctx, receipt.editionId);
    const address = new URL(`/verify?q=${receipt.hash}`, config().PUBLIC_URL ?? request.url).href;
    return { place, which, receipt, edition: { zh: edition.zh, en: edition.en }, address, qr: renderSVG(address, { border: 2, ecc: 'M' }) };
  });
}

/** 自评回执: what was handed in, when, by whom, and how anybody can check it. */
export default function AssessmentReceipt({ loaderData: { place, which, receipt, edition, address, qr } }: Route.ComponentProps) {
  const all = useWords(assessmentWords);
  const words = all.receipt;
  const locale = useLocale();
  return (
    <>
      <PageTitle title={words.title} />
      <WorkHead place={place} here="self-assessment" title={words.title} beyond={[{ href: yearAddress(which), label: all.titleOf(which.year) }]} />
      <div className="wrap body apply-page atpage">
        <div className="receipt card">
          <Facts
            facts={[
              { term: words.unit, text: <b>{place.name}</b> },
              { term: words.year, text: receipt.year },
              { term: words.round, text: all.home.round(receipt.round) },
              ...(receipt.reason ? [{ term: words.reason, text: receipt.reason }] : []),
              { term: words.score, text: receipt.score === null ? all.noScore : all.points(receipt.score.toFixed(1)) },
              { term: words.edition, text: inLanguage(edition, locale) },
              { term: words.at, text: `${beijingTime(receipt.submittedAt)}${words.beijing}` },
              { term: words.by, text: receipt.submittedByName },
              { term: words.code, text: <code>{receipt.receiptCode}</code> },
              { term: words.hash, text: <code style={{ overflowWrap: 'anywhere' }}>{receipt.hash}</code> },
              { term: words.sealTerm, text: words.seal[receipt.anchored.state] },
            ]}
          />
          <figure>
            <div role="img" aria-label={words.check} className="qr" dangerouslySetInnerHTML={{ __html: qr }} />
            <figcaption className="small">
              {words.verify}
              <br />
              <a href={address}>{words.check}</a>
            </figcaption>
          </figure>
        </div>
        <div className="row no-print">
          <ButtonLink href={yearAddress(which)}>{all.titleOf(which.year)}</ButtonLink>
          <ButtonLink kind="quiet" href={yearAddress(which, '/print')}>{all.home.print}</ButtonLink>
        </div>
      </div>
    </>
  );
}
