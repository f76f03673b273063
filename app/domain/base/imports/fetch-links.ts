import { allowAnywhere } from '#app/domain/base/accounts/access.ts';
import { unseal } from '#app/domain/base/accounts/sealed.ts';
import { change } from '#app/platform/change.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { getOwnImport, rowsOf, type ImportRow } from './read.ts';

/** 取邀请链接: the rows that gave one, with it, for whoever may still invite; leaves a record each time. */
export async function fetchLinks(ctx: Ctx, id: string): Promise<(ImportRow & { token: string })[]> {
  allowAnywhere(ctx, 'account.invite');
  await getOwnImport(ctx, id);
  const rows = (await rowsOf(ctx, id)).filter((row) => row.sealed !== '' && row.state === 'done');
  await change(ctx, (tx) => tx.record('import.links-fetched', { id, regionCode: '*' }, { rows: rows.length }));
  return rows.map((row) => ({ ...row, token: unseal(row.sealed) }));
}
