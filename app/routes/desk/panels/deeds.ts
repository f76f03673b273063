import { z } from 'zod';
import { addItems, propose, removeItem } from '#app/domain/pilot/panels/agenda.ts';
import { MeetingInput, MemberInput, ProposalInput, RecuseInput, VoteInput } from '#app/domain/pilot/panels/input.ts';
import { addMember, notePresence, removeMember } from '#app/domain/pilot/panels/members.ts';
import { cancelMeeting, editMeeting, openMeeting } from '#app/domain/pilot/panels/plan-meeting.ts';
import { signMinutes } from '#app/domain/pilot/panels/sign-minutes.ts';
import { castVote, recheckSeats, recuse } from '#app/domain/pilot/panels/vote.ts';
import type { Ctx } from '#app/platform/ctx.ts';

const about = { itemId: z.uuid() };
const whose = { userId: z.string().min(1).max(120) };

/** 会上能办的事: every form of the page of a meeting. */
export const Deed = z.discriminatedUnion('deed', [
  MeetingInput.extend({ deed: z.literal('edit') }),
  z.object({ deed: z.literal('cancel'), reason: z.string().trim().min(4).max(500) }),
  MemberInput.extend({ deed: z.literal('add-member') }),
  z.object({ deed: z.literal('remove-member'), ...whose }),
  z.object({ deed: z.literal('presence'), ...whose, isPresent: z.enum(['yes', 'no']) }),
  z.object({ deed: z.literal('add-items'), id: z.array(z.uuid(), 'nothing-chosen').min(1, 'nothing-chosen').max(100) }),
  z.object({ deed: z.literal('take-off'), ...about }),
  z.object({ deed: z.literal('begin') }),
  ProposalInput.extend({ deed: z.literal('propose'), ...about }),
  VoteInput.extend({ deed: z.literal('vote'), ...about }),
  RecuseInput.extend({ deed: z.literal('recuse'), ...about }),
  z.object({ deed: z.literal('recheck') }),
  z.object({ deed: z.literal('sign'), hash: z.string().length(64) }),
]);
export type Deed = z.infer<typeof Deed>;

/** 办理 one of them. */
export async function act(ctx: Ctx, meetingId: string, input: Deed): Promise<void> {
  switch (input.deed) {
    case 'edit': return editMeeting(ctx, meetingId, MeetingInput.parse(input));
    case 'cancel': return cancelMeeting(ctx, meetingId, input);
    case 'add-member': return addMember(ctx, meetingId, input);
    case 'remove-member': return removeMember(ctx, meetingId, input.userId);
    case 'presence': return notePresence(ctx, meetingId, { userId: input.userId, isPresent: input.isPresent === 'yes' });
    case 'add-items': return addItems(ctx, meetingId, input.id);
    case 'take-off': return removeItem(ctx, input.itemId);
    case 'begin': return openMeeting(ctx, meetingId);
    case 'propose': return propose(ctx, input.itemId, ProposalInput.parse(input));
    case 'vote': return castVote(ctx, input.itemId, input);
    case 'recuse': return recuse(ctx, input.itemId, input);
    case 'recheck': return void (await recheckSeats(ctx, meetingId));
    case 'sign': return signMinutes(ctx, meetingId, input);
  }
}
