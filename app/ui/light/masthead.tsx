import { Mark } from './mark.tsx';
import type { Link } from './words.ts';

/** 换语言：可以是链接，也可以是不用脚本的表单 the language switch: a link, or a form that needs no script. */
export type LanguageSwitch =
  | { label: string; lang: string; href: string }
  | { label: string; lang: string; action: string; fields: Record<string, string> };
export type MastheadProps = {
  home: string;
  nav: Link[];
  child?: Link;
  language: LanguageSwitch;
  inbox?: Link & { unread: string; unreadWords: string };
  desk?: Link;
  account: Link;
  words: { brand: string; brandLine: string; nav: string; menu: string };
};

function Language({ to, className }: { to: LanguageSwitch; className?: string }) {
  if ('href' in to)
    return (
      <a className={className} href={to.href} lang={to.lang} hrefLang={to.lang}>
        {to.label}
      </a>
    );
  return (
    <form method="post" action={to.action}>
      {Object.entries(to.fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button className={className} lang={to.lang}>
        {to.label}
      </button>
    </form>
  );
}

function NavLink({ link }: { link: Link }) {
  return (
    <a href={link.href} {...(link.current ? { 'aria-current': 'page' as const } : {})}>
      {link.label}
    </a>
  );
}

function InboxLabel({ inbox }: { inbox: NonNullable<MastheadProps['inbox']> }) {
  return (
    <>
      {inbox.label}
      {inbox.unread ? (
        <b className="count">
          <span aria-hidden="true">{inbox.unread}</span>
          <span className="vh"> {inbox.unreadWords}</span>
        </b>
      ) : null}
    </>
  );
}

/** 页头：标志、主导航、我是小朋友、换语言、登录；窄屏收进菜单 the masthead; on a narrow screen one menu. */
export function Masthead({ home, nav, child, language, inbox, desk, account, words }: MastheadProps) {
  return (
    <header className="top">
      <div className="wrap">
        <a className="brand" href={home}>
          <Mark />
          <span>
            <b>{words.brand}</b>
            <span>{words.brandLine}</span>
          </span>
        </a>
        <nav className="nav" aria-label={words.nav}>
          <ul>
            {nav.map((link) => (
              <li key={link.href}>
                <NavLink link={link} />
              </li>
            ))}
          </ul>
        </nav>
        <div className="tools">
          {child ? (
            <a className="btn warm small" href={child.href}>
              {child.label}
            </a>
          ) : null}
          <Language to={language} className="btn plain small" />
          {inbox ? (
            <a className="btn plain small" href={inbox.href} {...(inbox.current ? { 'aria-current': 'page' as const } : {})}>
              <InboxLabel inbox={inbox} />
            </a>
          ) : null}
          {desk ? (
            <a className="btn plain small" href={desk.href}>
              {desk.label}
            </a>
          ) : null}
          <a className="btn quiet small" href={account.href}>
            {account.label}
          </a>
        </div>
        <details className="menu">
          <summary>{words.menu}</summary>
          <ul>
            {nav.map((link) => (
              <li key={link.href}>
                <NavLink link={link} />
              </li>
            ))}
            {child ? (
              <li className="kid">
                <a href={child.href}>{child.label}</a>
              </li>
            ) : null}
            <li className="apart">
              <Language to={language} />
            </li>
            {inbox ? (
              <li>
                <a href={inbox.href} {...(inbox.current ? { 'aria-current': 'page' as const } : {})}>
                  <InboxLabel inbox={inbox} />
                </a>
              </li>
            ) : null}
            {desk ? (
              <li>
                <NavLink link={desk} />
              </li>
            ) : null}
            <li>
              <NavLink link={account} />
            </li>
          </ul>
        </details>
      </div>
    </header>
  );
}
