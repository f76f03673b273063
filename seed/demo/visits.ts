import { createHash, randomUUID } from 'node:crypto';
import { rulesOf } from '#app/domain/base/standard/model.ts';
import { currentEdition } from '#app/domain/base/standard/read.ts';
import { receiveAttachment } from '#app/domain/pilot/visits/attachments.ts';
import { concludeVisit } from '#app/domain/pilot/visits/conclude.ts';
import { registerDevice } from '#app/domain/pilot/visits/devices.ts';
import { drawVisitSample } from '#app/domain/pilot/visits/draw-sample.ts';
import { SyncInput } from '#app/domain/pilot/visits/input.ts';
import { type Attachment, type Entry, hashOf, signedContent, type Values } from '#app/domain/pilot/visits/package.ts';
import { planVisits } from '#app/domain/pilot/visits/plan-visits.ts';
import { syncVisit } from '#app/domain/pilot/visits/sync.ts';
import { takeVisit } from '#app/domain/pilot/visits/take.ts';
import { drawnPhoto, drawnSignature } from './drawings.ts';
import { by, dayOf, type Moment, type Stage } from './stage.ts';

const binhu = '340111400';
const certified = '320102008001';
const levels = ['met', 'met', 'partly', 'met', 'not-met', 'met', 'met', 'partly'] as const;
const remarks = ['现场与自评一致。（示例）', '墙上的安排和实际开放的时间对得上。（示例）', '设施齐全，适合婴幼儿的还少一处。（示例）', '孩子们说得出议事会的主席是谁。（示例）'];

/** 实地评估: one brought back whole, signed and concluded; one with two phones that do not agree; one announced, one not, and a draw. */
export async function visitCommunities(stage: Stage, elsewhere: { unit: string; secret: string }): Promise<void> {
  await concludeOne(stage);
  await disagree(stage, elsewhere.unit);
  await drawVisitSample(by(stage, 'office', { day: -4, at: '10:30' }), { region: '34', size: 2, seed: `${dayOf(stage, -4)}-实地评估抽样`, codes: [] });
  await plan(stage, binhu, { day: -3, at: '09:50' }, 6, ['expert', 'expert-law'], 'announced', '请孩子们带路，看上学路和儿童之家。（示例）');
  await plan(stage, elsewhere.secret, { day: -2, at: '16:10' }, 9, ['expert-early'], 'unannounced', '看平常日子的儿童之家。（示例）');
}

async function plan(stage: Stage, code: string, at: Moment, day: number, experts: readonly [string, string?], notice: 'announced' | 'unannounced', purpose: string): Promise<string> {
  const idOf = (name: string) => by(stage, name, at).actor.id;
  const on = dayOf(stage, day);
  const [id] = await planVisits(by(stage, 'office', at), { codes: [code], notice, fromOn: on, toOn: on, purpose, expert: idOf(experts[0]), secondExpert: experts[1] ? idOf(experts[1]) : '' });
  return id!;
}

/** A phone of the story: it counts what is written on it. */
async function phoneOf(stage: Stage, visitId: string, who: string, name: string, at: Moment) {
  const deviceId = randomUUID();
  const ctx = by(stage, who, at);
  await registerDevice(ctx, { deviceId, name });
  const { rules } = await takeVisit(ctx, visitId, deviceId);
  let seq = 0;
  const entry = (path: string, value: unknown, written: Moment): Entry => ({ path, value, baseRevision: 0, deviceAt: by(stage, who, written).now.toISOString(), seq: (seq += 1) });
  const bring = (back: Moment, fields: Entry[], attachments: Attachment[] = []) =>
    syncVisit(by(stage, who, back), visitId, SyncInput.parse({ deviceId, clockAt: by(stage, who, back).now.toISOString(), fields, attachments, remaining: 0 }));
  return { rules, entry, bring };
}

