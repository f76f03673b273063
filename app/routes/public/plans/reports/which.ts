import { z } from 'zod';
import type { ReportKind } from '#app/domain/city/monitoring-reports/model.ts';
import { Refusal } from '#app/platform/refusal.ts';

/** Which edition is asked for; none is the newest. */
export const AskedReport = z.object({ edition: z.coerce.number().int().min(1).max(10_000).optional() });

/** 哪一份: the year of a yearly report, or the word for the closing one. */
export function whichOf(said: string): { kind: ReportKind; year: number | null } {
  if (said === 'closing') return { kind: 'closing', year: null };
  if (!/^(19|20|21)\d{2}$/.test(said)) throw new Refusal('monitoring-report-not-found', 404);
  return { kind: 'yearly', year: Number(said) };
}
