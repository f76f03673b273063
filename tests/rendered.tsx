import type { ComponentType } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { createMemoryRouter, RouterContextProvider, RouterProvider } from 'react-router';
import { type Ctx, ctxKey } from '#app/platform/ctx.ts';

type Page = { loader: (args: never) => unknown; default: ComponentType<never> };

/** 一页的样子: what a page's loader and component give to somebody, as HTML before any script; what stands around it is left out. */
export async function rendered(page: Page, ctx: Ctx, address: string, params: Record<string, string> = {}): Promise<string> {
  const context = new RouterContextProvider();
  context.set(ctxKey, ctx);
  const loaderData = await page.loader({ context, params, request: new Request(`http://localhost${address}`) } as never);
  const Component = page.default as ComponentType<{ loaderData: unknown; params: Record<string, string> }>;
  const router = createMemoryRouter([{ id: 'root', path: '*', loader: () => null, element: <Component loaderData={loaderData} params={params} /> }], {
    initialEntries: [address], hydrationData: { loaderData: { root: { locale: ctx.locale } } },
  });
  return renderToStaticMarkup(<RouterProvider router={router} />);
}

/** The words of a piece of HTML, without its marks. */
export const wordsOf = (html: string): string => html.replace(/<style[\s\S]*?<\/style>/g, ' ').replace(/<[^>]+>/g, ' ').replaceAll('&amp;', '&').replaceAll('&quot;', '"').replace(/\s+/g, ' ');
