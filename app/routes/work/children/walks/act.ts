import { redirect } from 'react-router';
import { z } from 'zod';
import { closeWalk } from '#app/domain/service/walks/close-walk.ts';
import { addPhotos } from '#app/domain/service/walks/enter-sheet.ts';
import { CallOffInput, CloseInput, PhotoForm, TicketInput } from '#app/domain/service/walks/input.ts';
import { openTicket } from '#app/domain/service/walks/open-ticket.ts';
import { callOffWalk } from '#app/domain/service/walks/plan-walk.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { answer } from '#app/platform/http.ts';
import { photosOf } from '#app/routes/public/hazards/photos-of.ts';

const Deed = z.discriminatedUnion('deed', [
  TicketInput.extend({ deed: z.literal('ticket') }), PhotoForm.extend({ deed: z.literal('photos') }), CloseInput.extend({ deed: z.literal('close') }), CallOffInput.extend({ deed: z.literal('call-off') }),
]);

/** 办理一步, by what the form says; one returns to the part of the page one came from. */
export function actOn(ctx: Ctx, request: Request, place: string, id: string) {
  const parts = { ticket: '#wrong', photos: '#photos', close: '', 'call-off': '' } as const;
  return answer(ctx, request, Deed, async (input, _given, form) => {
    if (input.deed === 'ticket') await openTicket(ctx, place, id, input);
    else if (input.deed === 'photos') await addPhotos(ctx, place, id, input, await photosOf(form));
    else if (input.deed === 'close') await closeWalk(ctx, place, id, input);
    else await callOffWalk(ctx, place, id, input);
    return redirect(`/work/${place}/children/walks/${id}${parts[input.deed]}`);
  });
}
