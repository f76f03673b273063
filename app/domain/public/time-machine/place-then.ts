import { lineageOf } from '#app/domain/base/regions/successors.ts';
import { pathThen } from '#app/domain/base/regions/then.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import type { Difference } from './model.ts';

/** 当时的区划 of a code: where it lay by the names of that moment, and what it is today. */
export type PlaceThen = { code: string; path: string[]; name: string; today: { code: string; name: string }[]; differs: Difference[] };

export async function placeThen(ctx: Ctx, code: string, at: Date): Promise<PlaceThen> {
  const path = (await pathThen(ctx, code, at)).map(({ name }) => name);
  const lineage = await lineageOf(ctx, code, at);
  const name = lineage?.name ?? path.at(-1) ?? code;
  const today = (lineage?.today ?? []).map((unit) => ({ code: unit.code, name: unit.name }));
  const isElsewhere = !today.some((unit) => unit.code === code);
  const differs: Difference[] = isElsewhere ? ['place-ended'] : today.some((unit) => unit.code === code && unit.name !== name) ? ['name'] : [];
  return { code, path: path.slice(0, -1), name, today, differs };
}
