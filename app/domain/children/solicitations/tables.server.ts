import { sql } from 'drizzle-orm';
import { boolean, check, foreignKey, index, integer, pgTable, primaryKey, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { about, at, day, inItsCounty, plainJson } from '#app/db/columns.ts';
import { layers } from '#app/platform/ctx.ts';
import { kinds, type Prize, states, ways } from './model.ts';


/** 征集: what a place asks children for, with its rules for adults and in child words. COUNTY. */
export const solicitations = pgTable(
  'solicitations',
  {
    ...about(),
    kind: text({ enum: kinds }).notNull(),
    state: text({ enum: states }).notNull().default('draft'),
    title: text().notNull(),
    /** 儿童版规则: short sentences, one a line. */
    childRules: text('child_rules').notNull(),
    rules: text().notNull(),
    /** 授权书: what a guardian agrees to when a work is shown; its words at the time stand with each paper licence. */
    licence: text().notNull(),
    layers: text({ enum: layers }).array().notNull(),
    opensOn: day('opens_on').notNull(),
    closesOn: day('closes_on').notNull(),
    chooseUntil: day('choose_until').notNull(),
    showUntil: day('show_until'),
    prizes: plainJson().notNull().$type<Prize[]>(),
    decisionNote: text('decision_note').notNull().default(''),
    revision: integer().notNull().default(1),
    writtenByName: text('written_by_name').notNull(),
    writtenAt: at('written_at').notNull(),
    decidedAt: at('decided_at'),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    index('solicitations_by_id').on(t.id),
    index('solicitations_by_region').on(t.regionCode, t.state, t.closesOn),
    check('solicitation_days', sql`${t.opensOn} <= ${t.closesOn} and ${t.closesOn} <= ${t.chooseUntil} and (${t.showUntil} is null or ${t.chooseUntil} <= ${t.showUntil})`),
    inItsCounty('solicitation_in_its_county', t),
  ],
);

/** 作品: one child's work, under a number and perhaps a pen name; who made it stands nowhere else. COUNTY. */
export const solicitationWorks = pgTable(
  'solicitation_works',
  {
    ...about(),
    solicitationId: uuid('solicitation_id').notNull(),
    number: integer().notNull(),
    way: text({ enum: ways }).notNull(),
    childId: uuid('child_id'),
    plateSign: text('plate_sign').notNull(),
    contentHash: text('content_hash').notNull(),
    layer: text({ enum: layers }).notNull(),
    title: text().notNull(),
    penName: text('pen_name').notNull().default(''),
    text: text().notNull().default(''),
    fileId: uuid('file_id'),
    /** 纸质授权: who saw the guardian's signature, when, under which words. */
    licensedByName: text('licensed_by_name'),
    licensedAt: at('licensed_at'),
    licenceHash: text('licence_hash'),
    prize: text().notNull().default(''),
    isChildrensChoice: boolean('is_childrens_choice').notNull().default(false),
    handedInAt: at('handed_in_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    uniqueIndex('one_work_per_number').on(t.countyCode, t.solicitationId, t.number),
    uniqueIndex('one_work_per_plate').on(t.countyCode, t.plateSign),
    index('solicitation_works_by_plate').on(t.plateSign),
    index('solicitation_works_by_child').on(t.childId).where(sql`child_id is not null`),
    foreignKey({ name: 'work_of_solicitation', columns: [t.countyCode, t.solicitationId], foreignColumns: [solicitations.countyCode, solicitations.id] }),
    inItsCounty('solicitation_work_in_its_county', t),
  ],
);

/** 选票: one child's choice of a few works; the voter is a sign, or one of a class code's ballots. COUNTY. */
export const solicitationBallots = pgTable(
  'solicitation_ballots',
  {
    countyCode: integer('county_code').notNull(),
    id: uuid().notNull().default(sql`uuidv7()`),
    solicitationId: uuid('solicitation_id').notNull(),
    voterSign: text('voter_sign').notNull(),
    codeSign: text('code_sign').notNull().default(''),
    workIds: uuid('work_ids').array().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    uniqueIndex('one_ballot_per_voter').on(t.countyCode, t.solicitationId, t.voterSign),
    foreignKey({ name: 'ballot_of_solicitation', columns: [t.countyCode, t.solicitationId], foreignColumns: [solicitations.countyCode, solicitations.id] }),
  ],
);

/** 评委: who judges, by a link of their own; `declaredAt` is when they said whose work they know. COUNTY. */
export const solicitationJurors = pgTable(
  'solicitation_jurors',
  {
    countyCode: integer('county_code').notNull(),
    id: uuid().notNull().default(sql`uuidv7()`),
    solicitationId: uuid('solicitation_id').notNull(),
    name: text().notNull(),
    role: text().notNull(),
    codeSign: text('code_sign').notNull(),
    invitedAt: at('invited_at').notNull(),
    declaredAt: at('declared_at'),
    finishedAt: at('finished_at'),
    removedAt: at('removed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    index('solicitation_jurors_by_code').on(t.codeSign),
    foreignKey({ name: 'juror_of_solicitation', columns: [t.countyCode, t.solicitationId], foreignColumns: [solicitations.countyCode, solicitations.id] }),
  ],
);

/** 评分与回避: a juror's mark of a work, or that they stay away from it (no mark). COUNTY. */
export const solicitationMarks = pgTable(
  'solicitation_marks',
  {
    countyCode: integer('county_code').notNull(),
    jurorId: uuid('juror_id').notNull(),
    workId: uuid('work_id').notNull(),
    mark: smallint(),
    isConflict: boolean('is_conflict').notNull().default(false),
    note: text().notNull().default(''),
    markedAt: at('marked_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.jurorId, t.workId] }),
    foreignKey({ name: 'mark_of_juror', columns: [t.countyCode, t.jurorId], foreignColumns: [solicitationJurors.countyCode, solicitationJurors.id] }),
    foreignKey({ name: 'mark_of_work', columns: [t.countyCode, t.workId], foreignColumns: [solicitationWorks.countyCode, solicitationWorks.id] }).onDelete('cascade'),
    check('no_mark_in_a_conflict', sql`${t.isConflict} = (${t.mark} is null)`),
    check('solicitation_mark', sql`${t.mark} between 1 and 5`),
  ],
);
