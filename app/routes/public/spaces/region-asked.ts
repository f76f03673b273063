import { isRegionCode } from '#app/domain/base/regions/model.ts';
import { listChildren, regionPath } from '#app/domain/base/regions/read.ts';
import type { Ctx } from '#app/platform/ctx.ts';

/** 选到的地区: its path and what lies right below it. */
export async function regionAsked(ctx: Ctx, asked: string | null) {
  const code = asked && isRegionCode(asked) ? asked : '';
  const [path, below] = await Promise.all([code ? regionPath(ctx, code) : [], code.length < 12 ? listChildren(ctx, code || null) : []]);
  return { code: path.some((step) => step.code === code) ? code : '', path, below: below.map(({ code: lower, name }) => ({ code: lower, name })) };
}
