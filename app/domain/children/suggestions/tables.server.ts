import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, pgTable, primaryKey, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { about, at, day, inItsCounty, regionCode } from '#app/db/columns.ts';
import { attachmentKinds, betters, levels, matterStates, outcomes, pictures, reasons, stepKinds, topics, understandings, ways } from './model.ts';


/** 建议事项: what the adults work on; one or more children said it. It holds no child's words. COUNTY. */
export const suggestionMatters = pgTable(
  'suggestion_matters',
  {
    ...about(),
    topic: text({ enum: topics }).notNull(),
    state: text({ enum: matterStates }).notNull().default('received'),
    receivedAt: at('received_at').notNull(),
    seenDueOn: day('seen_due_on').notNull(),
    answerDueOn: day('answer_due_on').notNull(),
    seenAt: at('seen_at'),
    answeredAt: at('answered_at'),
    outcome: text({ enum: outcomes }),
    owner: text().notNull().default(''),
    taskDueOn: day('task_due_on'),
    doneAt: at('done_at'),
    /** 参与阶梯 as the staff rate the activity themselves; null while nobody has. */
    rung: smallint(),
    /** How far a late one has been carried up, for the limit that it is about. */
    level: text({ enum: levels }),
    levelFor: day('level_for'),
    reopened: integer().notNull().default(0),
    mergedInto: uuid('merged_into'),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    index('suggestion_matters_by_region').on(t.regionCode, t.state),
    index('suggestion_matters_open').on(t.countyCode, t.regionCode).where(sql`state in ('received', 'seen', 'adopted', 'under-way')`),
    check('suggestion_rung', sql`${t.rung} between 1 and 8`),
    inItsCounty('suggestion_matter_in_its_county', t),
  ],
);

/** 建议: one child's words. The plate is kept as its sign only; the child's id stands nowhere else. COUNTY. */
export const suggestions = pgTable(
  'suggestions',
  {
    ...about(),
    matterId: uuid('matter_id').notNull(),
    /** 小牌子 as a sign from which nobody comes back to the words. */
    plateSign: text('plate_sign').notNull(),
    /** Of the content, so that a form sent twice is one suggestion. */
    contentHash: text('content_hash').notNull(),
    childId: uuid('child_id'),
    way: text({ enum: ways }).notNull().default('page'),
    layer: text().notNull(),
    topic: text({ enum: topics }).notNull(),
    text: text().notNull().default(''),
    pictures: text({ enum: pictures }).array().notNull().default([]),
    saidAt: at('said_at').notNull(),
    /** 证据锁定: a protection report keeps the words; nobody else reads them. */
    lockedAt: at('locked_at'),
    /** 到期清空: the period is over; the words and files are gone, the figures stay. */
    expiredAt: at('expired_at'),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    uniqueIndex('one_suggestion_per_plate').on(t.countyCode, t.plateSign),
    index('suggestions_by_plate').on(t.plateSign),
    index('suggestions_by_matter').on(t.countyCode, t.matterId),
    index('suggestions_by_child').on(t.childId).where(sql`child_id is not null`),
    foreignKey({ name: 'suggestion_of_matter', columns: [t.countyCode, t.matterId], foreignColumns: [suggestionMatters.countyCode, suggestionMatters.id] }),
    inItsCounty('suggestion_in_its_county', t),
  ],
);

/** 事项经过: each step with the named adult who took it and what was told to the children. COUNTY. */
export const suggestionSteps = pgTable(
  'suggestion_steps',
  {
    countyCode: integer('county_code').notNull(),
    id: uuid().notNull().default(sql`uuidv7()`),
    matterId: uuid('matter_id').notNull(),
    kind: text({ enum: stepKinds }).notNull(),
    at: at('at').notNull(),
    by: text().notNull().default(''),
    /** 称呼 (王老师) and 身份 as the child reads them. */
    called: text().notNull().default(''),
    role: text().notNull().default(''),
    text: text().notNull().default(''),
    outcome: text({ enum: outcomes }),
    reason: text({ enum: reasons }),
    owner: text().notNull().default(''),
    dueOn: day('due_on'),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    index('suggestion_steps_by_matter').on(t.countyCode, t.matterId, t.at),
    foreignKey({ name: 'step_of_matter', columns: [t.countyCode, t.matterId], foreignColumns: [suggestionMatters.countyCode, suggestionMatters.id] }).onDelete('cascade'),
  ],
);

/** 建议附件: what a child drew, photographed or recorded, and the photographs of a step. COUNTY. */
export const suggestionFiles = pgTable(
  'suggestion_files',
  {
    countyCode: integer('county_code').notNull(),
    fileId: uuid('file_id').notNull(),
    suggestionId: uuid('suggestion_id'),
    stepId: uuid('step_id'),
    kind: text({ enum: attachmentKinds }).notNull(),
    mediaType: text('media_type').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.fileId] }),
    index('suggestion_files_of_child').on(t.countyCode, t.suggestionId),
    index('suggestion_files_of_step').on(t.countyCode, t.stepId),
    check('file_of_one', sql`(${t.suggestionId} is null) <> (${t.stepId} is null)`),
  ],
);

/** 孩子的评价: what a child thinks of an answer or of what was done; one for each. COUNTY. */
export const suggestionRatings = pgTable(
  'suggestion_ratings',
  {
    countyCode: integer('county_code').notNull(),
    suggestionId: uuid('suggestion_id').notNull(),
    stepId: uuid('step_id').notNull(),
    understanding: text({ enum: understandings }),
    better: text({ enum: betters }),
    more: text().notNull().default(''),
    ratedAt: at('rated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.suggestionId, t.stepId] }),
    foreignKey({ name: 'rating_of_suggestion', columns: [t.countyCode, t.suggestionId], foreignColumns: [suggestions.countyCode, suggestions.id] }).onDelete('cascade'),
  ],
);

/** 承诺时限 of a region, in working days; what lies below and has none of its own takes it. REFERENCE. */
export const suggestionClocks = pgTable('suggestion_clocks', {
  regionCode: regionCode('region_code').primaryKey(),
  seenDays: smallint('seen_days').notNull(),
  answerDays: smallint('answer_days').notNull(),
  streetDays: smallint('street_days').notNull(),
  cityDays: smallint('city_days').notNull(),
  setByName: text('set_by_name').notNull(),
  setAt: at('set_at').notNull(),
});
