import { sql } from 'drizzle-orm';
import { storeFile } from '#app/domain/base/files/store-file.ts';
import { decideMeasure } from '#app/domain/pilot/certification/decide-measure.ts';
import { issueCertificates } from '#app/domain/pilot/certification/issue.ts';
import { openMeasure } from '#app/domain/pilot/certification/open-measure.ts';
import { replyToMeasure } from '#app/domain/pilot/certification/reply.ts';
import { scannedLetter } from './letters.ts';
import { by, dayOf, type Stage } from './stage.ts';

/** 发证: all pilots of a final notice get theirs. */
export async function issueAll(stage: Stage, noticeId: string, ids: readonly string[], day: number): Promise<void> {
  await issueCertificates(by(stage, 'office', { day, at: '14:00' }), noticeId, { ids: [...ids], level: 'pilot', grades: {} });
}

/** 证书的三种后事: one withdrawn, one suspended at once and waiting for its answer, one answered and waiting for the decision. */
export async function measureSome(stage: Stage, { over, waiting, answered }: Record<'over' | 'waiting' | 'answered', string>): Promise<void> {
  const first = await openMeasure(by(stage, 'office', { day: -90, at: '10:20' }), await certificateOf(stage, over), {
    kind: 'withdraw', to: '', isInterim: false, grounds: '抽查发现儿童之家已改作仓库超过三个月，申报时承诺的开放时间没有做到，两次书面提醒后没有整改。（示例）',
  });
  await decideMeasure(by(stage, 'office-check', { day: -60, at: '15:10' }), first, { outcome: 'taken', reason: '申辩期满没有申辩，情况属实，撤销证书。整改完成后可以重新申报。（示例）' });
  const second = await openMeasure(by(stage, 'office-check', { day: -12, at: '11:00' }), await certificateOf(stage, answered), {
    kind: 'suspend', to: '', isInterim: false, grounds: '年度回访没有提交材料，联系三次未答复，无法核实儿童议事会是否照常开展。（示例）',
  });
  const holder = by(stage, 'fangxing', { day: -4, at: '16:30' });
  const paper = await storeFile(holder, { name: '儿童议事会记录（示例）.pdf', content: await scannedLetter('340111401', dayOf(stage, -4)) });
  await replyToMeasure(holder, second, { reply: '经办人更换，回访通知没有转到。议事会照常每月开一次，附最近一次的记录和排班。（示例）', fileIds: [paper.id] });
  await openMeasure(by(stage, 'office', { day: -2, at: '09:40' }), await certificateOf(stage, waiting), {
    kind: 'suspend', to: '', isInterim: true, grounds: '接到反映，楼顶活动平台护栏松动，有坠落危险。为防止伤害先行暂停，请尽快排除并说明情况。（示例）',
  });
}

async function certificateOf(stage: Stage, applicationId: string): Promise<string> {
  const { rows } = await stage.db.execute<{ id: string }>(sql`select id from certificates where application_id = ${applicationId}`);
  return rows[0]!.id;
}
