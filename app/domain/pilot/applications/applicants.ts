import { contains, levelOf } from '#app/domain/base/regions/model.ts';
import type { Actor } from '#app/platform/ctx.ts';
import type { ApplicantLevel } from '#app/domain/pilot/calls/model.ts';

const levelNames: Record<number, ApplicantLevel> = { 2: 'city', 3: 'district', 4: 'township' };

/** 申报主体级别 of a region: city, district or township government; no other place can apply. */
export function applicantLevelOf(code: string): ApplicantLevel | undefined {
  return levelNames[levelOf(code)];
}

/** 可申报的政府: the governments for which this person may apply (问答 10), the nearest to the community first. */
export function governmentsOf(actor: Actor, allowed: readonly ApplicantLevel[], unit?: string): string[] {
  const codes = actor.grants
    .filter((grant) => grant.role === 'government-officer')
    .map((grant) => grant.regionCode)
    .filter((code) => {
      const level = applicantLevelOf(code);
      return level !== undefined && allowed.includes(level) && (unit === undefined || contains(code, unit));
    });
  return [...new Set(codes)].toSorted((a, b) => b.length - a.length);
}
