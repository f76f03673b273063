import { receiptAnchor } from '#app/domain/pilot/applications/receipt-anchor.ts';
import { checkReceipt } from '#app/domain/pilot/applications/receipts.ts';
import { applyWords } from '#app/i18n/apply.ts';
import { useWords } from '#app/i18n/pair.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { beijingTime } from '#app/platform/dates.ts';
import { show } from '#app/platform/http.ts';
import { PageTitle } from '#app/routes/public/page-title.tsx';
import { ButtonLink } from '#app/ui/light/button.tsx';
import { Callout, Facts, PageHead } from '#app/ui/light/section.tsx';
import { Status } from '#app/ui/light/status.tsx';
import { ReceiptSeal } from './receipt-seal.tsx';
import type { Route } from './+types/receipt-check.ts';

export function loader({ params, context }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  return show(async () => {
    const receipt = await checkReceipt(ctx, params.code);
    return { receipt, anchored: await receiptAnchor(ctx, receipt.code) };
  });
}

export default function ReceiptCheck({ loaderData: { receipt, anchored } }: Route.ComponentProps) {
  const words = useWords(applyWords);
  const isStanding = receipt.state === 'standing';
  return (
    <div className="wrap apply-page">
      <PageTitle title={words.verify.title} />
      <PageHead title={words.verify.title} />
      <Callout kind={isStanding ? 'ok' : 'check'}>{isStanding ? words.verify.standingText : words.verify.otherText}</Callout>
      <div className="card">
        <Facts
          facts={[
            { term: words.verify.state, text: <Status state={isStanding ? 'done' : 'rest'}>{words.verify[receipt.state]}</Status> },
            { term: words.receipt.number, text: receipt.number },
            { term: words.receipt.unit, text: receipt.unit },
            { term: words.receipt.at, text: `${beijingTime(receipt.submittedAt)}${words.receipt.beijing}` },
            { term: words.receipt.round, text: words.receipt.roundOf(receipt.round) },
            { term: words.receipt.code, text: <code>{receipt.code}</code> },
            { term: words.receipt.hash, text: <code style={{ overflowWrap: 'anywhere' }}>{receipt.hash}</code> },
          ]}
        />
        <p className="small muted">{words.verify.private}</p>
      </div>
      <ReceiptSeal code={receipt.code} anchored={anchored} />
      <div className="row"><ButtonLink kind="quiet" href="/receipts">{words.verify.again}</ButtonLink></div>
    </div>
  );
}
