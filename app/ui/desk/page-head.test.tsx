import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { expect, test } from 'vitest';
import { PageHead, Pane } from './page-head.tsx';

const inPage = (locale: 'zh-CN' | 'en', element: ReactElement) =>
  renderToStaticMarkup(<RouterProvider router={createMemoryRouter([{ id: 'root', path: '*', loader: () => null, element }], { hydrationData: { loaderData: { root: { locale } } } })} />);

test('the name of a person in the head of a page or a pane says on an English page that it is Chinese', () => {
  const name = '<span lang="zh-CN">何川</span>';
  const head = inPage('en', <PageHead title="何川" beside={<>何川</>} lead="Invited by 何川" />);
  expect(head).toContain(`<h1>${name}</h1><div class="beside">${name}</div>`);
  expect(head).toContain(`<span>Invited by ${name}</span>`);
  const pane = inPage('en', <Pane title="何川" note="Saved by 何川" />);
  expect(pane).toContain(`<h2>${name}</h2><p><span>Saved by ${name}</span></p>`);
  expect(inPage('zh-CN', <Pane title="何川" note="何川存的" />)).not.toContain('lang=');
});
