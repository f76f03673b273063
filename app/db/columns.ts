import { customType } from 'drizzle-orm/pg-core';

/** 区划代码: byte order, so that a prefix is a range and the index answers it. */
export const regionCode = customType<{ data: string; driverData: string }>({
  dataType: () => 'text collate "C"',
});
