import type { ReactNode } from 'react';
import type { WorkPlace } from '#app/domain/base/communities/work-place.ts';
import type { Due } from '#app/domain/base/communities/due.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { workWords } from '#app/i18n/work.ts';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { Phrases } from '#app/ui/light/phrases.tsx';
import { Mixed } from '#app/ui/mixed.tsx';
import { workAddress, type WorkPage, workPages } from './pages.ts';

type Props = { place: WorkPlace; here: WorkPage; title?: string; lead?: ReactNode; tags?: ReactNode; due?: readonly Due[]; beyond?: { href: string; label: string }[] };

/** 社区各页的页头: where one is, the name of the community or of the page, and the tabs to its other pages; `beyond` names what lies between the tab and a deeper page. */
export function WorkHead({ place, here, title, lead, tags, due = [], beyond = [] }: Props) {
  const words = useWords(workWords);
  const locale = useLocale();
  const isHome = here === 'overview';
  const page = workPages.find((one) => one.name === here)!;
  const name = title ?? (isHome ? place.name : words.pages[here]);
  const links = [
    { href: '/work', label: words.title },
    ...(isHome ? [] : [{ href: workAddress(place.code, ''), label: place.name }]),
    ...(title && !isHome ? [{ href: workAddress(place.code, page.path), label: words.pages[here] }] : []),
    ...beyond,
  ];
  return (
    <section className="comm atwork on-board">
      <div className="wrap">
        <div>
          <Breadcrumb label={words.crumb} links={links} here={name} />
          <div className="row close small">
            <Mixed>{tags ?? <span>{[...place.path.map((step) => step.name), ...(isHome ? [] : [place.name])].join(locale === 'en' ? ' › ' : ' ')}</span>}</Mixed>
          </div>
          <h1>
            <Phrases text={name} />
          </h1>
          {lead ? <p><Mixed>{lead}</Mixed></p> : null}
        </div>
      </div>
      <nav className="worktabs wrap no-print" aria-label={words.tabs}>
        <ul>
          {workPages.map((tab) => {
            const many = due.filter((one) => tab.path !== '' && one.path.split(/[/?]/)[0] === tab.path).length;
            return (
              <li key={tab.name}>
                <a href={workAddress(place.code, tab.path)} {...(tab.name === here ? { 'aria-current': 'page' as const } : {})}>
                  {words.pages[tab.name]}
                  {many > 0 ? <b className="count">{many}</b> : null}
                </a>
              </li>
            );
          })}
        </ul>
      </nav>
    </section>
  );
}
