import { customType } from 'drizzle-orm/pg-core';

/** 区划代码: byte order, so that a prefix is a range and the index answers it. */
export const regionCode = customType<{ data: string; driverData: string }>({
  dataType: () => 'text collate "C"',
});

/** JSON as the driver reads it: the library's own column would read a text of digits a second time, as a number. */
export const plainJson = customType<{ data: unknown; driverData: string }>({
  dataType: () => 'jsonb',
  toDriver: (value) => JSON.stringify(value),
});
