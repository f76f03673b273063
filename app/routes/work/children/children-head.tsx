import type { ReactNode } from 'react';
import type { Due } from '#app/domain/base/communities/due.ts';
import type { PlaceFor } from '#app/domain/base/communities/place-for.ts';
import { useWords } from '#app/i18n/pair.ts';
import { siteWords } from '#app/i18n/site.ts';
import { workWords } from '#app/i18n/work.ts';
import { workChildrenWords } from '#app/i18n/work-children.ts';
import { workAddress } from '../pages.ts';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { PageHead } from '#app/ui/light/section.tsx';
import { WorkHead } from '../work-head.tsx';
import { type ChildrenPage, childrenPages } from './pages.ts';

type Props = { place: PlaceFor; here?: ChildrenPage; title?: string; lead?: ReactNode; tags?: ReactNode; due?: readonly Due[]; beyond?: { href: string; label: string }[] };

/** 儿童各页的页头: the head of the community's pages with a second row of tabs; without `here` it is the page that lists them all. */
export function ChildrenHead({ place, here, title, lead, tags, due = [], beyond = [] }: Props) {
  const words = useWords(workChildrenWords);
  const { pages } = useWords(workWords);
  const site = useWords(siteWords);
  const name = title ?? (here ? words.pages[here] : pages.children);
  const between = here && title ? [{ href: workAddress(place.code, `children/${here}`), label: words.pages[here] }] : [];
  if (place.standsAlone) {
    const back = [{ href: '/desk', label: words.desk }, ...(here === 'moderation' ? [{ href: '/desk/moderation', label: words.deskModeration }] : []), ...between];
    const given = { ...(lead ? { lead } : {}), ...(tags ? { tags } : {}) };
    return (
      <div className="wrap">
        <Breadcrumb label={site.crumb} links={back} here={`${name} · ${place.name}`} />
        <PageHead title={`${name} · ${place.name}`} {...given} />
      </div>
    );
  }
  return (
    <>
      <WorkHead place={place} here="children" {...(here || title ? { title: name } : {})} due={due} beyond={[...between, ...beyond]} {...(lead ? { lead } : {})} {...(tags ? { tags } : {})} />
      <nav className="childtabs wrap no-print" aria-label={words.tabs}>
        <ul>
          {childrenPages.map((page) => {
            const many = due.filter(({ path }) => path.split(/[?#]/)[0]!.split('/')[1] === page && path.startsWith('children/')).length;
            return (
              <li key={page}>
                <a href={workAddress(place.code, `children/${page}`)} {...(page === here ? { 'aria-current': 'page' as const } : {})}>
                  {words.pages[page]}
                  {many > 0 ? <b className="count">{many}</b> : null}
                </a>
              </li>
            );
          })}
        </ul>
      </nav>
    </>
  );
}
