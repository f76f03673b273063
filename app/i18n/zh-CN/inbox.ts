import type { MessageKind } from '#app/domain/base/inbox/model.ts';
import sheets from './sheets.ts';

type P = Record<string, string | number>;
/** 申报: by its unit and number, or by its number where the reader must not know the unit. */
const named = (p: P) => (p.unit === p.number ? String(p.number) : `“${p.unit}”（${p.number}）`);
const sheetTitle = (list: string | number | undefined) => (sheets.lists as Record<string, string>)[String(list)] ?? String(list);
const importTitle = (kind: string | number | undefined) => (sheets.kinds as Record<string, string>)[String(kind)] ?? String(kind);

/** 消息: what people are told; one sentence for each kind, made of what the message carries. */
export default {
  title: '消息',
  lead: '与您有关的办理结果、提醒和时限，都在这里。',
  empty: '还没有消息。与您有关的事有了进展，会在这里告诉您。',
  emptyUnread: '没有未读消息。',
  all: '全部',
  unread: '未读',
  markAll: '全部标为已读',
  markAllAsk: '把全部消息标为已读？',
  open: '查看',
  isNew: '未读',
  isRead: '已读',
  message: '消息',
  when: '时间（北京）',
  state: '状态',
  ops: '操作',
  previous: '上一页',
  next: '下一页',
  pages: '翻页',
  other: (kind: string) => `有一条新消息（${kind}）。`,
  kinds: {
    'calendar-missing': (p: P) => `${p.year} 年的放假安排还没有录入，涉及该年的工作日按周一至周五估算。请导入国务院办公厅的通知。`,
    'organisation-verified': (p: P) => `“${p.name}”的机构信息已核实通过。`,
    'organisation-rejected': (p: P) => `“${p.name}”的机构信息未通过核实：${p.note}。请更正后保存，会重新进入核实。`,
    'application-returned': (p: P) => `“${p.unit}”的申报（${p.number}）需要补正，请在 ${p.day} 24:00 前修改被退回的内容并重新提交。`,
    'application-complete': (p: P) => `“${p.unit}”的申报（${p.number}）核验通过，材料齐全，将进入专家评审。`,
    'application-accepted': (p: P) => `“${p.unit}”的申报（${p.number}）评审通过，将进入公示。`,
    'application-declined': (p: P) => `“${p.unit}”的申报（${p.number}）评审未通过。可以查看理由，改进后参加下一批次。`,
    'notice-published': (p: P) => `“${p.unit}”已列入《${p.title}》，公示到 ${p.day}。`,
    'objection-received': (p: P) => `收到一份对《${p.title}》的异议，请在 ${p.day} 前答复。`,
    'pilot-opened': (p: P) => `“${p.unit}”（${p.number}）公示期满，名单已确定，现已成为儿童友好社区建设试点。`,
    'letter-made': (p: P) => `办公室为“${p.unit}”的申报（${p.number}）制发了文书，可以在办理历程里下载。`,
    'entry-removed': (p: P) => `经核实异议，“${p.unit}”的申报（${p.number}）已从公示名单中移除，理由见公示页面。`,
    'call-extended': (p: P) => `“${p.title}”的截止日延到 ${p.day} 24:00（北京时间）。理由：${p.reason}`,
    'answer-due': (p: P) => `“${p.unit}”的申报（${p.number}）补正期限是 ${p.day} 24:00，请尽快重新提交。`,
    'answer-late': (p: P) => `“${p.unit}”的申报（${p.number}）补正期限 ${p.day} 已过，内容都还在。需要继续申报，请联系促进计划办公室。`,
    'check-due': (p: P) => `今天和下一个工作日到期的核验 ${p.due} 份，已超时 ${p.late} 份。`,
    'review-assigned': (p: P) => `有一份申报请您评审：${named(p)}${p.day ? `，请在 ${p.day} 前完成` : ''}。请先确认没有回避情形。`,
    'review-late': (p: P) => `${named(p)}的评审应在 ${p.day} 前完成，现已逾期。请尽快提交；如不能评审，请与促进计划办公室联系。`,
    'file-infected': (p: P) => `文件“${p.name}”查出恶意软件，已隔离，任何人都不能打开。请在安全的设备上重新准备后再上传。`,
    'file-held-back': (p: P) => `“${p.unit}”申报材料中的文件“${p.name}”查出恶意软件（${p.finding}），已隔离，已告知上传人。`,
    'review-withdrawn': (p: P) => `${named(p)}的评审任务已撤回，您不用再评。`,
    'review-conflict': (p: P) => `“${p.unit}”（${p.number}）有专家申请回避，请另行分配。`,
    'question-asked': (p: P) => `有专家就“${p.unit}”的申报（${p.number}）提出询问，请转交或说明不转交的理由。`,
    'question-forwarded': (p: P) => `促进计划办公室就“${p.unit}”的申报（${p.number}）有一个问题，请在 ${p.day} 24:00 前答复。`,
    'question-declined': (p: P) => `您就${named(p)}提出的询问没有转交申报单位：${p.reason}`,
    'question-answered': (p: P) => `${named(p)}的询问已有答复，请查看。`,
    'question-due': (p: P) => `“${p.unit}”的申报（${p.number}）还有问题没有答复，期限是 ${p.day} 24:00。`,
    'export-ready': (p: P) => `您导出的名单已生成（${sheetTitle(p.list)}，${p.rows} 行），7 天内可以下载。`,
    'export-refused': (p: P) => `您导出的名单没有生成（${sheetTitle(p.list)}），请查看原因。`,
    'import-done': (p: P) => `导入已办完（${importTitle(p.kind)}）：成功 ${p.done} 行，没有办成 ${p.refused} 行。`,
    'import-undone': (p: P) => `导入已撤销（${importTitle(p.kind)}）：撤销 ${p.undone} 行，不能撤销的 ${p.kept} 行。`,
    'delivery-failing': (p: P) => `近一小时有 ${p.failed} 条通知没有送出（同一渠道共 ${p.all} 条）。请检查服务商和设置。`,
    'webhook-paused': (p: P) => `推送“${p.name}”连续三天没有送达，已经暂停。请联系接收方检查，修好后在推送页恢复；等待中的事件会接着送。`,
  } satisfies Record<MessageKind, (p: P) => string>,
};
