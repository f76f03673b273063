import type { Ctx } from '#app/platform/ctx.ts';
import { getMyAssignment, isOpenToMarks, marksOf } from './my-reviews.ts';

/** 我此刻的评分: what this expert has saved, with its revision, for a window that has fallen behind. */
export async function getMyMarks(ctx: Ctx, id: string) {
  const mine = await getMyAssignment(ctx, id);
  return { revision: mine.assignment.revision, overall: mine.assignment.overall, isOpen: isOpenToMarks(mine), marks: await marksOf(ctx, id) };
}
