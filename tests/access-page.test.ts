import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { accountsWords } from '#app/i18n/accounts.ts';
import { accessPage } from '../scripts/access-page.ts';
import { access } from '#app/domain/base/accounts/access.ts';

describe('docs/access.md', () => {
  test('says what the table of permissions says (node scripts/print-access.ts writes it)', () => {
    expect(readFileSync('docs/access.md', 'utf8')).toBe(accessPage());
  });

  test('has words for every verb, in both languages', () => {
    for (const words of Object.values(accountsWords)) {
      expect(Object.keys(words.verbs).toSorted()).toEqual(Object.keys(access).toSorted());
    }
  });
});
