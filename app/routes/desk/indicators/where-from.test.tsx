import { renderToStaticMarkup } from 'react-dom/server';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { expect, test } from 'vitest';
import { wayCode } from '#app/domain/city/indicators/model.ts';
import { calendar } from '#app/jobs/calendar.ts';
import { wordsOf } from '#tests/rendered.tsx';
import { Derived } from './where-from.tsx';

const row = { regionCode: '3401', place: '合肥市', period: 2026203, value: 4, reported: 9, expected: 9, standing: null, origin: null, all: 1 };

test('a figure that does not stand yet says when it is worked out anew: counts at the hour of the nightly job, sums every minute', () => {
  const rows = [{ ...row, way: wayCode('operations') }, { ...row, way: wayCode('roll-up') }];
  const page = (locale: string) => {
    const element = <Derived definition={{ kind: 'numeric', unit: 'count' }} crossing={{ code: 'A03-1', fact: 'councils-founded' }} rows={rows} />;
    return wordsOf(renderToStaticMarkup(<RouterProvider router={createMemoryRouter([{ id: 'root', path: '*', element }], { initialEntries: ['/'], hydrationData: { loaderData: { root: { locale } } } })} />));
  };
  expect(calendar.filter(({ job }) => job === 'take-facts' || job === 'roll-up-figures').map(({ at }) => at)).toEqual(['00:40', { everyMinutes: 1 }]);
  expect(page('zh-CN')).toMatch(/还没有采用，每天 00:40 重数一遍.*还没有采用，每分钟汇总一遍/);
  expect(page('en')).toMatch(/counted anew every day at 00:40.*added up anew every minute/);
});
