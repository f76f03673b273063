import type { Locale } from '#app/platform/ctx.ts';

const year = 365 * 24 * 60 * 60;

/** 语言的 cookie: what a chosen language is remembered by. */
export const localeCookie = (locale: Locale) => `locale=${locale}; Path=/; Max-Age=${year}; SameSite=Lax`;
