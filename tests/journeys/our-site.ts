import { inject } from 'vitest';

const sites = inject('sites');

/** 本场的站点: stories that run beside each other have a server, a database and a clock each. */
export const site = sites[(Number(process.env.VITEST_POOL_ID ?? 1) - 1) % sites.length]!;
