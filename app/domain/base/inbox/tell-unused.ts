import type { Ctx } from '#app/platform/ctx.ts';
import { tell } from './tell.ts';

/** 告知久未使用: whoever has not signed in for long hears until when to do so; `cause` is the record of the warning. */
export async function tellUnused(ctx: Ctx, userId: string, on: string, cause: string): Promise<string> {
  return String(await tell(ctx, [userId], 'account-unused', { day: on }, '/account', cause));
}
