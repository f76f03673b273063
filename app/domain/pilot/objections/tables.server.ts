import { sql } from 'drizzle-orm';
import { type AnyPgColumn, boolean, check, date, index, pgTable, primaryKey, smallint, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { plainJson } from '#app/db/columns.ts';
import { files } from '#app/domain/base/files/tables.server.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import { noticeHolds, notices } from '#app/domain/pilot/notices/tables.server.ts';
import { boxActs, effects, objectionKinds, objectionOutcomes, objectionStates, sides } from './model.ts';

const at = (name: string) => timestamp(name, { withTimezone: true });
const newId = () => uuid().primaryKey().default(sql`uuidv7()`);

/** 异议: with a name or without; its code lets whoever wrote it see what became of it. An appeal is one more row, once. LOCAL. */
export const objections = pgTable(
  'objections',
  {
    id: newId(),
    noticeId: uuid('notice_id').notNull().references(() => notices.id),
    applicationId: uuid('application_id').references(() => applications.id),
    kind: text({ enum: objectionKinds }).notNull().default('list'),
    level: smallint().notNull().default(1),
    appealOf: uuid('appeal_of').unique().references((): AnyPgColumn => objections.id),
    raisedBy: text('raised_by', { enum: sides }).notNull().default('objector'),
    isAnonymous: boolean('is_anonymous').notNull(),
    /** 身份: name and way to be reached, sealed; opened one by one with a recorded reason. */
    identity: text().notNull().default(''),
    /** 明文身份 as it came in before identities were sealed; the daily tidying seals and empties it. */
    plainName: text('name').notNull().default(''),
    plainContact: text('contact').notNull().default(''),
    content: text().notNull(),
    hash: text().notNull().default(''),
    code: text().notNull().unique(),
    state: text({ enum: objectionStates }).notNull().default('received'),
    handlerId: text('handler_id').notNull().default(''),
    handlerName: text('handler_name').notNull().default(''),
    takenUpAt: at('taken_up_at'),
    outcome: text({ enum: objectionOutcomes }),
    findings: text().notNull().default(''),
    rule: text().notNull().default(''),
    answer: text().notNull().default(''),
    effect: text({ enum: effects }).notNull().default('none'),
    answeredBy: text('answered_by').notNull().default(''),
    answeredAt: at('answered_at'),
    answerDueOn: date('answer_due_on', { mode: 'string' }).notNull(),
    firstDueOn: date('first_due_on', { mode: 'string' }),
    extensionReason: text('extension_reason').notNull().default(''),
    appealUntil: date('appeal_until', { mode: 'string' }),
    duplicateOf: uuid('duplicate_of').references((): AnyPgColumn => objections.id),
    holdId: uuid('hold_id').references(() => noticeHolds.id),
    receivedAt: at('received_at').notNull(),
  },
  (t) => [
    index('objections_by_notice').on(t.noticeId, t.state),
    index('objections_by_application').on(t.applicationId),
    index('objections_open').on(t.answerDueOn).where(sql`state in ('received', 'under-review')`),
    check('appeal_is_the_second_level', sql`(${t.appealOf} is null) = (${t.level} = 1)`),
  ],
);

/** 往来: what the office and one side said to each other; the other side never sees it. LOCAL. */
export const objectionMessages = pgTable(
  'objection_messages',
  {
    id: newId(),
    objectionId: uuid('objection_id').notNull().references(() => objections.id),
    side: text({ enum: sides }).notNull(),
    isFromOffice: boolean('is_from_office').notNull(),
    body: text().notNull(),
    by: text().notNull().default(''),
    byName: text('by_name').notNull().default(''),
    dueOn: date('due_on', { mode: 'string' }),
    at: at('at').notNull(),
  },
  (t) => [index('objection_messages_by_objection').on(t.objectionId, t.id)],
);

/** 证据: a file that one side handed in, with the objection or with an answer. LOCAL. */
export const objectionFiles = pgTable(
  'objection_files',
  {
    objectionId: uuid('objection_id').notNull().references(() => objections.id),
    fileId: uuid('file_id').notNull().references(() => files.id),
    messageId: uuid('message_id').references(() => objectionMessages.id),
    side: text({ enum: sides }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.objectionId, t.fileId] })],
);

/** 匿名信箱: what came without a name since the box was opened last; a day and no time, an id that tells nothing. LOCAL. */
export const objectionBox = pgTable(
  'objection_box',
  {
    id: uuid().primaryKey().default(sql`gen_random_uuid()`),
    code: text().notNull(),
    act: text({ enum: boxActs }).notNull(),
    noticeId: uuid('notice_id').notNull().references(() => notices.id),
    objectionId: uuid('objection_id').references(() => objections.id),
    holdId: uuid('hold_id').references(() => noticeHolds.id),
    day: date({ mode: 'string' }).notNull(),
    content: plainJson().notNull().$type<Record<string, unknown>>(),
  },
  (t) => [index('objection_box_by_code').on(t.code)],
);
