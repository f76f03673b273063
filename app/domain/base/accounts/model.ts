/** 角色: what a person may be in a region or an organisation. */
export const roles = [
  'programme-officer',
  'government-officer',
  'community-worker',
  'expert',
  'organisation-agent',
  'system-admin',
  'security-admin',
  'audit-admin',
] as const;
export type Role = (typeof roles)[number];

/** 三员: the three administrator roles that one person never holds two of. */
export const separatedRoles = ['system-admin', 'security-admin', 'audit-admin'] as const satisfies readonly Role[];

/** 工作人员: roles that need a second factor outside demo mode. */
export const staffRoles = roles.filter((role) => role !== 'organisation-agent');

export function isSeparated(role: string): boolean {
  return (separatedRoles as readonly string[]).includes(role);
}

/** Whether somebody with these roles may be given one more: administrators stay apart from each other. */
export function canHold(held: readonly string[], wanted: Role): boolean {
  return !isSeparated(wanted) || !held.some((role) => isSeparated(role) && role !== wanted);
}
