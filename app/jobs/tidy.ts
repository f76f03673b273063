import { sql } from 'drizzle-orm';
import { forgetMinutes } from '#app/domain/base/availability/keep-minute.ts';
import { forgetExpired } from '#app/domain/base/accounts/forget-expired.ts';
import { forgetAnswers } from '#app/domain/base/interfaces/answer-once.ts';
import { forgetDeliveries } from '#app/domain/base/interfaces/webhooks.ts';
import { sealPlainIdentities } from '#app/domain/pilot/objections/open-identity.ts';
import { config } from '#app/platform/config.ts';
import { clearLogs } from '#app/platform/log-file.ts';
import type { Ctx } from '#app/platform/ctx.ts';

/** 清理: runs and log files older than the law asks for, windows of time that are over, sessions and codes that have expired, answers kept for programs, pushes of ninety days ago, and minutes of 400; identities that still lie open are sealed. */
export async function tidy(ctx: Ctx): Promise<string> {
  const { LOG_DAYS, LOG_DIR, SECURITY_LOG_DIR } = config();
  const now = ctx.now.toISOString();
  const runs = await ctx.db.execute(sql`delete from job_runs where started_at < ${now}::timestamptz - make_interval(days => ${LOG_DAYS})`);
  const tries = await ctx.db.execute(sql`delete from attempts where until < ${now}::timestamptz`);
  const folders = [...new Set([LOG_DIR, SECURITY_LOG_DIR])].filter(Boolean);
  const logs = (await Promise.all(folders.map((folder) => clearLogs(folder, LOG_DAYS, ctx.now)))).map((many) => ` + ${many}`).join('');
  return `${runs.rowCount ?? 0} + ${tries.rowCount ?? 0} + ${await forgetExpired(ctx)} + ${await forgetAnswers(ctx)} + ${await forgetDeliveries(ctx)} + ${await forgetMinutes(ctx.db, ctx.now)} + ${await sealPlainIdentities(ctx)}${logs}`;
}
