import { expireSeats } from '#app/domain/children/councils/expire.ts';
import { expireAgedOut, expireNotRenewed, expireWithdrawn } from '#app/domain/children/identity/expire.ts';
import { expireCodes, expireGrants, expireOldConsents, expireRequests, expireSlips, expireTries } from '#app/domain/children/identity/expire-papers.ts';
import { expireLists } from '#app/domain/children/incidents/expire.ts';
import { expireComplaints, expireRefused } from '#app/domain/children/moderation/expire.ts';
import { expireSignUps } from '#app/domain/children/observers/expire.ts';
import { expireReports } from '#app/domain/children/protection/expire.ts';
import { tryRun } from '#app/domain/children/retention/dry-run.ts';
import type { Expiry } from '#app/domain/children/retention/expiry.ts';
import { closeRun, openRun, runClass } from '#app/domain/children/retention/runs.ts';
import { expireShares } from '#app/domain/children/sharing/expire.ts';
import { expireWorks } from '#app/domain/children/solicitations/expire.ts';
import { expireSuggestions } from '#app/domain/children/suggestions/expire.ts';
import { expireComments, expireSheets } from '#app/domain/children/surveys/expire.ts';
import { expireHazards } from '#app/domain/service/hazards/expire.ts';
import { expirePhotos } from '#app/domain/service/walks/expire.ts';
import type { Ctx } from '#app/platform/ctx.ts';

/** 逐室到期: what each room that holds something of a child takes away when its period is over. */
export const expiries: readonly Expiry[] = [
  expireAgedOut, expireWithdrawn, expireNotRenewed, expireOldConsents, expireSlips, expireGrants, expireRequests, expireCodes, expireTries,
  expireSuggestions, expireRefused, expireComplaints, expireComments, expireSheets, expireSeats, expireSignUps, expireWorks, expireHazards, expirePhotos, expireReports, expireLists, expireShares,
];

/** 每夜清理: class by class, in slices; a class that fails does not keep the others from their turn, and the run is tried again. */
export async function expireAll(ctx: Ctx): Promise<string> {
  const run = await openRun(ctx);
  if (run.finishedAt) return 'done';
  const failed: unknown[] = [];
  let done = 0;
  for (const expiry of expiries) {
    const figures = await runClass(ctx, run, expiry).catch((error: unknown) => void failed.push(error));
    done += figures?.done ?? 0;
  }
  if (failed.length > 0) throw new AggregateError(failed, 'some classes of records could not be worked through');
  return `${done} · ${await closeRun(ctx, run)}`;
}

/** 试算: what would go tonight, without touching anything. */
export const tryExpiries = (ctx: Ctx) => tryRun(ctx, expiries);
