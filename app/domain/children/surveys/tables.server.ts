import { sql } from 'drizzle-orm';
import { boolean, check, foreignKey, index, integer, type PgColumn, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { at, county, day, plainJson, regionCode } from '#app/db/columns.ts';
import { audiences, channels, codeKinds, consentKinds, type Definition, roundStates, surveyStates, waves } from './model.ts';

const region = () => regionCode('region_code').notNull();
const id = () => uuid().notNull().default(sql`uuidv7()`);
/** Says nothing of the moment it was made at. */
const blindId = () => uuid().notNull().default(sql`gen_random_uuid()`);
const inItsCounty = (name: string, t: { countyCode: PgColumn; regionCode: PgColumn }) =>
  check(name, sql`${t.countyCode} = case ${t.regionCode} when '*' then 0 else rpad(left(${t.regionCode}, 6), 6, '0')::int end`);

/** 问卷 of a community, a city or the programme ('*'), with the draft of its next version. COUNTY. */
export const surveys = pgTable(
  'surveys',
  {
    countyCode: county(), id: id(), regionCode: region(),
    audience: text({ enum: audiences }).notNull(),
    state: text({ enum: surveyStates }).notNull().default('draft'),
    draft: plainJson().notNull().$type<Definition>(),
    /** Grows with every change of the draft: two who edit at one moment come one after the other. */
    edition: integer().notNull().default(1),
    /** The newest published version; 0 before the first. */
    version: integer().notNull().default(0),
    isChanged: boolean('is_changed').notNull().default(true),
    /** Which instrument of the programme it was copied from, with its version. */
    instrument: text().notNull().default(''),
    instrumentVersion: integer('instrument_version').notNull().default(0),
    madeByName: text('made_by_name').notNull(),
    madeAt: at('made_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.countyCode, t.id] }), index('surveys_by_region').on(t.regionCode, t.id), inItsCounty('survey_in_its_county', t)],
);

/** 问卷版本: what was published stays word for word. COUNTY. */
export const surveyVersions = pgTable(
  'survey_versions',
  {
    countyCode: county(), surveyId: uuid('survey_id').notNull(), version: integer().notNull(),
    definition: plainJson().notNull().$type<Definition>(),
    publishedByName: text('published_by_name').notNull(),
    publishedAt: at('published_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.surveyId, t.version] }),
    foreignKey({ name: 'version_of_survey', columns: [t.countyCode, t.surveyId], foreignColumns: [surveys.countyCode, surveys.id] }).onDelete('cascade'),
  ],
);

/** 统一调查: one survey over many communities, each with a round of its own. COUNTY (of whoever asks). */
export const surveyCampaigns = pgTable(
  'survey_campaigns',
  {
    countyCode: county(), id: id(), regionCode: region(),
    surveyId: uuid('survey_id').notNull(), version: integer().notNull(),
    title: text().notNull(), wave: text({ enum: waves }).notNull(),
    opensOn: day('opens_on').notNull(), closesOn: day('closes_on').notNull(),
    communities: integer().notNull(),
    madeByName: text('made_by_name').notNull(), madeAt: at('made_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.countyCode, t.id] }), index('survey_campaigns_by_region').on(t.regionCode, t.id), inItsCounty('survey_campaign_in_its_county', t)],
);

/** 调查轮次 in one community: its answers are those of one version of one survey. COUNTY. */
export const surveyRounds = pgTable(
  'survey_rounds',
  {
    countyCode: county(), id: id(), regionCode: region(),
    /** The survey may be of the city or of the programme, in another county. */
    surveyCounty: integer('survey_county').notNull(), surveyId: uuid('survey_id').notNull(), version: integer().notNull(),
    campaignId: uuid('campaign_id'),
    audience: text({ enum: audiences }).notNull(),
    title: text().notNull(), wave: text({ enum: waves }).notNull(),
    state: text({ enum: roundStates }).notNull().default('open'),
    opensOn: day('opens_on').notNull(), closesOn: day('closes_on').notNull(),
    invited: integer().notNull(),
    /** How many sheets there are; written at the end. */
    answered: integer(),
    /** 双录: how many paper sheets two people entered, how many answers were compared, how many differed. */
    doubleSheets: integer('double_sheets').notNull().default(0),
    doubleCells: integer('double_cells').notNull().default(0),
    doubleDifferent: integer('double_different').notNull().default(0),
    isInvented: boolean('is_invented').notNull().default(false),
    madeByName: text('made_by_name').notNull(), madeAt: at('made_at').notNull(),
    closedAt: at('closed_at'), closedByName: text('closed_by_name').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    index('survey_rounds_by_region').on(t.regionCode, t.id),
    index('survey_rounds_by_survey').on(t.surveyId, t.id),
    index('survey_rounds_by_campaign').on(t.campaignId).where(sql`campaign_id is not null`),
    index('survey_rounds_to_close').on(t.closesOn).where(sql`state = 'open'`),
    check('survey_round_days', sql`${t.opensOn} <= ${t.closesOn}`),
    inItsCounty('survey_round_in_its_county', t),
  ],
);

const ofRound = (name: string, t: { countyCode: PgColumn; roundId: PgColumn }) =>
  foreignKey({ name, columns: [t.countyCode, t.roundId] as never, foreignColumns: [surveyRounds.countyCode, surveyRounds.id] as never }).onDelete('cascade');
const partOfRound = () => ({ countyCode: county(), roundId: uuid('round_id').notNull() });

/** 问卷码: opens a round for so many sheets; answers do not say which one they came by. COUNTY. */
export const surveyCodes = pgTable(
  'survey_codes',
  {
    ...partOfRound(), id: id(),
    kind: text({ enum: codeKinds }).notNull(), code: text().notNull(),
    label: text().notNull().default(''), seats: integer().notNull(), used: integer().notNull().default(0),
    isStopped: boolean('is_stopped').notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    uniqueIndex('one_survey_code').on(t.countyCode, t.code),
    index('survey_codes_by_code').on(t.code),
    index('survey_codes_by_round').on(t.countyCode, t.roundId, t.id),
    check('survey_seats', sql`${t.used} between 0 and ${t.seats}`),
    ofRound('code_of_survey_round', t),
  ],
);

/** 匿名答卷: one row a sheet, one character a question; the day is all that is known of when, and nothing of who. COUNTY. */
export const surveyResponses = pgTable(
  'survey_responses',
  {
    ...partOfRound(), id: blindId(),
    answeredOn: day('answered_on').notNull(),
    channel: text({ enum: channels }).notNull(),
    answers: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.countyCode, t.roundId, t.id] }), ofRound('response_of_survey_round', t)],
);

/** 双录中的纸卷: a paper sheet under the number written on it, until two people have entered it and every difference is settled; then it is gone from here. COUNTY. */
export const surveyDoubleSheets = pgTable(
  'survey_double_sheets',
  {
    ...partOfRound(), id: id(),
    number: integer().notNull(),
    first: text().notNull(), firstBy: text('first_by').notNull(), firstByName: text('first_by_name').notNull(),
    second: text(), secondByName: text('second_by_name').notNull().default(''),
    words: plainJson().notNull().$type<Record<string, string>>(),
  },
  (t) => [primaryKey({ columns: [t.countyCode, t.id] }), uniqueIndex('one_double_sheet_of_a_number').on(t.countyCode, t.roundId, t.number), ofRound('double_sheet_of_survey_round', t)],
);

/** 附言: free words, apart from the sheet they came with; public only after moderation. COUNTY. */
export const surveyComments = pgTable(
  'survey_comments',
  { ...partOfRound(), id: blindId(), itemId: text('item_id').notNull(), addedOn: day('added_on').notNull(), words: text().notNull() },
  (t) => [primaryKey({ columns: [t.countyCode, t.roundId, t.id] }), ofRound('comment_of_survey_round', t)],
);

/** 同意记录 for a round: what the school or the guardians agreed to on paper, as a count; never a child's name. COUNTY. */
export const surveyConsents = pgTable(
  'survey_consents',
  {
    ...partOfRound(), id: id(),
    kind: text({ enum: consentKinds }).notNull(), givenBy: text('given_by').notNull(), people: integer().notNull(), givenOn: day('given_on').notNull(),
    refused: integer().notNull().default(0), notedByName: text('noted_by_name').notNull(), notedAt: at('noted_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.countyCode, t.id] }), index('survey_consents_by_round').on(t.countyCode, t.roundId), ofRound('consent_of_survey_round', t)],
);
