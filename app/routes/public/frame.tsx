import type { ReactNode } from 'react';
import { useLocation, useRouteLoaderData } from 'react-router';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { siteWords } from '#app/i18n/site.ts';
import { LightPage } from '#app/ui/light/page.tsx';

type Root = { isDemo: boolean; person: { name: string; roles: string[]; unread: number } | null };

const places = [
  { name: 'home', href: '/', under: [] },
  { name: 'standard', href: '/standard', under: ['/standard'] },
  { name: 'apply', href: '/how-to-apply', under: ['/how-to-apply', '/apply', '/recommend', '/receipts'] },
  { name: 'notices', href: '/notices', under: ['/notices', '/objections'] },
  { name: 'pilots', href: '/pilots', under: ['/pilots', '/communities', '/certificates', '/verify-certificate', '/statistics'] },
  { name: 'cases', href: '/cases', under: ['/cases'] },
  { name: 'search', href: '/search', under: ['/search'] },
] as const;
const worksForPlaces = (roles: readonly string[]) => roles.includes('government-officer') || roles.includes('community-worker');

/** 去自己那里的链接: families, communities, or the desk. */
function ownPlace(roles: readonly string[], words: { nav: { work: string; family: string }; desk: string }, isHere: (under: readonly string[], href: string) => boolean) {
  if (worksForPlaces(roles)) return { href: '/work', label: words.nav.work, current: isHere(['/work'], '/work') };
  if (roles.every((role) => role === 'guardian')) return { href: '/family', label: words.nav.family, current: isHere(['/family'], '/family') };
  return { href: '/desk', label: words.desk };
}

/** 公众页的外框: masthead, ribbon and footer in the language of the page; every light page stands in it. */
export function Frame({ children }: { children: ReactNode }) {
  const words = useWords(siteWords);
  const locale = useLocale();
  const { pathname, search } = useLocation();
  const root = useRouteLoaderData('root') as Root | undefined;
  const other = locale === 'en' ? 'zh-CN' : 'en';
  const isHere = (under: readonly string[], href: string) =>
    pathname === href || under.some((path) => pathname === path || pathname.startsWith(`${path}/`));
  const person = root?.person;
  return (
    <LightPage
      skip={words.skip}
      demo={root?.isDemo ? words.ribbon : undefined}
      home="/"
      nav={places.map((place) => ({
        href: place.href,
        label: words.nav[place.name],
        current: isHere(place.under, place.href),
      }))}
      language={{
        label: words.otherLanguage,
        lang: other,
        href: `/language?to=${other}&back=${encodeURIComponent(pathname + search)}`,
      }}
      {...(person
        ? {
            inbox: {
              href: '/account/inbox', label: words.inbox, current: pathname === '/account/inbox',
              unread: person.unread > 99 ? '99+' : person.unread > 0 ? String(person.unread) : '', unreadWords: words.unread(person.unread),
            },
          }
        : {})}
      {...(person?.roles.length ? { desk: ownPlace(person.roles, words, isHere) } : {})}
      account={
        person
          ? { href: '/account', label: person.name, current: pathname === '/account' }
          : { href: '/account/sign-in', label: words.signIn, current: pathname === '/account/sign-in' }
      }
      words={{ brand: words.name, brandLine: words.programme, nav: words.nav.main, menu: words.nav.menu }}
      foot={{
        columns: [
          { title: words.programme, facts: words.foot.organisers },
          {
            title: words.foot.common,
            links: [
              { href: '/how-to-apply', label: words.foot.questions },
              { href: '/receipts', label: words.foot.receipt },
              { href: '/statistics', label: words.foot.statistics },
              { href: '/statistics-database', label: words.foot.database },
              { href: '/plans', label: words.foot.plans },
              { href: '/annual-reports', label: words.foot.annualReports },
              { href: '/open-data', label: words.foot.openData },
              { href: '/verify', label: words.foot.verify },
              { href: '/records/roots', label: words.foot.roots },
            ],
          },
          {
            title: words.foot.help,
            links: [
              { href: '/child', label: words.foot.child },
              { href: '/spaces', label: words.foot.spaces },
              { href: '/safe-routes', label: words.foot.safeRoutes },
              { href: '/hazards', label: words.foot.hazards },
              { href: '/councils', label: words.foot.councils },
              { href: '/exhibitions', label: words.foot.exhibitions },
              { href: '/accessibility', label: words.foot.accessibility },
              { href: '/privacy', label: words.foot.privacy },
              { href: '/privacy/children', label: words.foot.privacyChildren },
            ],
          },
        ],
        end: [words.foot.end],
      }}
    >
      {children}
    </LightPage>
  );
}
