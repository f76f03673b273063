import { data, redirect } from 'react-router';
import { approveItem } from '#app/domain/children/moderation/approve.ts';
import { takeBackForReading } from '#app/domain/children/moderation/complain.ts';
import { editText } from '#app/domain/children/moderation/edit-text.ts';
import { blurFaces, settleFaces } from '#app/domain/children/moderation/faces.ts';
import type { ItemAt } from '#app/domain/children/moderation/hold-item.ts';
import { ApproveInput, BlurInput, EditInput, EndLockInput, EscalateInput, FacesInput, HarmInput, KeepBackInput, RejectInput } from '#app/domain/children/moderation/input.ts';
import { escalateItem, keepBack, rejectItem } from '#app/domain/children/moderation/keep-back.ts';
import { boxOfCell } from '#app/domain/children/moderation/model.ts';
import { endLock } from '#app/domain/children/moderation/release-item.ts';
import { nextInQueue } from '#app/domain/children/moderation/read.ts';
import { suspectHarm } from '#app/domain/children/moderation/suspect-harm.ts';
import { undoConclusion } from '#app/domain/children/moderation/undo.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { answer, type Problem } from '#app/platform/http.ts';

const queueOf = ({ regionCode }: ItemAt) => `/work/${regionCode}/children/moderation`;

/** 看下一条: after a conclusion the next item opens, with the last one within reach to be undone. */
async function onward(ctx: Ctx, at: ItemAt, outcome: string) {
  const next = await nextInQueue(ctx, at);
  return redirect(next ? `${queueOf(at)}/${next}?after=${at.id}&outcome=${outcome}#told` : `${queueOf(at)}?all&outcome=${outcome}#told`);
}

type Do = (ctx: Ctx, request: Request, at: ItemAt) => Promise<unknown>;

/** 审核的动作: each by the name of its button. */
const deeds: Record<string, Do> = {
  approve: (ctx, request, at) => answer(ctx, request, ApproveInput, async (input) => onward(ctx, at, await approveItem(ctx, at, input))),
  edit: (ctx, request, at) => answer(ctx, request, EditInput, async (input) => {
    await editText(ctx, at, input);
    return onward(ctx, at, 'to-agree');
  }),
  hold: (ctx, request, at) => answer(ctx, request, KeepBackInput, async ({ note }) => {
    await keepBack(ctx, at, note);
    return onward(ctx, at, 'held');
  }),
  reject: (ctx, request, at) => answer(ctx, request, RejectInput, async (input) => {
    await rejectItem(ctx, at, input);
    return onward(ctx, at, 'rejected');
  }),
  escalate: (ctx, request, at) => answer(ctx, request, EscalateInput, async (input) => {
    await escalateItem(ctx, at, input);
    return onward(ctx, at, 'escalated');
  }),
  harm: (ctx, request, at) => answer(ctx, request, HarmInput, async ({ noticed }) => {
    await suspectHarm(ctx, at, noticed);
    return onward(ctx, at, 'protected');
  }),
  undo: (ctx, request, at) => answer(ctx, request, KeepBackInput, async () => {
    await undoConclusion(ctx, at);
    return redirect(`${queueOf(at)}/${at.id}?undone#told`);
  }),
  'take-back': (ctx, request, at) => answer(ctx, request, KeepBackInput, async () => {
    await takeBackForReading(ctx, at);
    return redirect(`${queueOf(at)}/${at.id}?taken-back#told`);
  }),
  'end-lock': (ctx, request, at) => answer(ctx, request, EndLockInput, async ({ reason }) => {
    await endLock(ctx, at, reason);
    return redirect(`${queueOf(at)}?all&outcome=dropped#told`);
  }),
  faces: (ctx, request, at) => answer(ctx, request, FacesInput, async ({ fileId, faces }) => {
    await settleFaces(ctx, at, fileId, faces);
    return redirect(`${queueOf(at)}/${at.id}#file-${fileId}`);
  }),
  blur: (ctx, request, at) => answer(ctx, request, BlurInput, async ({ fileId, cells }) => {
    await blurFaces(ctx, at, fileId, cells.map(boxOfCell));
    return redirect(`${queueOf(at)}/${at.id}#file-${fileId}`);
  }),
};

/** 办一个动作 that the form names. */
export function doDeed(ctx: Ctx, request: Request, at: ItemAt, name: string) {
  const deed = Object.hasOwn(deeds, name) ? deeds[name] : undefined;
  return (deed ? deed(ctx, request, at) : Promise.resolve(data<Problem>({ refusal: 'form-unreadable' }, 400))) as Promise<ReturnType<typeof data<Problem>> | Response>;
}
