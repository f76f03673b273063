import type { Which } from '#app/domain/pilot/self-assessment/held.ts';

/** 哪一份 of the address: a year that is no year names nothing. */
export const whichOf = ({ code, year }: { code: string; year: string }): Which => ({ regionCode: code, year: /^\d{4}$/.test(year) ? Number(year) : Number.NaN });

/** The address of an assessment and what lies below it. */
export const yearAddress = ({ regionCode, year }: Which, below = '') => `/work/${regionCode}/self-assessment/${year}${below}`;
export const sectionAddress = (which: Which, sectionId: string, ruleId?: string) => yearAddress(which, `/sections/${sectionId}${ruleId ? `#${ruleId}` : ''}`);
