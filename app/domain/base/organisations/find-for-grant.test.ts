import { describe, expect } from 'vitest';
import type { Db } from '#app/db/db.server.ts';
import { as, baohe, hefei, neighbour, test } from '#tests/world.ts';
import { findOrganisationsForGrant } from './find-for-grant.ts';
import { organisations } from './tables.server.ts';

async function anOrganisation(db: Db, name: string, creditCode: string) {
  const at = new Date('2026-08-01T02:00:00Z');
  await db.insert(organisations).values({
    kind: 'social-organisation', name, creditCode, regionCode: baohe, contactName: '王宁', contactPhone: '0551-12345678', createdAt: at, updatedAt: at,
  });
}

describe('looking for an organisation to grant a role in', () => {
  test('finds it by part of its name or its whole credit code, with its place', async ({ db }) => {
    await anOrganisation(db, '包河区蒲公英服务中心', '52340111MJA1234567');
    for (const asked of ['蒲公英', '52340111mja1234567']) {
      expect(await findOrganisationsForGrant(as(db, 'system-admin', hefei), asked)).toMatchObject([{ name: '包河区蒲公英服务中心', place: '安徽省 合肥市 包河区' }]);
    }
    expect(await findOrganisationsForGrant(as(db, 'security-admin', '*'), '52340111')).toEqual([]);
  });

  test('keeps to the administrator’s own region, and is nobody else’s', async ({ db }) => {
    await anOrganisation(db, '包河区蒲公英服务中心', '52340111MJA1234567');
    expect(await findOrganisationsForGrant(as(db, 'security-admin', neighbour), '蒲公英')).toEqual([]);
    for (const role of ['audit-admin', 'expert', 'government-officer'] as const) {
      await expect(findOrganisationsForGrant(as(db, role, '*'), '蒲公英')).rejects.toThrow('not-allowed');
    }
  });
});
