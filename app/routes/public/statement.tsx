import type { ReactNode } from 'react';
import { useWords } from '#app/i18n/pair.ts';
import { siteWords } from '#app/i18n/site.ts';
import { Breadcrumb } from '#app/ui/light/breadcrumb.tsx';
import { PageHead } from '#app/ui/light/section.tsx';
import { PageTitle } from './page-title.tsx';

type Words = { title: string; lead: string; parts: { title: string; lines: string[] }[] };

/** 说明页: a title, one sentence, and parts with plain lines. */
export function Statement({ words, children }: { words: Words; children?: ReactNode }) {
  const site = useWords(siteWords);
  return (
    <div className="wrap body">
      <PageTitle title={words.title} about={words.lead} />
      <Breadcrumb label={site.crumb} links={[{ href: '/', label: site.nav.home }]} here={words.title.replaceAll('|', '')} />
      <PageHead title={words.title} lead={words.lead} />
      {children}
      {words.parts.map((part) => (
        <section key={part.title} className="prose statement">
          <h2>{part.title}</h2>
          <ul>
            {part.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
