import { receiptAnchor } from '#app/domain/pilot/applications/receipt-anchor.ts';
import { checkReceipt } from '#app/domain/pilot/applications/receipts.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import { show } from '#app/platform/http.ts';
import type { Route } from './+types/receipt-proof.ts';

/** 封存证明下载: the receipt's line of the records on its way to the root of its day. */
export async function loader({ context, params }: Route.LoaderArgs) {
  const ctx = context.get(ctxKey);
  const receipt = await show(() => checkReceipt(ctx, params.code));
  const anchored = await receiptAnchor(ctx, receipt.code);
  return Response.json(
    { receipt: receipt.code, hash: receipt.hash, ...anchored },
    { headers: { 'Content-Disposition': `attachment; filename="proof-${receipt.code}.json"` } },
  );
}
