/** 回到哪页: only a path of this site, without a language of its own; anything else is the home page. */
export function pageOfThisSite(back: string | null, home = '/'): string {
  const here = 'http://here';
  if (!back?.startsWith('/') || !URL.canParse(back, here)) return home;
  const url = new URL(back, here);
  if (url.origin !== here) return home;
  url.searchParams.delete('lang');
  // '/..//elsewhere' shortens to '//elsewhere', which a browser takes for another site.
  return `${url.pathname.replace(/^\/+/, '/')}${url.search}`;
}
