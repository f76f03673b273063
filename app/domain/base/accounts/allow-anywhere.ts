import type { Ctx } from '#app/platform/ctx.ts';
import { Refusal } from '#app/platform/refusal.ts';
import { mayAnywhere, type Verb } from './access.ts';

/** 须在某处有权: for a list, whose rows are then only those of the person's own regions. */
export function allowAnywhere(ctx: Ctx, verb: Verb): void {
  if (ctx.actor.id === '') throw new Refusal('sign-in-needed', 401);
  if (!mayAnywhere(ctx.actor, verb)) throw new Refusal('not-allowed', 403);
}
