import { sql } from 'drizzle-orm';
import { check, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { at, plainJson, regionCode } from '#app/db/columns.ts';
import { layers } from '#app/platform/ctx.ts';
import { type Line, sourceKinds, versionStates } from './model.ts';


/** 儿童版: a text of an office in words of one layer of age. COUNTY. */
export const childVersions = pgTable(
  'child_versions',
  {
    countyCode: integer('county_code').notNull(),
    id: uuid().notNull().default(sql`uuidv7()`),
    regionCode: regionCode('region_code').notNull(),
    sourceKind: text('source_kind', { enum: sourceKinds }).notNull(),
    /** The id of the notice; '' where the text is of another kind. */
    sourceId: text('source_id').notNull().default(''),
    sourceName: text('source_name').notNull(),
    layer: text({ enum: layers }).notNull(),
    title: text().notNull(),
    lines: plainJson('lines').$type<Line[]>().notNull(),
    forGrownUps: text('for_grown_ups').notNull().default(''),
    state: text({ enum: versionStates }).notNull().default('draft'),
    edition: integer().notNull().default(0),
    /** 身份: as what its writer is shown to children, a named role. */
    saidBy: text('said_by').notNull(),
    writtenBy: text('written_by').notNull(),
    changedAt: at('changed_at').notNull(),
    publishedAt: at('published_at'),
    withdrawnAt: at('withdrawn_at'),
  },
  (t) => [
    primaryKey({ columns: [t.countyCode, t.id] }),
    index('child_versions_by_region').on(t.regionCode, t.id),
    index('child_versions_published').on(t.publishedAt).where(sql`state = 'published'`),
    uniqueIndex('one_child_version_per_notice_and_layer').on(t.countyCode, t.regionCode, t.sourceId, t.layer).where(sql`source_kind = 'notice' and state <> 'withdrawn'`),
    check('child_version_in_its_county', sql`${t.countyCode} = case when ${t.regionCode} = '*' then 0 else rpad(left(${t.regionCode}, 6), 6, '0')::int end`),
  ],
);
