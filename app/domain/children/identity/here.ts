import type { ChildHere, Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';

/** 须是儿童: a child's own account or a class code; nobody else speaks as a child (网络保护条例 31). */
export function needChild(ctx: Ctx): ChildHere {
  if (!ctx.child) throw new Refusal('child-code-needed', 403);
  return ctx.child;
}
