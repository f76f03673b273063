import { and, desc, eq, gte, isNotNull, isNull } from 'drizzle-orm';
import { allow, allowAnywhere, may, regionsFor } from '#app/domain/base/accounts/access.ts';
import { contains } from '#app/domain/base/regions/model.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { beijingDay } from '#app/platform/dates.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { lastTry } from './dry-run.ts';
import { isChainWhole } from './runs.ts';
import { periodHistory, periodsNow, periodsOf, scheduleVersion } from './schedule.ts';
import { retentionCertificates, retentionHolds, retentionRuns } from './tables.server.ts';

/** 期限表 of a place, with every change that bears on somebody's own regions. */
export async function getSchedule(ctx: Ctx, regionCode: string) {
  allow(ctx, 'retention.keep', { regionCode });
  const [now, history, version] = [await periodsNow(ctx), await periodHistory(ctx), await scheduleVersion(ctx)];
  const near = ({ regionCode: code }: { regionCode: string }) => contains(code, regionCode) || contains(regionCode, code);
  return { version, regionCode, periods: periodsOf(now, regionCode), below: now.filter(({ regionCode: code }) => code !== regionCode && contains(regionCode, code)), history: history.filter(near) };
}

/** 留存 of one's regions and of what lies above them, the standing ones first. */
export async function listHolds(ctx: Ctx) {
  allowAnywhere(ctx, 'retention.keep');
  const rows = await ctx.db.select().from(retentionHolds).orderBy(desc(retentionHolds.id)).limit(300);
  const mine = regionsFor(ctx.actor, 'retention.keep');
  const today = beijingDay(ctx.now);
  return rows
    .filter(({ regionCode }) => mine.some((code) => contains(code, regionCode)))
    .map((row) => ({ ...row, stands: row.liftedAt === null && row.until >= today, mayLift: may(ctx.actor, 'retention.keep', row), isOwn: row.placedBy === ctx.actor.id }))
    .toSorted((a, b) => Number(b.stands) - Number(a.stands));
}

/** 最近几次清理 and their certificates: all of it for the nation, one's own counties for a region. */
export async function getRuns(ctx: Ctx) {
  allowAnywhere(ctx, 'retention.keep');
  const isNational = may(ctx.actor, 'retention.keep', { regionCode: '*' });
  const mine = regionsFor(ctx.actor, 'retention.keep');
  const certificates = await ctx.db.select({ certificate: retentionCertificates, day: retentionRuns.day }).from(retentionCertificates).innerJoin(retentionRuns, eq(retentionRuns.id, retentionCertificates.runId)).where(isNotNull(retentionCertificates.number)).orderBy(desc(retentionCertificates.number)).limit(100);
  return {
    isNational,
    lastTry: isNational ? await lastTry(ctx) : null,
    runs: isNational ? await ctx.db.select().from(retentionRuns).where(eq(retentionRuns.isDry, false)).orderBy(desc(retentionRuns.id)).limit(14) : [],
    isChainWhole: await isChainWhole(ctx),
    certificates: certificates.flatMap(({ certificate, day }) => {
      const own = isNational ? certificate.many : Object.entries(certificate.counties).reduce((sum, [county, many]) => sum + (mine.some((code) => isOf(code, county)) ? many : 0), 0);
      return own > 0 ? [{ ...certificate, day, own }] : [];
    }),
  };
}

/** Whether a county's rows belong to this region; certificates tell no place smaller than a county apart. */
export const isOf = (code: string, county: string) => code === '*' || county.startsWith(code);

/** 一份删除证明. */
export async function getCertificate(ctx: Ctx, number: number) {
  const { certificates, isChainWhole: whole, isNational } = await getRuns(ctx);
  const row = certificates.find((one) => one.number === number);
  if (!row) throw new Refusal('retention-certificate-missing', 404);
  return { ...row, isChainWhole: whole, counties: isNational ? row.counties : {} };
}

/** The holds that stand today, for whoever counts them. */
export const standing = (ctx: Ctx) => and(isNull(retentionHolds.liftedAt), gte(retentionHolds.until, beijingDay(ctx.now)));
