import { redirect } from 'react-router';
import { z } from 'zod';
import { assignHazard } from '#app/domain/service/hazards/assign-hazard.ts';
import { checkHazard, declineHazard } from '#app/domain/service/hazards/check-hazard.ts';
import { confirmAsSecond } from '#app/domain/service/hazards/confirm-hazard.ts';
import { AssignInput, CheckInput, ConfirmInput, DuplicateInput, ReasonInput, RepairInput } from '#app/domain/service/hazards/input.ts';
import { linkDuplicate } from '#app/domain/service/hazards/link-duplicate.ts';
import { reopenHazard } from '#app/domain/service/hazards/reopen-hazard.ts';
import { repairAsStaff } from '#app/domain/service/hazards/repair-hazard.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { answer } from '#app/platform/http.ts';
import { photosOf } from '#app/routes/public/hazards/photos-of.ts';

const Deed = z.discriminatedUnion('deed', [
  CheckInput.extend({ deed: z.literal('check') }), ReasonInput.extend({ deed: z.literal('decline') }), AssignInput.extend({ deed: z.literal('assign') }), RepairInput.extend({ deed: z.literal('repair') }),
  ConfirmInput.safeExtend({ deed: z.literal('confirm') }), ReasonInput.extend({ deed: z.literal('reopen') }), DuplicateInput.extend({ deed: z.literal('join') }),
]);

/** 办理一步, by what the form says. */
export function actOn(ctx: Ctx, request: Request, place: string, id: string) {
  return answer(ctx, request, Deed, async (input, _given, form) => {
    if (input.deed === 'check') await checkHazard(ctx, place, id, input);
    else if (input.deed === 'decline') await declineHazard(ctx, place, id, input);
    else if (input.deed === 'assign') await assignHazard(ctx, place, id, input);
    else if (input.deed === 'repair') await repairAsStaff(ctx, place, id, input, await photosOf(form));
    else if (input.deed === 'confirm') await confirmAsSecond(ctx, place, id, input);
    else if (input.deed === 'reopen') await reopenHazard(ctx, place, id, input);
    else await linkDuplicate(ctx, place, id, input.of);
    return redirect(`/work/${place}/children/hazards/${id}`);
  });
}
