import type { MessageKind } from '#app/domain/base/inbox/model.ts';

type P = Record<string, string | number>;

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
  } satisfies Record<MessageKind, (p: P) => string>,
};
