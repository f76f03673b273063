import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bringsFiles } from './brings-files.ts';

const parts = 'multipart/form-data; boundary=x';
const id = '01a20640-8298-726a-8dbe-4bdb1aaa6d4b';

describe('a form with files', () => {
  it.each([`/notices/${id}/objection`, '/objections/ABC', '/verify', '/hazards/report', '/hazards/report.data', '/hazards/repair/ABCD', '/child/say', '/child/places/report', '/child/works/new'])('may bring a large one from anybody to %s', (path) => {
    expect(bringsFiles(path, parts, false)).toBe(true);
    expect(bringsFiles(path, 'application/x-www-form-urlencoded', false)).toBe(false);
  });

  it.each(['/work/340111400/children/hazards/12', '/desk/figures', '/desk/plans/import', '/desk/imports.data', `/apply/${id}/street`, '/work/340111400/evidence/new'])('may bring a large one from whoever signed in to %s, and from nobody else', (path) => {
    expect(bringsFiles(path, parts, true)).toBe(true);
    expect(bringsFiles(path, parts, false)).toBe(false);
    expect(bringsFiles(path, 'application/json', true)).toBe(false);
  });

  it('is none where a phone brings a file alone', () => {
    const path = `/visit/${id}/attachments/${'a'.repeat(64)}`;
    expect([bringsFiles(path, 'image/jpeg', true), bringsFiles(path, 'image/jpeg', false)]).toEqual([true, false]);
  });

  it('stands on pages that are open to everybody only where this says so', () => {
    const open = globSync('app/routes/{public,child}/**/*.tsx').filter((file) => readFileSync(file, 'utf8').includes('multipart/form-data')).toSorted();
    expect(open).toEqual([
      'app/routes/child/observers/round.tsx', 'app/routes/child/places/report.tsx', 'app/routes/child/suggestions/say.tsx', 'app/routes/child/works/forms.tsx',
      'app/routes/public/certificates/verify-certificate.tsx', 'app/routes/public/hazards/repair.tsx', 'app/routes/public/hazards/report.tsx',
      'app/routes/public/objections/form.tsx', 'app/routes/public/objections/your-deeds.tsx', 'app/routes/public/records/verify.tsx',
    ]);
  });
});
