import { visitAppWords } from '#app/i18n/visit-app.ts';
import { siteWords } from '#app/i18n/site.ts';
import { ctxKey } from '#app/platform/ctx.ts';
import icon192 from '#app/ui/light/visit-192.png?url&no-inline';
import icon512 from '#app/ui/light/visit-512.png?url&no-inline';
import type { Route } from './+types/manifest.ts';

const board = '#0d4a40';
const paper = '#ffffff';

/** 添加到手机桌面: what the phone needs to know for that. */
export function loader({ context }: Route.LoaderArgs) {
  const { locale } = context.get(ctxKey);
  const words = visitAppWords[locale];
  const manifest = {
    id: '/visit', name: `${siteWords[locale].name} · ${words.title}`, short_name: words.title, description: words.about, lang: locale, start_url: '/visit', scope: '/visit',
    display: 'standalone', orientation: 'portrait', theme_color: board, background_color: paper,
    icons: [
      { src: icon192, sizes: '192x192', type: 'image/png', purpose: 'any' },
      { src: icon512, sizes: '512x512', type: 'image/png', purpose: 'any' },
      { src: icon512, sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  };
  return new Response(JSON.stringify(manifest), { headers: { 'Content-Type': 'application/manifest+json; charset=utf-8', 'Cache-Control': 'public, max-age=3600' } });
}
