import { expect, test } from 'vitest';
import { cockpitWords } from '#app/i18n/cockpit.ts';
import { bodyOf } from './heat.tsx';
import type { Shown } from './load.ts';
import { shorten } from './short-cells.ts';

const words = cockpitWords['zh-CN'];
const plan = { id: 'x"><i>&b', name: '', place: '', regionCode: '', isExample: true, state: 'published' } as const;

function body(own: Shown, cells: readonly Shown[]): string {
  const names = new Map<string, number>();
  const rows = [{ code: 'A<01>', name: '"名"<i>&', own, cells: shorten(cells, names) }];
  return bodyOf({ plan, year: 2025, regions: cells.map((_, at) => ({ code: `34010${at}`, name: '' })), rows, names: [...names.keys()] }, words);
}

test('a name is written into the heat table as words, whatever signs it bears', () => {
  const html = body({ light: 'reached', percent: null, marked: { done: 1, marks: 2 } }, [{ light: 'behind', percent: 80, weakest: '<b>"&', isBelowLine: true, partly: { asked: 3, reported: 1 } }]);
  expect(html).toContain('<th scope="row"><a href="/desk/plans/x&quot;&gt;&lt;i&gt;&amp;b/actions/A&lt;01&gt;"><span class="num">A&lt;01&gt;</span> &quot;名&quot;&lt;i&gt;&amp;</a></th><td class="own full"><span aria-hidden="true">✓ 1/2</span>');
  expect(html).toMatch(/<td class="behind"><a href="\/desk\/cockpit\/districts\/340100\?plan=x&quot;&gt;&lt;i&gt;&amp;b&amp;year=2025"><span aria-hidden="true" title="&lt;b&gt;&quot;&amp;[^"<>]*">▼ 80<\/span><span class="vh">[^<>]*&lt;b&gt;&quot;&amp;[^<>]*<\/span><small aria-hidden="true">1\/3<\/small><\/a><\/td><\/tr>$/);
});

test('what is asked nowhere below stands in one cell with its milestones, and what is asked somewhere has no link where it is not', () => {
  const [none, some]: Shown[] = [{ light: 'not-asked', percent: null }, { light: 'on-path', percent: 97 }];
  expect(body({ light: 'reached', percent: null, marked: { done: 1, marks: 2 } }, [none!, none!])).toContain(`<td class="only" colspan="2"><span class="cockmarks" aria-hidden="true"><i class="done"></i><i class=""></i></span>${words.heat.milestones(1, 2)}</td></tr>`);
  expect(body(none!, [none!])).toContain(`<td class="only" colspan="1"><span class="muted">${words.heat.own}</span></td></tr>`);
  const html = body(none!, [none!, some!]);
  expect(html.match(/<td [^>]*><a /g)).toHaveLength(1);
  expect(html).toContain(`<td class="not-asked"><span aria-hidden="true">${words.heat.notAsked}</span>`);
});
