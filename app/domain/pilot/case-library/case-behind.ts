import { inArray } from 'drizzle-orm';
import type { Ctx } from '#app/platform/ctx.ts';
import { cases } from './tables.server.ts';

/** 学用来源: the cases that tasks of a plan came from; one that was taken down since says so, and nothing of its text. */
export function casesBehind(ctx: Ctx, ids: readonly string[]) {
  if (ids.length === 0) return Promise.resolve([]);
  return ctx.db.select({ id: cases.id, number: cases.number, isShown: cases.isShown }).from(cases).where(inArray(cases.id, [...ids]));
}
