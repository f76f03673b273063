/** 事件种类: what happened, or may have happened, to children's data (个人信息保护法 57). */
export const incidentKinds = ['leak', 'tampering', 'loss', 'misuse'] as const;
export type IncidentKind = (typeof incidentKinds)[number];

/** 涉及的信息种类. */
export const dataKinds = ['name', 'birthday', 'nickname', 'guardian', 'consents', 'words', 'pictures', 'voice', 'answers', 'places', 'codes'] as const;
export type DataKind = (typeof dataKinds)[number];

/** 事件的进度: reported, contained, families told (or a reason why not), closed by a second person. */
export const incidentStates = ['reported', 'contained', 'told', 'closed'] as const;
export type IncidentState = (typeof incidentStates)[number];

/** 范围的算法: how it is worked out whose data was touched. */
export const scopeKinds = ['region', 'looks', 'children', 'class-code'] as const;
export type ScopeKind = (typeof scopeKinds)[number];

/** 告知的方式: a message to each guardian who has an account; a letter for everybody else. */
export const ways = ['in-app', 'paper'] as const;
export type Way = (typeof ways)[number];

/**
 * 时限 in hours from when it was found, where a region has not set its own. The law says at once and names no hours (个人信息保护法 57;
 * 未成年人网络保护条例 35); these are the programme's.
 */
export const usualHours = { authorityHours: 24, tellHours: 72 } as const;
export const hourBounds = { authorityHours: { least: 1, most: 24 }, tellHours: { least: 4, most: 168 } } as const;
export type Hours = { authorityHours: number; tellHours: number };

/** 告知书: what the law lists, each in a field of its own, and the same in child words. */
export const noticeParts = ['kinds', 'cause', 'harm', 'measures', 'advice', 'contact'] as const;
export type NoticePart = (typeof noticeParts)[number];
export type IncidentNotice = Record<NoticePart, string> & { child: string[] };

type Standing = { state: IncidentState; authorityReportedAt: Date | null; authorityDueAt: Date; tellDueAt: Date };

/** 逾期的时限 at a moment. */
export function lateClocks({ state, authorityReportedAt, authorityDueAt, tellDueAt }: Standing, now: Date): ('authority' | 'tell')[] {
  if (state === 'closed') return [];
  const isUntold = state === 'reported' || state === 'contained';
  return [...(authorityReportedAt === null && authorityDueAt <= now ? (['authority'] as const) : []), ...(isUntold && tellDueAt <= now ? (['tell'] as const) : [])];
}

/** 还缺什么 before it can be closed. */
export function missingBeforeClosing({ state, authorityReportedAt }: Standing): ('incident-not-contained' | 'incident-not-told' | 'incident-not-reported')[] {
  return [
    ...(state === 'reported' ? (['incident-not-contained'] as const) : []),
    ...(state === 'told' || state === 'closed' ? [] : (['incident-not-told'] as const)),
    ...(authorityReportedAt === null ? (['incident-not-reported'] as const) : []),
  ];
}
