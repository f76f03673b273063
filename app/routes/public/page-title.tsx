import { useWords } from '#app/i18n/pair.ts';
import { siteWords } from '#app/i18n/site.ts';

/** 页名: the title of the tab, and what a search engine says of the page. */
export function PageTitle({ title, about }: { title: string; about?: string }) {
  const { name } = useWords(siteWords);
  return (
    <>
      <title>{`${title.replaceAll(/[|*]/g, '')} · ${name}`}</title>
      {about ? <meta name="description" content={about} /> : null}
    </>
  );
}
