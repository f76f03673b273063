import { expect, test } from 'vitest';
import { cockpitWords } from '#app/i18n/cockpit.ts';
import { faceOf } from './heat.tsx';

test('a name is written into a cell of the heat table as words, whatever signs it bears', () => {
  const { dangerouslySetInnerHTML: { __html: html } } = faceOf({ light: 'behind', percent: 80, weakest: '<b>"&', isBelowLine: true, partly: { asked: 3, reported: 1 } }, cockpitWords['zh-CN'], '/desk?a="><i>&b');
  expect(html).toMatch(/^<a href="\/desk\?a=&quot;&gt;&lt;i&gt;&amp;b"><span aria-hidden="true" title="&lt;b&gt;&quot;&amp;[^"<>]*">▼ 80<\/span><span class="vh">[^<>]*&lt;b&gt;&quot;&amp;[^<>]*<\/span><small aria-hidden="true">1\/3<\/small><\/a>$/);
});
