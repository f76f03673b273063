import type { MessageKind } from '#app/domain/base/inbox/model.ts';
import type zh from '../zh-CN/inbox.ts';

type P = Record<string, string | number>;

export default {
  title: 'Messages',
  lead: 'Decisions, reminders and limits that concern you.',
  empty: 'No messages yet. When something that concerns you moves on, you will be told here.',
  emptyUnread: 'No unread messages.',
  all: 'All',
  unread: 'Unread',
  markAll: 'Mark all as read',
  markAllAsk: 'Mark all messages as read?',
  open: 'Open',
  isNew: 'Unread',
  isRead: 'Read',
  message: 'Message',
  when: 'Time (Beijing)',
  state: 'State',
  ops: 'Do',
  previous: 'Previous page',
  next: 'Next page',
  pages: 'Pages',
  other: (kind: string) => `There is a new message (${kind}).`,
  kinds: {
    'calendar-missing': (p: P) => `The official holidays of ${p.year} are not in the calendar yet, so working days of that year are counted as Monday to Friday. Please import the notice of the State Council’s General Office.`,
    'organisation-verified': (p: P) => `The details of “${p.name}” have been verified.`,
    'organisation-rejected': (p: P) => `The details of “${p.name}” were not verified: ${p.note}. Correct and save them, and they will be looked at again.`,
  } satisfies Record<MessageKind, (p: P) => string>,
} satisfies typeof zh;
