import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { deskWords } from '#app/i18n/desk.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { siteWords } from '#app/i18n/site.ts';
import { Mixed } from '#app/ui/mixed.tsx';
import { Mark } from '#app/ui/light/mark.tsx';
import { HeaderSearch } from './search-box.tsx';
import { groups, type Place, type PlaceName } from './menu.ts';

export type Scope = { role: string; place: string };
export type DeskPerson = { name: string; scopes: Scope[] };
type FrameProps = { person: DeskPerson; places: (Place & { name: PlaceName })[]; unread: number; isDemo: boolean; children: ReactNode };

/** 工作台外框: header, menu and main; complete before any script arrives. */
export function DeskFrame({ person, places, unread, isDemo, children }: FrameProps) {
  const site = useWords(siteWords);
  return (
    <div className="desk">
      <a className="skip" href="#main">
        {site.skip}
      </a>
      {isDemo && (
        <aside className="desk-demo" aria-label={site.name}>
          {site.ribbon}
        </aside>
      )}
      <Header person={person} unread={unread} />
      <div className="dbody">
        <Sider places={places} unread={unread} />
        <main className="dmain" id="main" tabIndex={-1}>
          {children}
        </main>
      </div>
    </div>
  );
}

function Header({ person, unread }: { person: DeskPerson; unread: number }) {
  const words = useWords(deskWords);
  const site = useWords(siteWords);
  return (
    <header className="dtop">
      <Link className="brand" to="/desk">
        <Mark size={32} />
        {site.name}
      </Link>
      <Scopes scopes={person.scopes} />
      <HeaderSearch />
      <div className="me">
        <Language className="language" />
        <Link className="bell" to="/desk/inbox">
          {words.inbox}
          {unread > 0 && (
            <b>
              {unread > 99 ? '99+' : unread}
              <span className="vh"> {words.unread(unread)}</span>
            </b>
          )}
        </Link>
        <details>
          <summary aria-label={`${person.name} ${words.person}`}><Mixed>{person.name}</Mixed></summary>
          <div>
            <p>{person.scopes.map((scope) => `${words.roles[scope.role] ?? scope.role} · ${scope.place || words.nation}`).join('；')}</p>
            <a href="/account">{words.account}</a>
            <a href="/account/organisation">{words.organisation}</a>
            <a href="/">{words.site}</a>
            <Language className="language-in" />
            <form method="post" action="/account/sign-out">
              <button>{site.signOut}</button>
            </form>
          </div>
        </details>
      </div>
    </header>
  );
}

function Scopes({ scopes }: { scopes: Scope[] }) {
  const words = useWords(deskWords);
  const [first] = scopes;
  if (!first) return null;
  return (
    <span className="scope">
      {first.place || words.nation} · {words.roles[first.role] ?? first.role}
      {scopes.length > 1 && ` +${scopes.length - 1}`}
    </span>
  );
}

function Language({ className }: { className: string }) {
  const site = useWords(siteWords);
  const other = useLocale() === 'en' ? 'zh-CN' : 'en';
  const { pathname, search } = useLocation();
  return (
    <a className={className} lang={other} hrefLang={other} href={`/language?to=${other}&back=${encodeURIComponent(pathname + search)}`}>
      {site.otherLanguage}
    </a>
  );
}

function Sider({ places, unread }: { places: FrameProps['places']; unread: number }) {
  const words = useWords(deskWords);
  const { pathname } = useLocation();
  const isHere = (to: string) => (to === '/desk' ? pathname === to : pathname === to || pathname.startsWith(`${to}/`));
  return (
    <nav className="dside" aria-label={words.main}>
      {groups
        .map((group) => ({ group, inside: places.filter((place) => place.group === group) }))
        .filter(({ inside }) => inside.length > 0)
        .map(({ group, inside }) => (
          <div key={group}>
            <h2>{words.groups[group]}</h2>
            {inside.map((place) => (
              <Link key={place.to} to={place.to} {...(place.to.startsWith('/desk') ? {} : { reloadDocument: true })} {...([place.to, ...(place.beside ?? [])].some(isHere) ? { 'aria-current': 'page' as const } : {})}>
                {words.menu[place.name]}
                {place.name === 'inbox' && unread > 0 && <span>{unread > 99 ? '99+' : unread}</span>}
              </Link>
            ))}
          </div>
        ))}
    </nav>
  );
}
