import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** 谁可以认识谁: a room may know the rooms listed before it, never those after. */
const rooms = [
  'base/availability', 'base/regions', 'base/accounts', 'base/organisations', 'base/files', 'base/documents', 'base/calendar', 'base/inbox', 'base/interfaces', 'base/notifications', 'base/records', 'base/region-changes', 'base/exports', 'base/views', 'base/imports',
  'base/standard', 'base/small-cells', 'base/communities', 'base/rule-results', 'base/evidence', 'base/burden',
  'children/help', 'children/child-versions', 'children/impact-assessments', 'children/retention', 'children/identity', 'children/sharing', 'children/incidents', 'children/protection', 'children/moderation', 'children/suggestions', 'children/councils', 'children/observers', 'children/solicitations', 'children/surveys', 'children/survey-results', 'children/compliance',
  'service/spaces', 'service/hazards', 'service/walks',
  'pilot/rubrics', 'pilot/calls', 'pilot/applications', 'pilot/paper-forms', 'pilot/experts', 'pilot/conflicts', 'pilot/redaction', 'pilot/review', 'pilot/questions', 'pilot/assigning', 'pilot/scoring', 'pilot/panels', 'pilot/notices', 'pilot/objections', 'pilot/letters', 'pilot/certification', 'pilot/self-assessment', 'pilot/progress-reports', 'pilot/visits', 'pilot/evaluation', 'pilot/case-library', 'pilot/consulting',
  'city/indicators', 'city/operations', 'city/city-plans', 'city/collection', 'city/figure-files', 'city/early-warning', 'city/cockpit', 'city/statistics-database', 'city/monitoring-reports',
  'public/statistics', 'public/time-machine', 'public/annual-report', 'public/search',
];

const read = (pattern: string) =>
  globSync(pattern)
    .filter((path) => !path.includes('.test.'))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

const files = read('app/domain/*/*/**/*.ts').map((file) => ({ ...file, room: file.path.split('/').slice(2, 4).join('/') }));
const roomsOf = (text: string) => [...text.matchAll(/from '#app\/domain\/([^/']+\/[^/']+)\//g)].map((match) => match[1]!);

describe('the plan of the house', () => {
  test('there is a house', () => {
    expect(files.length).toBeGreaterThan(50);
  });

  test('every room is on the plan and every room of the plan stands', () => {
    expect([...new Set(files.map((file) => file.room))].toSorted()).toEqual(rooms.toSorted());
  });

  test.each(files)('$path looks only at rooms before its own', ({ room, text }) => {
    const after = rooms.slice(rooms.indexOf(room) + 1);
    expect(roomsOf(text).filter((name) => after.includes(name))).toEqual([]);
  });

  test.each(files)('$path writes only its own tables', ({ room, text }) => {
    for (const [, names, owner] of text.matchAll(/import \{([^}]+)\} from '#app\/domain\/([^/]+\/[^/]+)\/tables/g)) {
      if (owner === room) continue;
      const words = names!.split(',').map((name) => name.replace('type ', '').trim()).filter(Boolean);
      const written = words.filter((name) => new RegExp(`\\.(insert|update|delete)\\(\\s*${name}\\b`).test(text));
      expect(written).toEqual([]);
    }
  });

  // What an open round asks of a unit is told in its sheet: whoever writes figures by another way asks `askedCells` of the rounds first.
  test.each([
    ['record-value', ['app/domain/city/collection/record-figure.ts']],
    ['write-value', ['app/domain/city/collection/accept-sheet.ts', 'app/domain/city/statistics-database/bring-message.ts']],
    ['write-values', ['app/domain/city/figure-files/write-figures.ts']],
  ])('%s is known only where open sheets are respected', (verb, allowed) => {
    const known = new RegExp(`^import (?!type ).*/indicators/${verb}\\.ts'`, 'm');
    const others = [...files.filter(({ room }) => room !== 'city/indicators'), ...read('app/{routes,jobs,server}/**/*.{ts,tsx}')];
    expect(others.filter(({ text }) => known.test(text)).map(({ path }) => path).toSorted()).toEqual(allowed);
  });

  test('the ground floor knows no room', () => {
    const ground = [...read('app/platform/*.ts'), ...read('app/db/*.ts')];
    expect(ground.filter(({ text }) => /from '#app\/(domain|routes|ui|jobs|server)\//.test(text)).map(({ path }) => path)).toEqual([]);
  });

  test('a room knows no page and no job', () => {
    expect(files.filter(({ text }) => /from '#app\/(routes|ui|jobs|server)\//.test(text)).map(({ path }) => path)).toEqual([]);
  });

  test('pages leave the tables alone', () => {
    const pages = [...read('app/routes/**/*.{ts,tsx}'), ...read('app/ui/**/*.{ts,tsx}')];
    expect(pages.filter(({ text }) => /tables\.server|from 'drizzle-orm/.test(text)).map(({ path }) => path)).toEqual([]);
  });

  test('Ant Design stays at the desk', () => {
    const light = [...read('app/routes/{public,apply,account,api,work,visit,past,feeds}/**/*.{ts,tsx}'), ...read('app/ui/light/**/*.{ts,tsx}')];
    expect(light.length).toBeGreaterThan(10);
    expect(light.filter(({ text }) => /from '(antd|@ant-design)|#app\/ui\/desk\//.test(text)).map(({ path }) => path)).toEqual([]);
  });

  test('words and rules for the browser carry no schema and no database', () => {
    const models = files.filter(({ path }) => path.endsWith('/model.ts'));
    expect(models.length).toBeGreaterThan(8);
    expect(models.filter(({ text }) => /from '(zod|drizzle-orm|pg)|tables\.server/.test(text)).map(({ path }) => path)).toEqual([]);
  });

  test('rooms ask the context for the time', () => {
    const clocks = files.filter(({ text }) => /new Date\(\)|Date\.now\(\)/.test(text));
    expect(clocks.map(({ path }) => path)).toEqual([]);
  });

  test('stories look until they find; one look is only for what must not be there', () => {
    const once = /expect\(+await [^;\n]*\.(count|innerText|allInnerTexts|inputValue|textContent|isChecked|isVisible|isEnabled|isDisabled)\(\)[^;\n]*\)\.(?!not\.|toBe\((0|false|'')\)|toEqual\(\[\]\))/;
    const stories = read('tests/{journeys,faults}/*.ts').flatMap(({ path, text }) => text.split('\n').map((line) => ({ path, line })));
    expect(stories.length).toBeGreaterThan(1000);
    expect(stories.filter(({ line }) => once.test(line)).map(({ path, line }) => `${path}: ${line.trim()}`)).toEqual([]);
  });

  test('no file is a barrel or has a name that says nothing', () => {
    const named = globSync('app/**/*.{ts,tsx}').filter((path) =>
      /\/(index|utils?|helpers?|common|misc|service|manager|handler|shared|core)(\.server)?\.tsx?$/.test(path),
    );
    expect(named).toEqual([]);
  });
});
