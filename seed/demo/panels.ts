import { proposeAdvice, saveAdvice } from '#app/domain/pilot/panels/advice.ts';
import { addItems, propose } from '#app/domain/pilot/panels/agenda.ts';
import { addMember } from '#app/domain/pilot/panels/members.ts';
import { openMeeting, planMeeting } from '#app/domain/pilot/panels/plan-meeting.ts';
import { getMeeting } from '#app/domain/pilot/panels/read.ts';
import { signMinutes } from '#app/domain/pilot/panels/sign-minutes.ts';
import { castVote } from '#app/domain/pilot/panels/vote.ts';
import { by, dayOf, type Stage } from './stage.ts';

const members = [['office-check', 'chair'], ['expert-policy', 'member'], ['expert-rights', 'member'], ['expert-education', 'member'], ['office', 'secretary']] as const;

/** 安排评审会 with its members called. */
export async function callPanel(stage: Stage, callId: string, nth: string, day: number, told: number): Promise<string> {
  const office = by(stage, 'office', { day: told, at: '10:00' });
  const id = await planMeeting(office, callId, { title: `${nth}评审会`, heldOn: dayOf(stage, day), heldAt: '14:00', place: '视频会议（示例）', isRemote: true, quorum: 3 });
  for (const [who, role] of members) await addMember(office, id, { account: by(stage, who, { day: told }).actor.id, role });
  return id;
}

/** 开过的评审会: one application talked about, voted down, the minutes signed by the chair. */
export async function panelAgainst(stage: Stage, callId: string, applicationId: string, nth: string, day: number): Promise<void> {
  const id = await callPanel(stage, callId, nth, day, day - 1);
  const office = by(stage, 'office', { day, at: '14:05' });
  await addItems(office, id, [applicationId]);
  await openMeeting(office, id);
  const [item] = (await getMeeting(office, id)).items;
  await propose(office, item!.id, { proposal: 'declined', clearsNegative: false, discussion: '推进机制没有落到具体科室，任务没有时间表；建议完善后报下一批次。（示例）' });
  for (const { userId } of item!.seats) await castVote(office, item!.id, { userId, vote: 'for' });
  const chair = by(stage, 'office-check', { day, at: '16:40' });
  await signMinutes(chair, id, await getMeeting(chair, id));
}

/** 看过建议: the draft out of the notes, read and kept. */
export async function readAdvice(stage: Stage, applicationId: string, day: number): Promise<void> {
  const office = by(stage, 'office', { day, at: '15:20' });
  await saveAdvice(office, applicationId, { revision: 0, ...(await proposeAdvice(office, applicationId)) });
}
