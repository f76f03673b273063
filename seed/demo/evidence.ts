import { addEvidence } from '#app/domain/base/evidence/add-evidence.ts';
import { correctEvidence } from '#app/domain/base/evidence/correct-evidence.ts';
import { CorrectInput, EvidenceInput } from '#app/domain/base/evidence/input.ts';
import { tellExpiry } from '#app/domain/base/evidence/tell-expiry.ts';
import { withdrawEvidence } from '#app/domain/base/evidence/withdraw-evidence.ts';
import { storeFile } from '#app/domain/base/files/store-file.ts';
import { drawnPage, drawnPhoto } from './drawings.ts';
import { by, dayOf, type Stage } from './stage.ts';

type Piece = {
  kind: 'fact' | 'number' | 'photo' | 'document' | 'statement' | 'observation'; title: string; day: number; until?: number; text?: string; number?: string; unit?: string; factKey?: string;
  place?: string; source?: string; ageBand?: string; confidentiality?: 'public' | 'office' | 'sealed'; files?: number;
};

/** 滨湖世纪社区: most of what a community at work has at hand; one piece is over, one nearly, one sealed. */
const binhu: readonly Piece[] = [
  { kind: 'document', title: '儿童友好社区建设工作专班成立文件', day: -160, source: '滨湖世纪社区管委会', confidentiality: 'public' },
  { kind: 'document', title: '儿童友好社区建设三年计划（2026—2028）', day: -158, until: 900, source: '滨湖世纪社区管委会', confidentiality: 'public' },
  { kind: 'document', title: '儿童议事会章程', day: -140, source: '社区居委会', ageBand: '7-12', confidentiality: 'public' },
  { kind: 'document', title: '2025 年度儿童服务经费决算', day: -400, until: -20, source: '社区财务' },
  { kind: 'document', title: '儿童场所消防检查记录', day: -120, until: 12, source: '街道消防站', place: '社区儿童之家' },
  { kind: 'fact', title: '儿童议事会每季度召开一次', day: -100, text: '今年已召开三次，提出 11 条建议，办结 8 条。', source: '儿童主任', ageBand: '7-12', confidentiality: 'public' },
  { kind: 'number', title: '社区儿童主任人数', day: -95, number: '2', unit: '人', factKey: 'childrens-directors', source: '街道民政统计', confidentiality: 'public' },
  { kind: 'number', title: '社区室内儿童空间面积', day: -94, number: '460', unit: '平方米', factKey: 'indoor-area', place: '社区儿童之家、图书角', source: '社区测量', confidentiality: 'public' },
  { kind: 'number', title: '社区服务儿童的志愿者人数', day: -93, until: 200, number: '86', unit: '人', factKey: 'volunteers', source: '志愿服务平台', confidentiality: 'public' },
  { kind: 'photo', title: '儿童之家阅读角', day: -80, place: '社区儿童之家', source: '社区工作者拍摄', ageBand: '4-6', confidentiality: 'public', files: 2 },
  { kind: 'photo', title: '上学路口的减速带和斑马线', day: -60, place: '观湖路与杭州路口', source: '社区工作者拍摄', confidentiality: 'public', files: 1 },
  { kind: 'document', title: '暑期托管服务协议', day: -55, until: 300, source: '社区与蒲公英社工中心', ageBand: '7-12' },
  { kind: 'document', title: '防溺水教育活动记录', day: -50, until: 320, source: '儿童主任' },
  { kind: 'statement', title: '关于儿童工作人员查询情况的盖章说明', day: -45, until: 320, text: '从事儿童工作的 9 名人员均按规定查询，结果均符合要求；查询结果由街道封存，不在此上传。', source: '滨湖世纪社区管委会', confidentiality: 'sealed' },
  { kind: 'statement', title: '关于困境儿童走访情况的盖章说明', day: -40, until: 50, text: '每季度走访一次，本季度应走访 14 户，实际走访 14 户。', source: '滨湖世纪社区管委会' },
  { kind: 'observation', title: '现场所见：户外场地无障碍坡道', day: -30, text: '主入口设坡道，坡度平缓，轮椅和婴儿车可以自行进出。', place: '观湖苑中心广场', source: '社区自查', confidentiality: 'public' },
  { kind: 'fact', title: '母婴室全天开放', day: -28, text: '位于党群服务中心一层，设哺乳位两处。', place: '党群服务中心', source: '社区工作者', ageBand: '0-3', confidentiality: 'public' },
];

