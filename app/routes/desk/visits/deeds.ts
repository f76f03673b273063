import { z } from 'zod';
import { assignVisitExpert } from '#app/domain/pilot/visits/assign-expert.ts';
import { callOffVisit, rescheduleVisit } from '#app/domain/pilot/visits/call-off.ts';
import { concludeVisit } from '#app/domain/pilot/visits/conclude.ts';
import { AssignInput, CallOffInput, ConcludeInput, RescheduleInput, SettleInput } from '#app/domain/pilot/visits/input.ts';
import { settleField } from '#app/domain/pilot/visits/settle.ts';
import type { Ctx } from '#app/platform/ctx.ts';

/** 一次到访能办的事: every form of its page. */
export const Deed = z.discriminatedUnion('deed', [
  AssignInput.extend({ deed: z.literal('assign') }),
  RescheduleInput.safeExtend({ deed: z.literal('reschedule') }),
  CallOffInput.extend({ deed: z.literal('call-off') }),
  ConcludeInput.extend({ deed: z.literal('conclude') }),
  SettleInput.extend({ deed: z.literal('settle') }),
]);
export type Deed = z.output<typeof Deed>;

/** 办理 one of them. */
export function act(ctx: Ctx, id: string, input: Deed): Promise<void> {
  switch (input.deed) {
    case 'assign': return assignVisitExpert(ctx, id, input);
    case 'reschedule': return rescheduleVisit(ctx, id, input);
    case 'call-off': return callOffVisit(ctx, id, input);
    case 'conclude': return concludeVisit(ctx, id, input);
    case 'settle': return settleField(ctx, id, input);
  }
}
