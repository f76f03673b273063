import { sql } from 'drizzle-orm';
import { date, index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { files } from '#app/domain/base/files/tables.server.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import { assignments } from '#app/domain/pilot/review/tables.server.ts';
import { questionStates } from './model.ts';

const at = (name: string) => timestamp(name, { withTimezone: true });

/** 询问: what an expert asked, as the office passed it on, and what the applicant answered; who asked stays with the assignment. LOCAL. */
export const applicantQuestions = pgTable(
  'applicant_questions',
  {
    id: uuid().primaryKey().default(sql`gen_random_uuid()`),
    applicationId: uuid('application_id').notNull().references(() => applications.id),
    assignmentId: uuid('assignment_id').notNull().references(() => assignments.id),
    state: text({ enum: questionStates }).notNull().default('asked'),
    asked: text().notNull(),
    askedAt: at('asked_at').notNull(),
    forwarded: text().notNull().default(''),
    declinedWhy: text('declined_why').notNull().default(''),
    handledBy: text('handled_by'),
    handledAt: at('handled_at'),
    dueOn: date('due_on', { mode: 'string' }),
    answer: text().notNull().default(''),
    answeredBy: text('answered_by'),
    answeredByName: text('answered_by_name').notNull().default(''),
    answeredAt: at('answered_at'),
  },
  (t) => [index('applicant_questions_by_application').on(t.applicationId, t.state), index('applicant_questions_by_assignment').on(t.assignmentId), index('applicant_questions_waiting').on(t.applicationId).where(sql`state = 'asked'`)],
);

/** 答复附件. LOCAL. */
export const answerPapers = pgTable(
  'answer_papers',
  {
    questionId: uuid('question_id').notNull().references(() => applicantQuestions.id),
    fileId: uuid('file_id').notNull().references(() => files.id),
  },
  (t) => [primaryKey({ columns: [t.questionId, t.fileId] })],
);
