/** 机构类别: government, community, social organisation, enterprise, institution. */
export const organisationKinds = ['government', 'community', 'social-organisation', 'enterprise', 'institution'] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** 核实状态: nobody has looked yet; the office found it right; or not. */
export const verifications = ['unverified', 'verified', 'rejected'] as const;
export type Verification = (typeof verifications)[number];

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** 统一社会信用代码 (GB 32100—2015): 18 characters whose last one checks the others. */
export function isCreditCode(code: string): boolean {
  if (!/^[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/.test(code)) return false;
  return code[17] === creditCheck(code.slice(0, 17));
}

/** The check character of the first seventeen. */
export function creditCheck(first: string): string {
  const sum = [...first].reduce((total, letter, i) => total + alphabet.indexOf(letter) * weights[i]!, 0);
  return alphabet[(31 - (sum % 31)) % 31]!;
}

/** Whether an organisation of this kind must give its credit code; committees and offices may not have one of their own. */
export function needsCreditCode(kind: OrganisationKind): boolean {
  return kind !== 'community' && kind !== 'government';
}
