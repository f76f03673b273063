import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { isSecurityEvent, open } from './security-log.ts';

test('AS-03: the security log lies apart, a JSON line an event with its time in UTC, and nobody’s words break its lines', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tongyou-security-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = '/desk\n{"event":"account.signed-in","actorId":"admin"}';
  open(folder)!.info({ status: 403, path });
  const lines = readFileSync(join(folder, readdirSync(folder)[0]!), 'utf8').trimEnd().split('\n');
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0]!)).toMatchObject({ status: 403, path, time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) });
  expect(open('')).toBeNull();
});

test('AS-03: sign-ins, failed ones, second steps, roles and looks at sealed things concern it; other work does not', () => {
  const events = ['account.signed-in', 'account.sign-in-failed', 'account.second-step-failed', 'role.granted', 'session.ended', 'protection.read', 'application.submitted', 'suggestion.received'];
  expect(events.filter(isSecurityEvent)).toEqual(events.slice(0, 6));
});
