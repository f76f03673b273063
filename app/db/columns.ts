import { sql } from 'drizzle-orm';
import { check, customType, date, integer, type PgColumn, timestamp, uuid } from 'drizzle-orm/pg-core';

/** 区划代码: byte order, so that a prefix is a range and the index answers it. */
export const regionCode = customType<{ data: string; driverData: string }>({
  dataType: () => 'text collate "C"',
});

/** JSON as the driver reads it: the library's own column would read a text of digits a second time, as a number. */
export const plainJson = customType<{ data: unknown; driverData: string }>({
  dataType: () => 'jsonb',
  toDriver: (value) => JSON.stringify(value),
});

/** 时刻: a moment, whatever the zone of whoever asks. */
export const at = (name: string) => timestamp(name, { withTimezone: true });

/** 日: a Beijing day as text. */
export const day = (name: string) => date(name, { mode: 'string' });

/** 所在县 of a row: every key of a COUNTY table begins with it. */
export const county = () => integer('county_code').notNull();

/** What every row of a COUNTY table is about: its county, its id, its place. */
export const about = () => ({ countyCode: county(), id: uuid().notNull().default(sql`uuidv7()`), regionCode: regionCode('region_code').notNull() });

/** 在自己的县里: the county of a row is the county of its place. */
export const inItsCounty = (name: string, t: { countyCode: PgColumn; regionCode: PgColumn }) => check(name, sql`${t.countyCode} = rpad(left(${t.regionCode}, 6), 6, '0')::int`);
