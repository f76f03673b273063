import type { Prepared } from '#app/db/prepare.ts';

/** One thing the database is filled with at every start: repeatable, quick when nothing is new. Its answer is shown. */
export type SeedStep = {
  zh: string;
  en: string;
  run: (urls: Prepared, options: { provinces: readonly string[] | 'all' }) => Promise<string | void>;
};

/** 基础数据: in this order, in every database. */
export const seedSteps: readonly SeedStep[] = [];

/** 演示数据: only in demo mode, after the others. */
export const demoSteps: readonly SeedStep[] = [];

/** 演示账号: printed when the server is ready. */
export const demoAccounts: readonly { zh: string; en: string; name: string; password: string }[] = [];
