import { expect, test } from 'vitest';
import type { Known } from './model.ts';
import { standingAt } from './standing.ts';

const known = { id: 1, code: 'A06-6', kind: 'numeric', accumulation: 'point', direction: 'up', unit: 'percent' } as Known;
const measured = { code: 'A06-6', baseline: { year: 2025, value: 84 } };
const on = (today: string) =>
  standingAt({ known, measured, targets: [{ year: 2026, op: '>=', value: 90 }], told: { period: 2026204, value: 88.9, recordedAt: new Date('2026-11-20T02:00:00Z') }, year: 2026, today, since: new Date('2026-11-16T00:00:00Z') });

test('a figure of the last quarter that is nearly there is on its path while the quarter runs, and behind from the day of its target on', () => {
  expect(['2026-11-23', '2026-12-30', '2026-12-31', '2027-01-05'].map((today) => on(today).light)).toEqual(['on-path', 'on-path', 'behind', 'behind']);
});
