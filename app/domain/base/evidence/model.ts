/** 佐证种类: a fact said, a number, a photograph, a document, a stamped statement 盖章说明, what somebody saw on site 现场所见. */
export const kinds = ['fact', 'number', 'photo', 'document', 'statement', 'observation'] as const;
export type Kind = (typeof kinds)[number];

/** 年龄段 a piece speaks of; '' is all of them or none in particular. */
export const ageBands = ['', '0-3', '4-6', '7-12', '13-18'] as const;
export type AgeBand = (typeof ageBands)[number];

/** 密级: for everybody who reads what cites it; for offices at work; for the place itself, others only with a reason that is written down. */
export const confidentialities = ['public', 'office', 'sealed'] as const;
export type Confidentiality = (typeof confidentialities)[number];

/** 引用处: what may rest on a piece of evidence. */
export const citers = ['rule-answer', 'application', 'progress-report', 'visit', 'plan', 'case', 'evaluation', 'operation'] as const;
export type Citer = (typeof citers)[number];

/** 有效状态 on a day. */
export const standings = ['valid', 'soon', 'expired', 'not-yet', 'withdrawn'] as const;
export type Standing = (typeof standings)[number];

/** 到期提醒: so many days before the last day, and again before, the place is told; from the first on a piece counts as nearly over. */
export const warnDays = [30, 7] as const;

/** 一份材料 in a piece of evidence: its content's hash names it for good. */
export type EvidenceFile = { id: string; sha256: string; name: string; mediaType: string; size: number; hasThumbnail: boolean };

/** 内容: what a piece says; its hash is taken over this and nothing else. */
export type Content = {
  kind: Kind;
  title: string;
  text: string;
  number: number | null;
  unit: string;
  /** 已知项: the key of the fact this piece settles, so that no form asks for it again ('population', 'indoor-area'). */
  factKey: string;
  files: EvidenceFile[];
  place: string;
  validFrom: string;
  validTo: string | null;
  source: string;
  ageBand: AgeBand;
  confidentiality: Confidentiality;
};

/** 佐证所及: only counties, streets and their committees hold evidence; it then lies in one county for good. */
export const shortestPlace = 6;

type Dates = { validFrom: string; validTo: string | null; isWithdrawn: boolean };

/** Where a piece stands on a day, both days inclusive. */
export function standingOn({ validFrom, validTo, isWithdrawn }: Dates, day: string): Standing {
  if (isWithdrawn) return 'withdrawn';
  if (day < validFrom) return 'not-yet';
  if (validTo === null) return 'valid';
  if (day > validTo) return 'expired';
  return daysLeft(day, validTo) <= warnDays[0] ? 'soon' : 'valid';
}

/** Whether a piece may be rested on that day. */
export function isCitable(standing: Standing): boolean {
  return standing === 'valid' || standing === 'soon';
}

function daysLeft(day: string, last: string): number {
  return Math.round((Date.parse(`${last}T00:00:00Z`) - Date.parse(`${day}T00:00:00Z`)) / 86_400_000);
}

/** 同一条线: evidence serves a place when one of the two contains the other: a street and its committees, never two neighbours. */
export function serves(evidenceRegion: string, citingRegion: string): boolean {
  return citingRegion.startsWith(evidenceRegion) || evidenceRegion.startsWith(citingRegion);
}
