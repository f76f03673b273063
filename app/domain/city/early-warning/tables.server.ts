import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { about, at, county, day, plainJson, regionCode } from '#app/db/columns.ts';
import { type AlertLevel, alertLevels, alertStates, type BackTest, type Ground, ruleCodes, type Settings, stepKinds, verdicts } from './model.ts';

/** 预警规则 of a region: which of its versions is switched on; where none is, that of the region above counts. LOCAL. */
export const warningRules = pgTable(
  'warning_rules',
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    regionCode: regionCode('region_code').notNull(),
    rule: text({ enum: ruleCodes }).notNull(),
    /** The newest version. */
    version: integer().notNull(),
    versionOn: integer('version_on'),
    /** 提出停用: who asked that a rule of the nation be switched off, and why; somebody else does it. */
    offAskedById: text('off_asked_by_id'),
    offAskedByName: text('off_asked_by_name'),
    offAskedAt: at('off_asked_at'),
    offReason: text('off_reason').notNull().default(''),
  },
  (t) => [uniqueIndex('one_warning_rule_per_region').on(t.regionCode, t.rule)],
);

/** 规则的一版: settings and reason never change; its latest back-test is added once it has run. LOCAL. */
export const warningRuleVersions = pgTable(
  'warning_rule_versions',
  {
    ruleId: uuid('rule_id').notNull().references(() => warningRules.id),
    version: integer().notNull(),
    settings: plainJson().notNull().$type<Settings>(),
    reason: text().notNull(),
    madeById: text('made_by_id').notNull(),
    madeByName: text('made_by_name').notNull(),
    madeAt: at('made_at').notNull(),
    backTest: plainJson('back_test').$type<BackTest>(),
    switchedOnAt: at('switched_on_at'),
    switchedOnByName: text('switched_on_by_name'),
    /** Why it was switched on though the past could say nothing of it. */
    switchedOnReason: text('switched_on_reason').notNull().default(''),
  },
  (t) => [primaryKey({ columns: [t.ruleId, t.version] })],
);

/** 回测记录: every back-test of a version, by whom and when; only added. LOCAL. */
export const warningBackTests = pgTable(
  'warning_back_tests',
  {
    id: uuid().primaryKey().default(sql`uuidv7()`),
    ruleId: uuid('rule_id').notNull().references(() => warningRules.id),
    version: integer().notNull(),
    result: plainJson().notNull().$type<BackTest>(),
    testedById: text('tested_by_id').notNull(),
    testedByName: text('tested_by_name').notNull(),
    testedAt: at('tested_at').notNull(),
  },
  (t) => [index('warning_back_tests_by_version').on(t.ruleId, t.version, t.testedAt)],
);

/** 预警: one for region, indicator and rule as long as its ground stands; kept when it is over. COUNTY. */
export const alerts = pgTable(
  'alerts',
  {
    ...about(),
    indicatorId: integer('indicator_id').notNull(),
    rule: text({ enum: ruleCodes }).notNull(),
    /** The version of the rule, and the region it was made for. */
    ruleRegion: regionCode('rule_region').notNull(),
    ruleVersion: integer('rule_version').notNull(),
    planId: uuid('plan_id'),
    /** 责任部门, as the plan or the definition names it. */
    department: text().notNull(),
    level: text({ enum: alertLevels }).notNull().$type<AlertLevel>(),
    state: text({ enum: alertStates }).notNull().default('open'),
    ground: plainJson().notNull().$type<Ground>(),
    raisedOn: day('raised_on').notNull(),
    /** 答复期限: the last day, in Beijing. */
    dueOn: day('due_on').notNull(),
    /** How far up a late answer was told: 0 nobody yet. */
    escalation: smallint().notNull().default(0),
    ownerId: text('owner_id'),
    ownerName: text('owner_name'),
    /** 经手人: everybody who ever owned or answered it; none of them judges it. */
    handledBy: text('handled_by').array().notNull().default(sql`'{}'::text[]`),
    reason: text().notNull().default(''),
    measure: text().notNull().default(''),
    measureBy: day('measure_by'),
    answeredById: text('answered_by_id'),
    answeredByName: text('answered_by_name'),
    answeredAt: at('answered_at'),
    closedByName: text('closed_by_name'),
    closedAt: at('closed_at'),
    verdict: text({ enum: verdicts }),
    /** The day on which the ground was gone; until then no second alert of the kind is raised. */
    endedOn: day('ended_on'),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    uniqueIndex('one_alert_while_its_ground_stands').on(t.countyCode, t.regionCode, t.indicatorId, t.rule).where(sql`ended_on is null`),
    index('alerts_by_state').on(t.state, t.regionCode),
    index('alerts_judged_by_rule').on(t.rule, t.closedAt).where(sql`verdict is not null`),
    check('alert_in_its_county', sql`${t.countyCode} = (case when ${t.regionCode} = '*' then 0 else rpad(left(${t.regionCode}, 6), 6, '0')::int end)`),
    check('closed_is_judged', sql`${t.state} <> 'closed' or (${t.verdict} is not null and ${t.closedAt} is not null)`),
  ],
);

/** 预警的经过: only added. COUNTY. */
export const alertSteps = pgTable(
  'alert_steps',
  {
    countyCode: county(),
    id: uuid().notNull().default(sql`uuidv7()`),
    alertId: uuid('alert_id').notNull(),
    kind: text({ enum: stepKinds }).notNull(),
    level: text({ enum: alertLevels }).notNull().$type<AlertLevel>(),
    words: text().notNull().default(''),
    byName: text('by_name').notNull().default(''),
    at: at('at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.countyCode, t.id] }), index('alert_steps_by_alert').on(t.countyCode, t.alertId)],
);