/** 看完、传齐、签字、形成结果. */
async function concludeOne(stage: Stage): Promise<void> {
  const who = 'expert-rights';
  const there: Moment = { day: -30, at: '09:10' };
  const back: Moment = { day: -29, at: '20:40' };
  const id = await plan(stage, certified, { day: -41, at: '15:20' }, -30, [who], 'announced', '复核证书所列的空间和服务。（示例）');
  const phone = await phoneOf(stage, id, who, '苏念真的手机（示例）', { day: -31, at: '19:05' });
  const time = by(stage, who, there).now.toISOString();
  const place = { latitude: 32.1046, longitude: 118.8212, accuracy: 15 };
  const shots = await Promise.all([11, 12, 13].map(async (n) => drawnPhoto(n)));
  const said = phone.rules.slice(0, 32).flatMap((rule, n) => [phone.entry(`level:${rule.id}`, levels[n % levels.length], there), ...(n % 5 === 0 ? [phone.entry(`note:${rule.id}`, remarks[(n / 5) % remarks.length], there)] : [])]);
  const captions = ['楼间口袋公园（示例）', '儿童之家的开放时间（示例）', '上学路口（示例）'];
  const seen: Values['observation'] = { ruleId: phone.rules[20]!.id, text: '口袋公园入口有坡道，秋千下铺了软垫，护栏完好；下午四点有十一个孩子在玩，两位志愿者在场。（示例）', at: time, place, attachments: [sha256(shots[0]!)] };
  const entries = [
    phone.entry('began:visit', { at: time, place }, there), ...said, phone.entry('observation:o1', seen, there),
    ...shots.map((shot, n) => phone.entry(`photo:p${n + 1}`, { sha256: sha256(shot), ruleId: phone.rules[20 + n]!.id, caption: captions[n]!, at: time, place }, there)),
    ...(['a1', 'a2', 'a3'] as const).map((item) => phone.entry(`agenda:${item}`, { isDone: true, note: '' }, there)),
    phone.entry('overall:visit', '空间和服务与自评一致，孩子们在议事会上的意见有回音；婴幼儿的去处还少，建议列入下一年的计划。（示例）', there),
  ];
  const held = (content: Buffer, kind: Attachment['kind'], mediaType: string): Attachment => ({ sha256: sha256(content), kind, mediaType, size: content.length, at: time, place });
  const { fields } = await phone.bring(back, entries, shots.map((shot) => held(shot, 'photo', 'image/jpeg')));
  for (const shot of shots) await receiveAttachment(by(stage, who, back), id, sha256(shot), shot);

  const contentHash = await hashOf(signedContent(id, fields)!);
  const [mine, theirs] = [await drawnSignature(1), await drawnSignature(2)];
  const sign = (slot: string, name: string, role: string, drawn: Buffer) => phone.entry(`signature:${slot}`, { name, role, at: by(stage, who, back).now.toISOString(), contentHash, sha256: sha256(drawn), refusal: '' } satisfies Values['signature'], back);
  await phone.bring({ ...back, at: '20:50' }, [sign('expert', '苏念真', '评审专家', mine), sign('community', '许望舒', '社区主任', theirs)], [held(mine, 'signature', 'image/png'), held(theirs, 'signature', 'image/png')]);
  for (const drawn of [mine, theirs]) await receiveAttachment(by(stage, who, { ...back, at: '20:51' }), id, sha256(drawn), drawn);
  await concludeVisit(by(stage, 'office-check', { day: -26, at: '11:00' }), id, { note: '' });
}

/** 两台手机写的不一样: one level and one note wait for an expert. */
async function disagree(stage: Stage, code: string): Promise<void> {
  const there: Moment = { day: -6, at: '10:00' };
  const id = await plan(stage, code, { day: -12, at: '10:10' }, -6, ['expert', 'expert-rights'], 'announced', '看儿童议事会和上学路。（示例）');
  const [one, other] = [await phoneOf(stage, id, 'expert', '顾明远的手机（示例）', { day: -7, at: '20:15' }), await phoneOf(stage, id, 'expert-rights', '苏念真的平板（示例）', { day: -7, at: '21:00' })];
  const time = by(stage, 'expert', there).now.toISOString();
  const rules = rulesOf(await currentEdition(by(stage, 'office', there))).slice(0, 6);
  await one.bring({ day: -5, at: '08:40' }, [
    one.entry('began:visit', { at: time, place: { latitude: 31.86, longitude: 117.28, accuracy: 20 } }, there), ...rules.map((rule, n) => one.entry(`level:${rule.id}`, levels[n], there)),
    one.entry(`note:${rules[1]!.id}`, '议事会有章程、有记录，最近一次在上个月。（示例）', there),
  ]);
  await other.bring({ day: -5, at: '18:20' }, [
    ...rules.slice(0, 4).map((rule, n) => other.entry(`level:${rule.id}`, n === 1 ? 'partly' : levels[n], there)), other.entry(`note:${rules[1]!.id}`, '问了五个孩子，两个没有听说过议事会。（示例）', there),
  ]);
}

const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');
