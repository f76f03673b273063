import { integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

/** 服务分钟: what one process of the app answered within one minute. LOCAL. */
export const serviceMinutes = pgTable(
  'service_minutes',
  {
    minute: timestamp('minute', { withTimezone: true }).notNull(),
    process: text().notNull(),
    asked: integer().notNull(),
    failed: integer().notNull(),
    slow: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.minute, t.process] })],
);