/** 营苑社区, a pilot with a certificate. */
const hongshan: readonly Piece[] = [
  { kind: 'document', title: '儿童友好社区工作制度汇编', day: -230, source: '营苑社区居委会', confidentiality: 'public' },
  { kind: 'document', title: '儿童议事会第四次会议纪要', day: -70, source: '儿童议事会', ageBand: '7-12', confidentiality: 'public' },
  { kind: 'photo', title: '楼间口袋公园改造后', day: -65, place: '营苑新村 12 幢南侧', source: '社区工作者拍摄', confidentiality: 'public', files: 1 },
  { kind: 'number', title: '社区户外儿童活动场地面积', day: -64, number: '1850', unit: '平方米', factKey: 'outdoor-area', source: '街道测量', confidentiality: 'public' },
  { kind: 'document', title: '四点半课堂服务清单', day: -60, until: 200, source: '营苑社区居委会', ageBand: '7-12', confidentiality: 'public' },
];

/** 录入佐证 of both, on the day each came to hand. */
export async function enterEvidence(stage: Stage): Promise<void> {
  const ids: string[] = [];
  for (const [n, piece] of binhu.entries()) ids.push(await enter(stage, 'binhu-worker', '340111400', piece, n));
  for (const [n, piece] of hongshan.entries()) await enter(stage, 'hongshan', '320102008001', piece, 40 + n);

  const corrected = binhu[5]!;
  const input = CorrectInput.parse({ ...fieldsOf(stage, corrected), text: '今年已召开四次，提出 13 条建议，办结 10 条。', reason: '补记九月的一次会议', revision: '1' });
  await correctEvidence(by(stage, 'binhu-worker', { day: -18, at: '16:40' }), '340111400', ids[5]!, input);
  const twice = await enter(stage, 'binhu-worker', '340111400', { kind: 'fact', title: '母婴室开放时间', day: -27, text: '每天 8:30 至 20:00。' }, 60);
  await withdrawEvidence(by(stage, 'binhu-worker', { day: -26, at: '10:20' }), '340111400', twice, { reason: '与“母婴室全天开放”重复' });
  await tellExpiry(by(stage, 'system', { day: 0, at: '08:50' }));
}

function fieldsOf(stage: Stage, { kind, title, day, until, text = '', number = '', unit = '', factKey = '', place = '', source = '社区居委会', ageBand = '', confidentiality = 'office' }: Piece) {
  return {
    kind, title, text, number, unit, factKey, place, source: `${source}（示例）`, ageBand, confidentiality, validFrom: dayOf(stage, day), validTo: until === undefined ? '' : dayOf(stage, until), promise: 'yes',
  };
}

async function enter(stage: Stage, username: string, regionCode: string, piece: Piece, n: number): Promise<string> {
  const ctx = by(stage, username, { day: piece.day, at: `${9 + (n % 8)}:${10 + ((n * 7) % 50)}` as `${number}:${number}` });
  const fileIds: string[] = [];
  const many = piece.kind === 'document' || piece.kind === 'statement' ? 1 : (piece.files ?? 0);
  for (let file = 0; file < many; file += 1) {
    const content = piece.kind === 'photo' ? await drawnPhoto(n + file * 3) : await drawnPage(n);
    fileIds.push((await storeFile(ctx, { name: `${piece.title}${many > 1 ? file + 1 : ''}（示例）.${piece.kind === 'photo' ? 'jpg' : 'pdf'}`, content })).id);
  }
  return (await addEvidence(ctx, regionCode, EvidenceInput.parse({ ...fieldsOf(stage, piece), fileIds }))).id;
}
