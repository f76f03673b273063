import { sql } from 'drizzle-orm';
import { boolean, check, date, foreignKey, index, integer, pgPolicy, pgTable, primaryKey, real, smallint, text, timestamp, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { plainJson, regionCode } from '#app/db/columns.ts';
import { users } from '#app/domain/base/accounts/tables.server.ts';
import { levels, type Levels } from '#app/domain/base/rule-results/model.ts';
import { editions } from '#app/domain/base/standard/tables.server.ts';
import type { EvaluationContent } from './content.ts';
import { evaluationKinds, evaluationStates, type EvaluationSettings, reassessmentStates, spotOutcomes, voiceGroups } from './model.ts';

const at = (name: string) => timestamp(name, { withTimezone: true });
const day = (name: string) => date(name, { mode: 'string' });
const county = () => integer('county_code').notNull();
const newId = () => uuid().notNull().default(sql`uuidv7()`);
const localId = () => uuid().primaryKey().default(sql`uuidv7()`);

/** 评估设置: in force from a day on; the last one saved for a day counts, none is altered. REFERENCE. */
export const evaluationSettings = pgTable(
  'evaluation_settings',
  {
    id: localId(),
    effectiveFrom: day('effective_from').notNull(),
    content: plainJson().notNull().$type<EvaluationSettings>(),
    savedBy: text('saved_by').notNull(),
    savedByName: text('saved_by_name').notNull(),
    savedAt: at('saved_at').notNull(),
  },
  (t) => [index('evaluation_settings_in_time').on(t.effectiveFrom, t.id)],
);

/** 评估: keeps the settings it began with; once concluded nothing in it changes. COUNTY. */
export const evaluations = pgTable(
  'evaluations',
  {
    countyCode: county(),
    id: newId(),
    regionCode: regionCode('region_code').notNull(),
    kind: text({ enum: evaluationKinds }).notNull(),
    year: smallint().notNull(),
    subject: text().notNull().default(''),
    editionId: text('edition_id').references(() => editions.id),
    settings: plainJson().notNull().$type<EvaluationSettings>(),
    state: text({ enum: evaluationStates }).notNull().default('drafting'),
    revision: integer().notNull().default(0),
    summary: text().notNull().default(''),
    strengths: text().notNull().default(''),
    advice: text().notNull().default(''),
    evaluatorName: text('evaluator_name').notNull(),
    startedByName: text('started_by_name').notNull(),
    startedAt: at('started_at').notNull(),
    /** 送社区看过的: the levels as the community was shown them. */
    shown: plainJson().$type<Levels>(),
    commentUntil: day('comment_until'),
    comment: text().notNull().default(''),
    commentedByName: text('commented_by_name').notNull().default(''),
    commentedAt: at('commented_at'),
    reply: text().notNull().default(''),
    content: plainJson().$type<EvaluationContent>(),
    hash: text(),
    score: real(),
    concludedByName: text('concluded_by_name').notNull().default(''),
    concludedAt: at('concluded_at'),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    uniqueIndex('one_open_evaluation').on(t.countyCode, t.regionCode, t.kind, t.subject).where(sql`state <> 'concluded'`),
    index('evaluations_by_region').on(t.countyCode, t.regionCode, t.kind, t.id),
    index('evaluations_newest').on(t.id),
    check('evaluation_in_its_county', sql`${t.countyCode} = rpad(left(${t.regionCode}, 6), 6, '0')::int`),
    check('a_concluded_evaluation_is_whole', sql`(${t.state} = 'concluded') = (${t.content} is not null and ${t.hash} is not null and ${t.concludedAt} is not null)`),
    pgPolicy('everybody_reads_evaluations', { for: 'select', using: sql`true` }),
    pgPolicy('an_evaluation_begins_open', { for: 'insert', withCheck: sql`state = 'drafting'` }),
    pgPolicy('only_an_open_evaluation_changes', { for: 'update', using: sql`state <> 'concluded'`, withCheck: sql`true` }),
  ],
);

type Column = Parameters<typeof foreignKey>[0]['columns'][0];
const ofEvaluation = (t: { countyCode: Column; evaluationId: Column }, name: string) =>
  foreignKey({ name, columns: [t.countyCode, t.evaluationId], foreignColumns: [evaluations.countyCode, evaluations.id] });

/** 逐项判断 of the draft. COUNTY. */
export const evaluationLevels = pgTable(
  'evaluation_levels',
  {
    countyCode: county(),
    evaluationId: uuid('evaluation_id').notNull(),
    itemId: text('item_id').notNull(),
    level: text({ enum: levels }),
    note: text().notNull().default(''),
  },
  (t) => [primaryKey({ columns: [t.countyCode, t.evaluationId, t.itemId] }), ofEvaluation(t, 'level_of_evaluation')],
);

/** 儿童和家长的意见: answers to one question, counted, with their source; cells under the limit leave the house nowhere. COUNTY. */
export const evaluationVoices = pgTable(
  'evaluation_voices',
  {
    countyCode: county(),
    id: newId(),
    evaluationId: uuid('evaluation_id').notNull(),
    voice: text({ enum: voiceGroups }).notNull(),
    ageBand: text('age_band').notNull().default(''),
    question: text().notNull(),
    ruleId: text('rule_id').notNull().default(''),
    yes: integer().notNull(),
    partly: integer().notNull(),
    no: integer().notNull(),
    isByHand: boolean('is_by_hand').notNull().default(true),
    source: text().notNull(),
    gatheredOn: day('gathered_on').notNull(),
    addedByName: text('added_by_name').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    index('voices_of_evaluation').on(t.countyCode, t.evaluationId, t.id),
    ofEvaluation(t, 'voice_of_evaluation'),
    check('answers_are_counted', sql`least(${t.yes}, ${t.partly}, ${t.no}) >= 0`),
  ],
);

/** 指标值 with their source. COUNTY. */
export const evaluationIndicators = pgTable(
  'evaluation_indicators',
  {
    countyCode: county(),
    id: newId(),
    evaluationId: uuid('evaluation_id').notNull(),
    ruleId: text('rule_id').notNull(),
    name: text().notNull(),
    value: text().notNull(),
    unit: text().notNull().default(''),
    level: text({ enum: levels }).notNull(),
    isByHand: boolean('is_by_hand').notNull().default(true),
    source: text().notNull(),
    asOf: day('as_of').notNull(),
    addedByName: text('added_by_name').notNull(),
  },
  (t) => [primaryKey({ columns: [t.countyCode, t.id] }), index('indicators_of_evaluation').on(t.countyCode, t.evaluationId, t.id), ofEvaluation(t, 'indicator_of_evaluation')],
);

/** 评估人 and who concludes: two people, neither tied to the community; a tie that arises sets them aside (triggers). LOCAL. */
export const evaluators = pgTable(
  'evaluators',
  {
    id: localId(),
    evaluationId: uuid('evaluation_id').notNull(),
    regionCode: regionCode('region_code').notNull(),
    userId: text('user_id').notNull().references(() => users.id),
    part: text({ enum: ['evaluates', 'concludes'] }).notNull(),
    addedBy: text('added_by').notNull(),
    addedAt: at('added_at').notNull(),
    setAsideAt: at('set_aside_at'),
  },
  (t) => [
    unique('one_part_in_an_evaluation').on(t.evaluationId, t.userId),
    uniqueIndex('one_evaluator').on(t.evaluationId, t.part).where(sql`set_aside_at is null`),
    index('evaluators_by_person').on(t.userId, t.evaluationId),
  ],
);

/** 复评: when a community is due to be evaluated again; one open at a time. LOCAL. */
export const reassessments = pgTable(
  'reassessments',
  {
    id: localId(),
    regionCode: regionCode('region_code').notNull(),
    award: text().notNull(),
    since: day('since').notNull(),
    dueOn: day('due_on').notNull(),
    state: text({ enum: reassessmentStates }).notNull().default('due'),
    evaluationId: uuid('evaluation_id'),
    updatedAt: at('updated_at').notNull(),
  },
  (t) => [uniqueIndex('one_reassessment_open').on(t.regionCode).where(sql`state <> 'done'`), index('reassessments_due').on(t.dueOn).where(sql`state <> 'done'`)],
);

/** 抽查: its seed and its population are frozen, so that anybody can draw it again. LOCAL. */
export const spotChecks = pgTable('spot_checks', {
  id: localId(),
  title: text().notNull(),
  regionCode: regionCode('region_code').notNull(),
  seed: text().notNull(),
  seedSource: text('seed_source').notNull(),
  digits: smallint().notNull(),
  size: integer().notNull(),
  population: plainJson().notNull().$type<string[]>(),
  populationHash: text('population_hash').notNull(),
  sampleHash: text('sample_hash').notNull(),
  drawnByName: text('drawn_by_name').notNull(),
  drawnAt: at('drawn_at').notNull(),
  isPublic: boolean('is_public').notNull().default(false),
});

/** 抽中的社区, and what was found there. LOCAL. */
export const spotPicks = pgTable(
  'spot_picks',
  {
    spotCheckId: uuid('spot_check_id').notNull().references(() => spotChecks.id),
    regionCode: regionCode('region_code').notNull(),
    position: integer().notNull(),
    rank: text().notNull(),
    outcome: text({ enum: spotOutcomes }),
    note: text().notNull().default(''),
    foundOn: day('found_on'),
    foundByName: text('found_by_name').notNull().default(''),
  },
  (t) => [primaryKey({ columns: [t.spotCheckId, t.regionCode] }), index('spot_picks_by_region').on(t.regionCode)],
);
