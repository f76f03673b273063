import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { calendar } from '#app/jobs/calendar.ts';
import { when } from '#app/jobs/when.ts';
import { jobsWords } from '#app/i18n/jobs.ts';
import { visitor } from '#app/platform/ctx.ts';
import { person } from '#tests/world.ts';
import routes from '#app/routes.ts';
import { componentsUsed } from './components-used.ts';
import { menu, menuFor } from './menu.ts';
import { theme } from './theme.ts';
import { antdCss } from '../../../scripts/antd-css.ts';

/** What pages may take from Ant Design without being drawn in components-used: they bring no style of their own. */
const unstyled = ['ConfigProvider', 'App', 'theme'];

const sources = globSync(['app/routes/desk/**/*.{ts,tsx}', 'app/ui/desk/*.{ts,tsx}'])
  .filter((path) => !path.includes('.test.') && !path.endsWith('components-used.ts'))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

describe('the style of the desk', () => {
  test('holds every Ant Design component that a page uses', () => {
    const used = sources.flatMap(({ path, text }) =>
      [...text.matchAll(/import \{([^}]+)\} from 'antd'/g)].flatMap((match) =>
        match[1]!.split(',').map((name) => name.trim()).filter((name) => name && !name.startsWith('type ')).map((name) => `${name.split(' ')[0]} in ${path}`),
      ),
    );
    expect(used.length).toBeGreaterThan(5);
    const known = [...Object.keys(componentsUsed), ...unstyled];
    expect(used.filter((each) => !known.includes(each.split(' ')[0]!))).toEqual([]);
  });

  test('is made whole, with our colours bound to a key that never changes', () => {
    const css = antdCss();
    for (const name of ['btn', 'table', 'cascader-menu', 'modal', 'alert', 'select-dropdown']) expect(css).toContain(`.ant-${name}`);
    expect(css).toMatch(/\.tongyou\{[^}]*--ant-color-primary:#0b6b5a/);
    expect(css).toBe(antdCss());
  });

  test('has no colour of its own: each stands in the tokens', () => {
    const tokens = readFileSync('app/ui/tokens.css', 'utf8').toLowerCase();
    const colours = JSON.stringify(theme).match(/#[0-9a-f]{6}/g)!;
    expect(colours.length).toBeGreaterThan(20);
    expect(colours.filter((colour) => !tokens.includes(colour))).toEqual([]);
  });
});

type Node = { path?: string | undefined; children?: Node[] | undefined };
const paths = (nodes: Node[]): string[] => nodes.flatMap((node) => [...(node.path ? [`/${node.path}`] : []), ...paths(node.children ?? [])]);

describe('the menu of the desk', () => {
  test('leads only to pages that stand', async () => {
    const stand = paths((await routes) as Node[]);
    expect(menu.map((place) => place.to as string).filter((to) => !stand.includes(to))).toEqual([]);
  });

  test('shows each person what their role may open, and a visitor only what is everybody’s', () => {
    expect(menuFor(visitor).map((place) => place.name)).toEqual(['home', 'inbox']);
    expect(menuFor(person('audit-admin', '*')).map((place) => place.name)).toEqual(expect.arrayContaining(['records', 'jobs']));
    expect(menuFor(person('expert', '*')).map((place) => place.name)).not.toContain('records');
  });
});

describe('the words of the desk', () => {
  test('name every job in both languages', () => {
    const jobs = [...calendar, ...when].map((each) => each.job);
    expect(jobs.filter((job) => !(job in jobsWords['zh-CN'].names) || !(job in jobsWords.en.names))).toEqual([]);
  });
});
