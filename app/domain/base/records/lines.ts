import { sql } from 'drizzle-orm';
import type { SealedLine } from './fingerprint.ts';

/** Every column of `records r` as the text that is hashed, the same on every server. */
export const lineColumns = sql`r.county_code as "countyCode", r.id::text as id, r.region_code as "regionCode",
  to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as at, r.actor_id as "actorId", r.actor_name as "actorName",
  r.event, r.subject_id as "subjectId", r.request_id as "requestId", r.facts::text as facts`;

export type LineRow = SealedLine & Record<string, unknown>;

/** The smallest id that the database's clock gives from this instant on: ids sort by time. */
export function firstIdAt(instant: Date): string {
  const ms = Math.max(0, instant.getTime()).toString(16).padStart(12, '0');
  return `${ms.slice(0, 8)}-${ms.slice(8)}-0000-0000-000000000000`;
}
