import type { Ctx } from '#app/platform/ctx.ts';
import { edit } from './edit.ts';
import type { EditPlanInput } from './input.ts';

/** 修改计划: its name, years, issuer and goal. */
export function editPlan(ctx: Ctx, id: string, { zh, en, issuer, startsOn, endsOn, goalZh, goalEn, edition }: EditPlanInput): Promise<void> {
  return edit(ctx, id, { edition, event: 'city-plan.edited', facts: { title: zh } }, ({ content }) => ({ zh, en, issuer, startsOn, endsOn, content: { ...content, goal: { zh: goalZh, en: goalEn } } }));
}
