import { eq, inArray } from 'drizzle-orm';
import { allow } from '#app/domain/base/accounts/access.ts';
import { parentCandidates } from '#app/domain/base/regions/model.ts';
import { nameIn } from '#app/domain/base/regions/name-in.ts';
import { regions } from '#app/domain/base/regions/tables.server.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { nationalHotlines, type RegionHelp } from './model.ts';
import { regionHelp } from './tables.server.ts';

export type HelpHere = RegionHelp & { regionCode: string };

/** 就近: what the nearest region above set, and where nobody has, what is the same in the whole country. */
async function nearest(ctx: Ctx, code: string): Promise<HelpHere> {
  const codes = code === '*' ? ['*'] : [code, ...parentCandidates(code), '*'];
  const rows = await ctx.db.select().from(regionHelp).where(inArray(regionHelp.regionCode, codes));
  const set = codes.map((one) => rows.find((row) => row.regionCode === one)).find(Boolean);
  return set ?? { regionCode: '*', lines: nationalHotlines, adult: '', adultEn: '' };
}

/** 求助 for the child who asks, in the language of the page: the numbers, and the grown-up to turn to ('' for the words of the page). */
export async function helpFor(ctx: Ctx, code = ctx.child?.regionCode ?? '*'): Promise<{ lines: { number: string; what: string }[]; adult: string }> {
  const { lines, adult, adultEn } = await nearest(ctx, code);
  const isEnglish = ctx.locale === 'en';
  return { lines: lines.map(({ number, what, whatEn }) => ({ number, what: (isEnglish && whatEn) || what })), adult: isEnglish ? adultEn : adult };
}

/** 求助设置 of a region for those who set it: what stands there now, and from which region it comes. */
export async function helpSettings(ctx: Ctx, code: string): Promise<HelpHere & { isOwn: boolean; name: string; fromName: string }> {
  allow(ctx, 'help.edit', { regionCode: code });
  const help = await nearest(ctx, code);
  const nameOf = async (one: string) => (await ctx.db.select({ name: nameIn(ctx) }).from(regions).where(eq(regions.code, one)))[0]?.name ?? '';
  return { ...help, isOwn: help.regionCode === code, name: await nameOf(code), fromName: help.regionCode === code ? '' : await nameOf(help.regionCode) };
}
