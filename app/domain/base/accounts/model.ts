/** 角色: what a person may be in a region or an organisation. */
export const roles = [
  'programme-officer',
  'government-officer',
  'community-worker',
  'expert',
  'organisation-agent',
  'guardian',
  'system-admin',
  'security-admin',
  'audit-admin',
] as const;
export type Role = (typeof roles)[number];

/** 三员: the three administrator roles that one person never holds two of. */
const separatedRoles = ['system-admin', 'security-admin', 'audit-admin'] as const satisfies readonly Role[];

/** 属地角色: governments and workers of one place; a region left out would give them the whole nation's drafts. */
const localRoles = ['government-officer', 'community-worker'] as const satisfies readonly Role[];

/** Whether somebody of one place would be let loose on the nation. */
export function isPlaceless({ role, regionCode }: { role: Role; regionCode: string }): boolean {
  return regionCode === '*' && localRoles.some((local) => local === role);
}

/** 工作人员: roles that need a second factor outside demo mode. */
export const staffRoles = roles.filter((role) => role !== 'organisation-agent' && role !== 'guardian');

/** 空闲退出: staff screens stand in open offices and show other people's papers; half an hour covers a phone call. */
const idleMinutes = 30;

/** 会话上限: one working day and no more, however busy. */
export const sessionHours = 12;

/** The last activity is written down at most this often, so that reading a page is seldom a write. */
export const seenEverySeconds = 60;

/** 锁定: this many wrong passwords, and the account waits this long. */
export const maxWrongPasswords = 5;
export const lockMinutes = 15;

/** 久未使用: a staff account nobody has signed in to for so many days is disabled by the clock, warned so many days before. */
export const unusedDays = 180;
export const unusedWarningDays = 14;

/** 邀请期限: an invitation unused for a week is no longer wanted. */
export const invitationDays = 7;

/** 重置密码链接期限: handed over by hand, so a day is enough. */
export const passwordResetHours = 24;

/** 口令长度, in letters. */
export const passwordLength = { min: 10, max: 128 };

/** 演示密码: everybody in the demonstration has it; it is shown beside their names, and in demo mode only. */
export const demoPassword = 'child-friendly-2026';

const commonPasswords = [
  'password', 'passw0rd', 'qwerty', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'abc123', 'a123456', 'iloveyou', 'woaini',
  'woaini1314', 'admin', 'administrator', 'welcome', 'letmein', 'tongyou', '123456', '1234567890', '0123456789',
  '9876543210', '5201314', '1314520', 'qazwsx', '1qaz2wsx', 'q1w2e3r4',
];

/** 弱口令: too short, one of the well-known ones with digits or signs around it, a repetition, or the user name itself. */
export function isWeakPassword(password: string, username = ''): boolean {
  if (password.length < passwordLength.min) return true;
  const plain = password.toLowerCase();
  if (username && plain.includes(username.toLowerCase())) return true;
  if (new Set(plain).size < 5) return true;
  return commonPasswords.some((common) => plain.replace(common, '').length < 4 && plain.includes(common));
}

/** 登录名: Latin letters first, then letters, digits, dot, dash, underscore; so it is never a phone number. */
export function isUsername(name: string): boolean {
  return /^[a-z][a-z0-9._-]{2,29}$/.test(name) && !isMachineName(name);
}

/** 系统的登录名: nobody's to choose; behind it stands a machine that has no password. */
export function machineName(random: string): string {
  return `system-${random}`;
}

export function isMachineName(name: string | null): boolean {
  return /^system-[0-9a-f]{10}$/.test(name ?? '');
}

/** 手机号码: eleven digits of the mainland. */
export function isMobileNumber(number: string): boolean {
  return /^1[3-9]\d{9}$/.test(number);
}

/** 三员: whether a role may not be held beside another of the three. */
export function isSeparated(role: string): boolean {
  return (separatedRoles as readonly string[]).includes(role);
}

/** 工作人员: whoever needs a second factor. */
export function isStaff(heldRoles: readonly string[]): boolean {
  return heldRoles.some((role) => (staffRoles as readonly string[]).includes(role));
}

/** Whether somebody with these roles may be given one more: administrators stay apart from each other. */
export function canHold(held: readonly string[], wanted: Role): boolean {
  return !isSeparated(wanted) || !held.some((role) => isSeparated(role) && role !== wanted);
}

/** Whether a person at work has sat still for too long. */
export function isIdle(lastSeen: Date, now: Date, heldRoles: readonly string[]): boolean {
  return isStaff(heldRoles) && now.getTime() - lastSeen.getTime() > idleMinutes * 60_000;
}

/** 邀请状态: what has become of an invitation. */
export type InvitationState = 'unconfirmed' | 'sent' | 'accepted' | 'effective' | 'revoked' | 'expired';

type InvitationDates = { confirmedAt: Date | null; acceptedAt: Date | null; revokedAt: Date | null; expiresAt: Date };

/** An accepted one waits for the security administrator if nobody has confirmed its role yet. */
export function invitationState(dates: InvitationDates, now: Date): InvitationState {
  if (dates.revokedAt) return 'revoked';
  if (dates.acceptedAt) return dates.confirmedAt ? 'effective' : 'accepted';
  if (dates.expiresAt <= now) return 'expired';
  return dates.confirmedAt ? 'sent' : 'unconfirmed';
}

/** A path of this site to go on to after signing in; anything else is the given one. */
export function localPath(path: string | null | undefined, otherwise: string): string {
  if (!path || !/^\/(?!\/)[!-[\]-~]*$/.test(path)) return otherwise; // a header carries printable ASCII only
  return path.startsWith('/account/sign-in') ? otherwise : path;
}
