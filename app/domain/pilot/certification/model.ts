/** 证书等级, from the first to the highest: pilot 试点, certified 认证, demonstration site 示范点. */
export const levels = ['pilot', 'certified', 'demonstration'] as const;
export type Level = (typeof levels)[number];

export type Words = { zh: string; en: string };

/** 等次 within a level, the highest first. */
export type Grade = Words & { id: string };

/** 等级的设置, in force from a day on: what it is called, what it says, how long it holds and what it needs. */
export type LevelContent = {
  name: Words;
  about: Words;
  needs: Words;
  grades: Grade[];
  validMonths: number;
  /** So many days before the end a renewal may be asked for. */
  renewalDays: number;
  /** Working days in which the holder of a certificate may answer before it is decided against them. */
  replyDays: number;
  /** A valid certificate of this level must be there first. */
  requires: Level | null;
};

/** 证书状态 as it is kept; that its time is over follows from the day. */
export const certificateStates = ['valid', 'suspended', 'withdrawn', 'replaced'] as const;
export type CertificateState = (typeof certificateStates)[number];

/** 效力 on a day: what everybody is told. */
export const standings = ['valid', 'suspended', 'withdrawn', 'replaced', 'expired'] as const;
export type Standing = (typeof standings)[number];

/** 今天的效力: the last day counts to its end in Beijing; a suspended certificate whose time is over is over. */
export function standingOf({ state, validUntil }: { state: CertificateState; validUntil: string }, today: string): Standing {
  return (state === 'valid' || state === 'suspended') && today > validUntil ? 'expired' : state;
}

/** 处置: what may be taken against a certificate. */
export const measureKinds = ['suspend', 'downgrade', 'withdraw'] as const;
export type MeasureKind = (typeof measureKinds)[number];

/** 处置进程: told to the holder, answered by them, decided. */
export const measureStates = ['notified', 'replied', 'decided'] as const;
export type MeasureState = (typeof measureStates)[number];
export const measureOutcomes = ['taken', 'dropped'] as const;
export type MeasureOutcome = (typeof measureOutcomes)[number];

/** 可以决定: when the holder has answered, or the last day for it is over. */
export function mayDecide({ state, replyDueOn }: { state: MeasureState; replyDueOn: string }, today: string): boolean {
  return state === 'replied' || (state === 'notified' && today > replyDueOn);
}

/** What may still happen to a certificate that stands thus. */
export function canBeMeasured(standing: Standing, kind: MeasureKind): boolean {
  return standing === 'valid' || (standing === 'suspended' && kind !== 'suspend');
}

/** 降等: a lower level, or a lower grade of the same one. */
export function isLower(from: { level: Level; grade: string | null }, to: { level: Level; grade: string | null }, grades: readonly Grade[]): boolean {
  const rank = (level: Level) => levels.indexOf(level);
  if (from.level !== to.level) return rank(to.level) < rank(from.level);
  const place = (grade: string | null) => grades.findIndex(({ id }) => id === grade);
  return place(from.grade) >= 0 && place(to.grade) > place(from.grade);
}

/** 换证期: from this many days before the last day until the certificate is over. */
export function isRenewable({ renewalDays }: { renewalDays: number }, daysLeft: number): boolean {
  return daysLeft >= 0 && daysLeft <= renewalDays;
}

/** 有效期末日: so many months from a day on, the day before included: from 1 March 2026, 36 months: 28 February 2029. */
export function lastDayOf(from: string, months: number): string {
  const [year, month, day] = from.split('-').map(Number) as [number, number, number];
  const whole = month - 1 + months;
  const [toYear, toMonth] = [year + Math.floor(whole / 12), whole % 12];
  const days = new Date(Date.UTC(toYear, toMonth + 1, 0)).getUTCDate();
  const end = new Date(Date.UTC(toYear, toMonth, Math.min(day, days) - (day <= days ? 1 : 0)));
  return end.toISOString().slice(0, 10);
}

/** 证书编号: year, serial, and two check digits (ISO 7064, mod 97-10) that catch what was mistyped or made up. */
export function certificateNumber(year: number, serial: number): string {
  const body = `${year}${String(serial).padStart(5, '0')}`;
  return `TY${year}-${String(serial).padStart(5, '0')}-${checkDigits(body)}`;
}

function checkDigits(body: string): string {
  return String(98 - Number((BigInt(body) * 100n) % 97n)).padStart(2, '0');
}

/** 编号如人所打: full-width signs, spaces, small letters and left-out dashes are put right; undefined when it cannot be a number of ours. */
export function tidyNumber(typed: string): string | undefined {
  const plain = typed.normalize('NFKC').toUpperCase().replaceAll(/[\s_.·—–−-]/g, '');
  const match = /^TY(\d{4})(\d{5})(\d{2})$/.exec(plain);
  if (!match) return undefined;
  const [, year, serial, check] = match as unknown as [string, string, string, string];
  return checkDigits(`${year}${serial}`) === check ? `TY${year}-${serial}-${check}` : undefined;
}

/** 证书内容 frozen when it is issued: what stands on the paper and in the credential. */
export type CertificateContent = {
  unit: string;
  place: string[];
  applicant: string;
  level: Words;
  about: Words;
  needs: Words;
  grade: Words | null;
  call: Words;
  notice: { id: string; title: string };
};

/** 核验结论: what a file turns out to be, in the words that strangers read. */
export const verdicts = [...standings, 'tampered', 'unknown-issuer', 'key-withdrawn', 'not-on-register'] as const;
export type Verdict = (typeof verdicts)[number];

/** 来件上限 at the door of verification: ours weigh a thirtieth of it. */
export const largestPresented = 1_500_000;
