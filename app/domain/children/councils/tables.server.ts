import { sql } from 'drizzle-orm';
import { boolean, foreignKey, index, integer, type PgColumn, pgTable, primaryKey, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { about, at, county, day, inItsCounty, plainJson } from '#app/db/columns.ts';
import { layers } from '#app/platform/ctx.ts';
import {
  answerVerdicts, candidateStates, type Charter, councilLevels, electedBy, itemStates, motionStates, seatKinds, sessionStates, termStates, votingWays,
} from './model.ts';

const said = (name: string) => text(name).notNull().default('');
const key = (t: { countyCode: PgColumn; id: PgColumn }) => primaryKey({ columns: [t.countyCode, t.id] });
const part = (name: string, columns: [PgColumn, PgColumn], whole: { countyCode: PgColumn; id: PgColumn }) =>
  foreignKey({ name, columns: columns as never, foreignColumns: [whole.countyCode, whole.id] as never }).onDelete('cascade');

/** 儿童议事会 of a city, district, street or community; one is open for a region. COUNTY. */
export const councils = pgTable(
  'councils',
  {
    ...about(),
    level: text({ enum: councilLevels }).notNull(),
    name: text().notNull(),
    /** The charter in force. */
    charterVersion: integer('charter_version').notNull().default(1),
    isClosed: boolean('is_closed').notNull().default(false),
    foundedOn: day('founded_on').notNull(),
    foundedByName: text('founded_by_name').notNull(),
  },
  (t) => [key(t), uniqueIndex('one_open_council_per_region').on(t.countyCode, t.regionCode).where(sql`not is_closed`), index('councils_by_region').on(t.regionCode), index('councils_by_id').on(t.id), inItsCounty('council_in_its_county', t)],
);

/** 章程版本: only added. COUNTY. */
export const councilCharters = pgTable(
  'council_charters',
  {
    countyCode: county(),
    councilId: uuid('council_id').notNull(),
    version: integer().notNull(),
    content: plainJson().notNull().$type<Charter>(),
    reason: text().notNull(),
    adoptedByName: text('adopted_by_name').notNull(),
    adoptedAt: at('adopted_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.countyCode, t.councilId, t.version] }), part('charter_of_council', [t.countyCode, t.councilId], councils)],
);

/** 成人支持者, with the day of the background check. COUNTY. */
export const councilSupporters = pgTable(
  'council_supporters',
  {
    ...about(),
    councilId: uuid('council_id').notNull(),
    name: text().notNull(),
    duty: text().notNull(),
    checkedOn: day('checked_on').notNull(),
    checkValidUntil: day('check_valid_until').notNull(),
    endedOn: day('ended_on'),
  },
  (t) => [key(t), index('council_supporters_by_id').on(t.id), index('council_supporters_by_council').on(t.countyCode, t.councilId), part('supporter_of_council', [t.countyCode, t.councilId], councils), inItsCounty('council_supporter_in_its_county', t)],
);

/** 届: from the first nomination to the end of the term. COUNTY. */
export const councilTerms = pgTable(
  'council_terms',
  {
    ...about(),
    councilId: uuid('council_id').notNull(),
    number: smallint().notNull(),
    state: text({ enum: termStates }).notNull().default('nominating'),
    charterVersion: integer('charter_version').notNull(),
    nominateUntil: day('nominate_until').notNull(),
    startsOn: day('starts_on'),
    endsOn: day('ends_on'),
    /** What the draw among equals starts from: its hash is shown when the ballot opens, itself when it is counted. */
    drawSeed: said('draw_seed'),
    drawSeedHash: said('draw_seed_hash'),
    /** Mixed into the voter list, so that it names nobody; wiped when the ballot is counted. */
    voterKey: said('voter_key'),
    /** 票箱: sums only, never a single paper. */
    voices: integer().notNull().default(0),
    counts: plainJson().notNull().$type<Record<string, number>>().default({}),
    tellers: said('tellers'),
    countedAt: at('counted_at'),
  },
  (t) => [
    key(t), uniqueIndex('council_term_number').on(t.countyCode, t.councilId, t.number),
    index('council_terms_by_id').on(t.id), index('council_terms_ending').on(t.endsOn).where(sql`state = 'sitting'`), part('term_of_council', [t.countyCode, t.councilId], councils), inItsCounty('council_term_in_its_county', t),
  ],
);

/** 候选人: by a nickname; the link to a child is there only while the child has an account. COUNTY. */
export const councilCandidates = pgTable(
  'council_candidates',
  {
    ...about(),
    termId: uuid('term_id').notNull(),
    childId: uuid('child_id'),
    nickname: text().notNull(),
    layer: text({ enum: layers }).notNull(),
    seatKind: text('seat_kind', { enum: seatKinds }).notNull(),
    statement: said('statement'),
    state: text({ enum: candidateStates }).notNull(),
    /** On paper: the days on which the child and the guardian signed; the paper itself stays with the community. */
    assentOn: day('assent_on'),
    consentOn: day('consent_on'),
    namedBy: said('named_by'),
    /** Whether the nickname may stand on the public page. */
    isShown: boolean('is_shown').notNull().default(false),
    votes: integer(),
    electedBy: text('elected_by', { enum: electedBy }),
    drawRank: said('draw_rank'),
  },
  (t) => [
    key(t), index('council_candidates_by_id').on(t.id), index('council_candidates_by_term').on(t.countyCode, t.termId), uniqueIndex('one_nomination_per_child').on(t.countyCode, t.termId, t.childId),
    index('council_candidates_by_child').on(t.childId).where(sql`child_id is not null`), part('candidate_of_term', [t.countyCode, t.termId], councilTerms), inItsCounty('council_candidate_in_its_county', t),
  ],
);

/** 选民名单: that a voice was used, never for whom, nor when; emptied at the count. COUNTY. */
export const councilVoters = pgTable(
  'council_voters',
  { countyCode: county(), termId: uuid('term_id').notNull(), voterHash: text('voter_hash').notNull() },
  (t) => [primaryKey({ columns: [t.countyCode, t.termId, t.voterHash] }), part('voter_of_term', [t.countyCode, t.termId], councilTerms)],
);

/** 选票码: printed slips for those without an account, known by their hash alone and given to nobody in particular; emptied at the count. COUNTY. */
export const councilSlips = pgTable(
  'council_slips',
  { countyCode: county(), termId: uuid('term_id').notNull(), slipHash: text('slip_hash').notNull() },
  (t) => [primaryKey({ columns: [t.countyCode, t.termId, t.slipHash] }), part('slip_of_term', [t.countyCode, t.termId], councilTerms)],
);

/** 委员: of a term, elected or delegated up from a council below. COUNTY. */
export const councilMembers = pgTable(
  'council_members',
  {
    ...about(),
    councilId: uuid('council_id').notNull(),
    termId: uuid('term_id').notNull(),
    candidateId: uuid('candidate_id'),
    childId: uuid('child_id'),
    nickname: text().notNull(),
    layer: text({ enum: layers }).notNull(),
    seatKind: text('seat_kind', { enum: seatKinds }).notNull(),
    letterNumber: text('letter_number').notNull(),
    isChair: boolean('is_chair').notNull().default(false),
    /** Whether the nickname may stand on the public page. */
    isShown: boolean('is_shown').notNull().default(false),
    /** The member of a council below who was sent here. */
    delegateOf: uuid('delegate_of'),
    delegateCounty: integer('delegate_county'),
    startedOn: day('started_on').notNull(),
    endedOn: day('ended_on'),
  },
  (t) => [
    key(t), index('council_members_by_id').on(t.id), index('council_members_by_term').on(t.countyCode, t.termId), index('council_members_by_child').on(t.childId).where(sql`child_id is not null`),
    index('council_members_by_delegation').on(t.delegateOf).where(sql`delegate_of is not null`), part('member_of_term', [t.countyCode, t.termId], councilTerms), inItsCounty('council_member_in_its_county', t),
  ],
);

/** 会议. COUNTY. */
export const councilSessions = pgTable(
  'council_sessions',
  {
    ...about(),
    councilId: uuid('council_id').notNull(),
    termId: uuid('term_id').notNull(),
    number: smallint().notNull(),
    state: text({ enum: sessionStates }).notNull().default('called'),
    startsAt: at('starts_at').notNull(),
    place: text().notNull(),
    calledByName: text('called_by_name').notNull(),
    /** Whose turn it is to chair, where the charter says rotation. */
    chairId: uuid('chair_id'),
    minutes: said('minutes'),
    childMinutes: said('child_minutes'),
    minutesByName: said('minutes_by_name'),
    openedAt: at('opened_at'),
    heldAt: at('held_at'),
    endReason: said('end_reason'),
  },
  (t) => [
    key(t), uniqueIndex('council_session_number').on(t.countyCode, t.councilId, t.number),
    index('council_sessions_by_id').on(t.id), index('council_sessions_coming').on(t.startsAt).where(sql`state = 'called'`), part('session_of_term', [t.countyCode, t.termId], councilTerms), inItsCounty('council_session_in_its_county', t),
  ],
);

/** 议程项目. COUNTY. */
export const councilItems = pgTable(
  'council_items',
  {
    countyCode: county(),
    id: uuid().notNull().default(sql`uuidv7()`),
    sessionId: uuid('session_id').notNull(),
    position: smallint().notNull(),
    title: text().notNull(),
    minutesPlanned: smallint('minutes_planned').notNull(),
    motionId: uuid('motion_id'),
    state: text({ enum: itemStates }).notNull().default('next'),
    /** 讨论要点, without names. */
    notes: said('notes'),
    startedAt: at('started_at'),
    endedAt: at('ended_at'),
  },
  (t) => [key(t), index('council_items_by_id').on(t.id), index('council_items_by_session').on(t.countyCode, t.sessionId, t.position), part('item_of_session', [t.countyCode, t.sessionId], councilSessions)],
);

/** 出席: members and supporters who were there. COUNTY. */
export const councilAttendance = pgTable(
  'council_attendance',
  { countyCode: county(), sessionId: uuid('session_id').notNull(), personId: uuid('person_id').notNull(), isSupporter: boolean('is_supporter').notNull() },
  (t) => [primaryKey({ columns: [t.countyCode, t.sessionId, t.personId] }), part('attendance_of_session', [t.countyCode, t.sessionId], councilSessions)],
);

/** 议案, from the wish to the answer. COUNTY. */
export const councilMotions = pgTable(
  'council_motions',
  {
    ...about(),
    councilId: uuid('council_id').notNull(),
    childId: uuid('child_id'),
    memberId: uuid('member_id'),
    title: text().notNull(),
    text: text().notNull(),
    state: text({ enum: motionStates }).notNull().default('put'),
    putAt: at('put_at').notNull(),
    /** Written down by a supporter for the child. */
    byPaper: boolean('by_paper').notNull().default(false),
    sessionId: uuid('session_id'),
    votingBy: text('voting_by', { enum: votingWays }),
    isVotingOpen: boolean('is_voting_open').notNull().default(false),
    inFavour: integer('in_favour').notNull().default(0),
    against: integer().notNull().default(0),
    abstaining: integer().notNull().default(0),
    present: integer(),
    quorum: integer(),
    votedAt: at('voted_at'),
    body: said('body'),
    bodyContact: said('body_contact'),
    letterNumber: said('letter_number'),
    sentOn: day('sent_on'),
    answerDueOn: day('answer_due_on'),
    answer: said('answer'),
    childAnswer: said('child_answer'),
    answerVerdict: text('answer_verdict', { enum: answerVerdicts }),
    answeredBy: said('answered_by'),
    answeredAt: at('answered_at'),
    /** Whether it was answered at a session, face to face. */
    answeredInSession: uuid('answered_in_session'),
    /** The matter on the promise clock, and the words in it that children rate the answer by. */
    matterId: uuid('matter_id'),
    saidId: uuid('said_id'),
    /** Handed up from a motion of a council below. */
    fromMotionId: uuid('from_motion_id'),
    fromCouncilName: said('from_council_name'),
    fromCounty: integer('from_county'),
  },
  (t) => [
    key(t), index('council_motions_by_id').on(t.id), index('council_motions_by_council').on(t.countyCode, t.councilId, t.id), index('council_motions_by_session').on(t.countyCode, t.sessionId),
    index('council_motions_by_child').on(t.childId).where(sql`child_id is not null`), index('council_motions_due').on(t.answerDueOn).where(sql`state = 'sent'`),
    index('council_motions_by_matter').on(t.matterId).where(sql`matter_id is not null`),
    part('motion_of_council', [t.countyCode, t.councilId], councils), inItsCounty('council_motion_in_its_county', t),
  ],
);

/** 附议. COUNTY. */
export const councilSeconds = pgTable(
  'council_seconds',
  { countyCode: county(), motionId: uuid('motion_id').notNull(), memberId: uuid('member_id').notNull() },
  (t) => [primaryKey({ columns: [t.countyCode, t.motionId, t.memberId] }), part('second_of_motion', [t.countyCode, t.motionId], councilMotions)],
);

/** 已表决: which members used their voice on a motion by phone, never how; emptied when the vote is closed. COUNTY. */
export const councilMotionVoices = pgTable(
  'council_motion_voices',
  { countyCode: county(), motionId: uuid('motion_id').notNull(), memberId: uuid('member_id').notNull() },
  (t) => [primaryKey({ columns: [t.countyCode, t.motionId, t.memberId] }), part('voice_on_motion', [t.countyCode, t.motionId], councilMotions)],
);
