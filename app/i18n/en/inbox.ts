import type { MessageKind } from '#app/domain/base/inbox/model.ts';
import type zh from '../zh-CN/inbox.ts';
import sheets from './sheets.ts';

type P = Record<string, string | number>;
/** An application by its unit and number, or by its number where the reader must not know the unit. */
const named = (p: P) => (p.unit === p.number ? String(p.number) : `“${p.unit}” (${p.number})`);
const sheetTitle = (list: string | number | undefined) => (sheets.lists as Record<string, string>)[String(list)] ?? String(list);
const importTitle = (kind: string | number | undefined) => (sheets.kinds as Record<string, string>)[String(kind)] ?? String(kind);

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
    'application-returned': (p: P) => `The application for “${p.unit}” (${p.number}) needs corrections. Please change what was returned and submit again before midnight on ${p.day}.`,
    'application-complete': (p: P) => `The application for “${p.unit}” (${p.number}) has passed the completeness check and goes on to expert review.`,
    'application-accepted': (p: P) => `The application for “${p.unit}” (${p.number}) was accepted and goes on to public notice.`,
    'application-declined': (p: P) => `The application for “${p.unit}” (${p.number}) was not accepted. Read the reasons, improve, and take part in the next call.`,
    'notice-published': (p: P) => `${p.unit} is on the list “${p.title}”, shown until ${p.day}.`,
    'objection-received': (p: P) => `An objection to “${p.title}” has come in; please answer it by ${p.day}.`,
    'pilot-opened': (p: P) => `The notice has ended and the list is final: “${p.unit}” (${p.number}) is now a child-friendly community pilot.`,
    'letter-made': (p: P) => `The office made a letter about the application of “${p.unit}” (${p.number}). It can be downloaded on the page of its history.`,
    'entry-removed': (p: P) => `After an objection was examined, the application for “${p.unit}” (${p.number}) was taken off the list; the reason stands on the notice.`,
    'call-extended': (p: P) => `The last day of “${p.title}” has moved to ${p.day} (midnight, Beijing). Reason: ${p.reason}`,
    'answer-due': (p: P) => `The corrections to the application for “${p.unit}” (${p.number}) are due by midnight on ${p.day}. Please submit again soon.`,
    'answer-late': (p: P) => `The limit of ${p.day} for correcting the application for “${p.unit}” (${p.number}) has passed; nothing is lost. To go on, please contact the programme office.`,
    'check-due': (p: P) => `${p.due} checks are due today or on the next working day, ${p.late} are overdue.`,
    'review-assigned': (p: P) => `An application awaits your review: ${named(p)}${p.day ? `, wanted by ${p.day}` : ''}. Please first confirm that you have no conflict of interest.`,
    'review-late': (p: P) => `The review of ${named(p)} was wanted by ${p.day} and is overdue. Please hand it in soon, or tell the programme office if you cannot.`,
    'file-infected': (p: P) => `Malware was found in the file “${p.name}”. It is held back and nobody can open it. Please prepare it again on a safe device and upload it anew.`,
    'file-held-back': (p: P) => `Malware (${p.finding}) was found in the file “${p.name}” of the application of “${p.unit}”. It is held back and its uploader has been told.`,
    'review-withdrawn': (p: P) => `The review of ${named(p)} was withdrawn; nothing more is needed from you.`,
    'review-conflict': (p: P) => `An expert declared a conflict of interest for “${p.unit}” (${p.number}). Please assign somebody else.`,
    'question-asked': (p: P) => `An expert asks something about the application for “${p.unit}” (${p.number}). Please pass it on, or say why not.`,
    'question-forwarded': (p: P) => `The programme office has a question about the application for “${p.unit}” (${p.number}). Please answer it by midnight on ${p.day}.`,
    'question-declined': (p: P) => `Your question about ${named(p)} was not passed on to the applicant: ${p.reason}`,
    'question-answered': (p: P) => `A question about ${named(p)} has been answered.`,
    'question-due': (p: P) => `A question about the application for “${p.unit}” (${p.number}) still awaits an answer, by midnight on ${p.day}.`,
    'export-ready': (p: P) => `The list you exported is ready (${sheetTitle(p.list)}, ${p.rows} rows). You can download it for 7 days.`,
    'export-refused': (p: P) => `The list you exported could not be written (${sheetTitle(p.list)}). Please see why.`,
    'import-done': (p: P) => `The import is done (${importTitle(p.kind)}): ${p.done} rows taken in, ${p.refused} not.`,
    'import-undone': (p: P) => `The import was taken back (${importTitle(p.kind)}): ${p.undone} rows undone, ${p.kept} could not be undone.`,
    'delivery-failing': (p: P) => `${p.failed} of ${p.all} notifications by one way were not handed over in the last hour. Please check the provider and the settings.`,
    'webhook-paused': (p: P) => `Nothing has reached the webhook “${p.name}” for three days, and it is paused. Please ask its receiver to look into it, then resume it on its page; what waits is sent then.`,
  } satisfies Record<MessageKind, (p: P) => string>,
} satisfies typeof zh;
