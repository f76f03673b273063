import { siteWords } from '#app/i18n/site.ts';
import type { Locale } from '#app/platform/ctx.ts';
import icon192 from '#app/ui/light/visit-192.png?url&no-inline';
import icon512 from '#app/ui/light/visit-512.png?url&no-inline';

const paper = '#ffffff';

/** 添加到手机桌面: what the phone needs to know of an app for that. */
export function phoneManifest(locale: Locale, path: '/visit' | '/walk', words: { title: string; about: string }, theme: string): Response {
  const manifest = {
    id: path, name: `${siteWords[locale].name} · ${words.title}`, short_name: words.title, description: words.about, lang: locale, start_url: path, scope: path,
    display: 'standalone', orientation: 'portrait', theme_color: theme, background_color: paper,
    icons: [
      { src: icon192, sizes: '192x192', type: 'image/png', purpose: 'any' },
      { src: icon512, sizes: '512x512', type: 'image/png', purpose: 'any' },
      { src: icon512, sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  };
  return new Response(JSON.stringify(manifest), { headers: { 'Content-Type': 'application/manifest+json; charset=utf-8', 'Cache-Control': 'public, max-age=3600' } });
}
