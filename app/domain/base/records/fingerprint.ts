import { createHash } from 'node:crypto';

/** 一行记录 as it is hashed: every column as text, the facts as the database writes them. */
export type SealedLine = {
  countyCode: number; id: string; regionCode: string; at: string; actorId: string; actorName: string; event: string; subjectId: string; requestId: string; facts: string;
};

/** 指纹: SHA-256 over the JSON text of a list whose first word says what it is; any language can do it again. */
export function fingerprint(...parts: readonly (string | number)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** The half of a line that a proof shows: what happened, when, to what. */
export const aboutOf = (line: SealedLine) => [line.countyCode, line.regionCode, line.id, line.at, line.event, line.subjectId, line.facts] as const;

/** The half that a proof keeps to itself: who it was. */
export const whoHash = (line: SealedLine) => fingerprint('who', line.actorId, line.actorName, line.requestId);

/** 记录指纹, in two halves, so that a receipt can be proved without naming anybody. */
export function recordHash(line: SealedLine): string {
  return fingerprint('record', fingerprint('about', ...aboutOf(line)), whoHash(line));
}

export type Seal = { countyCode: number; position: number; recordId: string; hash: string; sealedOn: string };

/** 链环: holds the line and, through the link before, every earlier line of its county. */
export function linkOf(seal: Seal, previous: string): string {
  return fingerprint('link', seal.countyCode, seal.position, seal.recordId, seal.hash, seal.sealedOn, previous);
}

export type CountyDay = { countyCode: number; day: string; first: number; last: number; head: string; tree: string };

/** 县级日封: one leaf of the tree of a day. */
export const dayLeaf = (each: CountyDay) => fingerprint('day', each.countyCode, each.day, each.first, each.last, each.head, each.tree);

export type DayRoot = { day: string; previous: string; tree: string; counties: number; records: number };

/** 总封: one day's tree over all counties, tied to the day before. */
export const rootOf = (each: DayRoot) => fingerprint('root', each.day, each.previous, each.tree, each.counties, each.records);
