import { sql } from 'drizzle-orm';
import { boolean, date, foreignKey, index, integer, pgTable, primaryKey, text, timestamp, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { plainJson, regionCode } from '#app/db/columns.ts';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import { applications } from '#app/domain/pilot/applications/tables.server.ts';
import { calls } from '#app/domain/pilot/calls/tables.server.ts';
import { outcomes } from '#app/domain/pilot/review/model.ts';
import {
  type Advice, countings, type Explanation, meetingStates, memberRoles, type Minutes, proposals, type Ranked, type RankEntry, type RankRule, reconsiderationGrounds, secondRoundGrounds, votes,
} from './model.ts';

const at = (name: string) => timestamp(name, { withTimezone: true });
const newId = () => uuid().primaryKey().default(sql`uuidv7()`);
const ofApplication = () => uuid('application_id').notNull().references(() => applications.id);

/** 二轮评审: why an application is read once more, and how its marks count. LOCAL. */
export const secondRounds = pgTable('second_rounds', {
  applicationId: uuid('application_id').primaryKey().references(() => applications.id),
  ground: text({ enum: secondRoundGrounds }).notNull(),
  reason: text().notNull(),
  wanted: integer().notNull(),
  counting: text({ enum: countings }).notNull(),
  openedBy: text('opened_by').notNull(),
  openedByName: text('opened_by_name').notNull(),
  openedAt: at('opened_at').notNull(),
});

/** 二轮结束: a second round that the office ended before it had all the reviews it wanted, and why. LOCAL. */
export const secondRoundClosings = pgTable('second_round_closings', {
  applicationId: uuid('application_id').primaryKey().references(() => secondRounds.applicationId),
  reason: text().notNull(),
  closedBy: text('closed_by').notNull(),
  closedByName: text('closed_by_name').notNull(),
  closedAt: at('closed_at').notNull(),
});

/** 评审会. LOCAL. */
export const panelMeetings = pgTable(
  'panel_meetings',
  {
    id: newId(),
    callId: uuid('call_id').notNull().references(() => calls.id),
    regionCode: regionCode('region_code').notNull(),
    title: text().notNull(),
    heldOn: date('held_on', { mode: 'string' }).notNull(),
    heldAt: text('held_at').notNull(),
    place: text().notNull(),
    isRemote: boolean('is_remote').notNull(),
    quorum: integer().notNull(),
    state: text({ enum: meetingStates }).notNull().default('planned'),
    cancelReason: text('cancel_reason').notNull().default(''),
    createdBy: text('created_by').notNull(),
    createdByName: text('created_by_name').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (t) => [index('panel_meetings_by_call').on(t.callId, t.id)],
);

const ofMeeting = () => uuid('meeting_id').notNull().references(() => panelMeetings.id);

/** 与会人员. LOCAL. */
export const panelMembers = pgTable(
  'panel_members',
  {
    meetingId: ofMeeting(),
    userId: text('user_id').notNull().references(() => users.id),
    name: text().notNull(),
    role: text({ enum: memberRoles }).notNull(),
    isPresent: boolean('is_present').notNull().default(true),
    addedAt: at('added_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.meetingId, t.userId] }),
    index('panel_members_by_user').on(t.userId),
    uniqueIndex('one_chair_per_meeting').on(t.meetingId).where(sql`role = 'chair'`),
  ],
);

/** 议题: one application on the agenda, with what is proposed for it. LOCAL. */
export const panelItems = pgTable(
  'panel_items',
  {
    id: newId(),
    meetingId: ofMeeting(),
    applicationId: ofApplication(),
    position: integer().notNull(),
    proposal: text({ enum: proposals }),
    clearsNegative: boolean('clears_negative').notNull().default(false),
    discussion: text().notNull().default(''),
  },
  (t) => [unique('one_item_per_application').on(t.meetingId, t.applicationId), index('panel_items_by_application').on(t.applicationId)],
);

const ofItem = () => uuid('item_id').notNull().references(() => panelItems.id, { onDelete: 'cascade' });

/** 席位: who sits on an item, and the vote cast; the database gives none to somebody in conflict. LOCAL. */
export const panelSeats = pgTable(
  'panel_seats',
  { itemId: ofItem(), userId: text('user_id').notNull(), vote: text({ enum: votes }), votedAt: at('voted_at'), votedBy: text('voted_by') },
  (t) => [
    primaryKey({ columns: [t.itemId, t.userId] }),
    foreignKey({ columns: [t.userId], foreignColumns: [users.id] }),
  ],
);

/** 回避 from one item, inferred or declared; it stands in the minutes. LOCAL. */
export const panelRecusals = pgTable(
  'panel_recusals',
  { itemId: ofItem(), userId: text('user_id').notNull().references(() => users.id), kind: text().notNull(), reason: text().notNull().default(''), recusedAt: at('recused_at').notNull() },
  (t) => [primaryKey({ columns: [t.itemId, t.userId] })],
);

/** 会议纪要: as the chair signed it; nothing changes it. LOCAL. */
export const panelMinutes = pgTable('panel_minutes', {
  meetingId: uuid('meeting_id').primaryKey().references(() => panelMeetings.id),
  content: plainJson().notNull().$type<Minutes>(),
  hash: text().notNull(),
  signedBy: text('signed_by').notNull(),
  signedByName: text('signed_by_name').notNull(),
  signedAt: at('signed_at').notNull(),
});

/** 说明草稿. LOCAL. */
export const decisionDrafts = pgTable('decision_drafts', {
  applicationId: uuid('application_id').primaryKey().references(() => applications.id),
  advice: plainJson().notNull().$type<Advice>(),
  revision: integer().notNull(),
  savedBy: text('saved_by').notNull(),
  savedByName: text('saved_by_name').notNull(),
  savedAt: at('saved_at').notNull(),
});

/** 决定说明, frozen: the first with the decision, one more with each reconsideration that changes it. LOCAL. */
export const decisionExplanations = pgTable(
  'decision_explanations',
  { id: newId(), applicationId: ofApplication(), sequence: integer().notNull(), content: plainJson().notNull().$type<Explanation>(), hash: text().notNull(), frozenAt: at('frozen_at').notNull() },
  (t) => [unique('one_explanation_per_sequence').on(t.applicationId, t.sequence)],
);

/** 复议: what was decided stays; why it is looked at again and what came of it are added. LOCAL. */
export const reconsiderations = pgTable(
  'reconsiderations',
  {
    id: newId(),
    applicationId: ofApplication(),
    ground: text({ enum: reconsiderationGrounds }).notNull(),
    reason: text().notNull(),
    oldOutcome: text('old_outcome', { enum: outcomes }).notNull(),
    openedBy: text('opened_by').notNull(),
    openedByName: text('opened_by_name').notNull(),
    openedAt: at('opened_at').notNull(),
    newOutcome: text('new_outcome', { enum: outcomes }),
    newReason: text('new_reason').notNull().default(''),
    concludedBy: text('concluded_by'),
    concludedByName: text('concluded_by_name'),
    concludedAt: at('concluded_at'),
  },
  (t) => [
    index('reconsiderations_by_application').on(t.applicationId, t.id),
    uniqueIndex('one_open_reconsideration').on(t.applicationId).where(sql`concluded_at is null`),
  ],
);

/** 排名规则 of a call; the newest counts, and all stay. LOCAL. */
export const rankingRules = pgTable(
  'ranking_rules',
  { id: newId(), callId: uuid('call_id').notNull().references(() => calls.id), rule: plainJson().notNull().$type<RankRule>(), setBy: text('set_by').notNull(), setByName: text('set_by_name').notNull(), setAt: at('set_at').notNull() },
  (t) => [index('ranking_rules_by_call').on(t.callId, t.id)],
);

/** 排名: what a bulk decision rested on, whole, so that anybody can work it out again. LOCAL. */
export const rankings = pgTable(
  'rankings',
  {
    id: newId(),
    callId: uuid('call_id').notNull().references(() => calls.id),
    rule: plainJson().notNull().$type<RankRule>(),
    places: integer().notNull(),
    entries: plainJson().notNull().$type<RankEntry[]>(),
    ranked: plainJson().notNull().$type<Ranked[]>(),
    hash: text().notNull(),
    madeBy: text('made_by').notNull(),
    madeByName: text('made_by_name').notNull(),
    madeAt: at('made_at').notNull(),
  },
  (t) => [index('rankings_by_call').on(t.callId, t.id)],
);
