/** 回避情形: what keeps an expert and an application apart. */
export const conflictKinds = [
  'same-organisation', 'same-region', 'supervising-region', 'trained-or-consulted', 'sponsor-tie', 'family', 'earlier-objection', 'other-declared',
] as const;
export type ConflictKind = (typeof conflictKinds)[number];

/** What an expert may say of themselves, and what the office may enter about them. */
export const declaredKinds = ['same-organisation', 'trained-or-consulted', 'sponsor-tie', 'family', 'earlier-objection', 'other-declared'] as const satisfies readonly ConflictKind[];
export const recordedKinds = [...declaredKinds, 'supervising-region'] as const satisfies readonly ConflictKind[];

/** 来源: said by the expert, worked out from what the records know, or entered by the office and by later rooms. */
export const conflictSources = ['declared', 'inferred', 'recorded'] as const;
export type ConflictSource = (typeof conflictSources)[number];

/** 关系对象: with which an expert is tied; a region takes in everything below it. */
export type TiedTo = { applicationId: string } | { organisationId: string } | { organisationName: string } | { regionCode: string } | { communityCode: string };

/** 回避声明: the version of the words an expert confirms before each application; new words, new version. */
export const statementVersion = '2026-1';

/** The refusal that says why this pair must stay apart. */
export const conflictRefusals = {
  'same-organisation': 'expert-same-organisation',
  'same-region': 'expert-same-region',
  'supervising-region': 'expert-supervising-region',
  'trained-or-consulted': 'expert-trained-or-consulted',
  'sponsor-tie': 'expert-sponsor-tie',
  family: 'expert-family-tie',
  'earlier-objection': 'expert-objected-earlier',
  'other-declared': 'expert-declared-conflict',
} as const satisfies Record<ConflictKind, string>;

/** The other end of a tie as it was typed: a unit below the district is this community, anything above it a whole region; otherwise an organisation by its name. */
export function endOf({ regionCode, organisationName }: { regionCode: string; organisationName: string }): TiedTo {
  if (regionCode === '') return { organisationName };
  return regionCode.length > 6 ? { communityCode: regionCode } : { regionCode };
}
