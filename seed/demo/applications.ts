import { storeFile } from '#app/domain/base/files/store-file.ts';
import { attachPaper, removePaper } from '#app/domain/pilot/applications/attach-paper.ts';
import { completeCheck, returnApplication } from '#app/domain/pilot/applications/check-completeness.ts';
import { checklist } from '#app/domain/pilot/applications/checklist.ts';
import type { Answer } from '#app/domain/pilot/calls/model.ts';
import type { SelfCheckLevel } from '#app/domain/pilot/applications/model.ts';
import { saveSection } from '#app/domain/pilot/applications/save-section.ts';
import { saveVerdict } from '#app/domain/pilot/applications/save-verdict.ts';
import { startDraft } from '#app/domain/pilot/applications/start-draft.ts';
import { submitApplication } from '#app/domain/pilot/applications/submit.ts';
import type { Ctx } from '#app/platform/ctx.ts';
import { answersOf } from './answers.ts';
import { scannedLetter } from './letters.ts';
import { inventedCode } from './organisations.ts';
import type { Place } from './places.ts';
import { by, dayOf, type Stage } from './stage.ts';

const seen = Array.from({ length: 12 }, (_, revision) => revision);

/** 保存 answers whose author has read all that stands. */
export function fill(ctx: Ctx, id: string, answers: Record<string, Answer>) {
  return saveSection(ctx, id, { answers: Object.entries(answers).map(([questionId, value]) => ({ questionId, value, bases: seen })) });
}

/** 全部答案 of a place, as its officer writes them on that day, with tasks for the time after it. */
export function wholeForm(stage: Stage, place: Place, day: number): Record<string, Answer> {
  const officer = by(stage, place.key, { day }).actor.name;
  return answersOf(place, officer, inventedCode('11', place.government), Number(dayOf(stage, day + 120).slice(0, 4)));
}

/** 上传意见: the scanned letter with the day on it, sealed or not. */
async function attachLetter(stage: Stage, place: Place, id: string, day: number, isSealed = true): Promise<string> {
  const ctx = by(stage, place.key, { day, at: '11:20' });
  const content = await scannedLetter(place.unit, dayOf(stage, day - 1), isSealed);
  const { id: fileId } = await storeFile(ctx, { name: `${place.governmentName}意见（样件）.pdf`, content });
  await attachPaper(ctx, id, { paper: 'sealed-opinion', fileId });
  return fileId;
}

export type SelfCheck = { ruleId: string; level: SelfCheckLevel; note: string }[];

/** 从起草到提交: started one day, filled and handed in on the days after it. */
export async function apply(stage: Stage, place: Place, callId: string, day: number, given: { isSealed?: boolean; selfCheck?: SelfCheck } = {}): Promise<string> {
  const { id } = await startDraft(by(stage, place.key, { day, at: '09:15' }), { callId, regionCode: place.unit });
  const answers = Object.entries(wholeForm(stage, place, day));
  const half = Math.ceil(answers.length / 2);
  await fill(by(stage, place.key, { day, at: '10:40' }), id, Object.fromEntries(answers.slice(0, half)));
  await fill(by(stage, place.key, { day: day + 1, at: '15:05' }), id, Object.fromEntries(answers.slice(half)));
  await attachLetter(stage, place, id, day + 2, given.isSealed);
  await submitApplication(by(stage, place.key, { day: day + 2, at: handedInAt(place) }), id, { truthful: 'yes', ...(given.selfCheck ? { selfCheck: given.selfCheck } : {}) });
  return id;
}

/** Not everybody hands in at the same minute of the afternoon. */
function handedInAt({ unit }: Place): `${number}:${number}` {
  const minutes = Number(unit.slice(-6)) % 240;
  return `${14 + Math.floor(minutes / 60)}:${minutes % 60}`;
}

type Lack = { item: string; reason: string };

/** 核验: the checklist gone through by the second officer, what lacks with its reason. */
async function judge(stage: Stage, id: string, day: number, lacks: readonly Lack[] = []): Promise<Ctx> {
  const ctx = by(stage, 'office-check', { day, at: '10:20' });
  for (const { id: item } of checklist) {
    if (!lacks.some((lack) => lack.item === item)) await saveVerdict(ctx, id, { item, verdict: 'ok', reason: '', seen: '' });
  }
  for (const { item, reason } of lacks) await saveVerdict(ctx, id, { item, verdict: 'return', reason, seen: '' });
  return by(stage, 'office-check', { day, at: '10:55' });
}

export async function passCheck(stage: Stage, id: string, day: number, round = 1): Promise<void> {
  await completeCheck(await judge(stage, id, day), id, { round });
}

export async function returnIt(stage: Stage, id: string, day: number, lacks: readonly Lack[]): Promise<void> {
  await returnApplication(await judge(stage, id, day, lacks), id, { round: 1 });
}

/** 补正: the letter without a seal is replaced by one with it, and the application handed in again. */
export async function mendLetter(stage: Stage, place: Place, id: string, day: number, oldFileId: string): Promise<void> {
  await removePaper(by(stage, place.key, { day, at: '11:00' }), id, { paper: 'sealed-opinion', fileId: oldFileId });
  await attachLetter(stage, place, id, day);
  await submitApplication(by(stage, place.key, { day, at: '15:48' }), id, { truthful: 'yes' });
}
