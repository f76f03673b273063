import { openForLetters } from '#app/domain/children/identity/open-for-letters.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { getIncident, untoldChildren } from './read.ts';

/** 书面告知名单: the names of those whose families have no account, opened with a reason by the officer of the place, to print and hand over. */
export async function openLetters(ctx: Ctx, id: string, reason: string) {
  const incident = await getIncident(ctx, id);
  if (!incident.notice) throw new Refusal('incident-not-told', 422);
  return openForLetters(ctx, incident.regionCode, await untoldChildren(ctx, id), { reason, cause: id });
}
