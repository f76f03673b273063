import { pilotsWords } from '#app/i18n/pilots.ts';
import { useWords } from '#app/i18n/pair.ts';
import { Section } from '#app/ui/light/section.tsx';

/** 孩子在这里: the public pages on which children of this community speak, decide and are looked after. */
export function ChildrenHere({ code, councilId }: { code: string; councilId: string | undefined }) {
  const { childrenHere: words } = useWords(pilotsWords);
  const pages = [
    ...(councilId ? [{ href: `/councils/${councilId}`, ...words.council }] : []),
    { href: `/communities/${code}/voices`, ...words.voices },
    { href: `/spaces?region=${code}`, ...words.spaces },
    { href: `/safe-routes?region=${code}`, ...words.routes },
    { href: `/communities/${code}/walks`, ...words.walks },
    { href: `/hazards?region=${code}`, ...words.hazards },
  ];
  return (
    <Section title={words.title} mist>
      <ul className="linklist">
        {pages.map((page) => (
          <li key={page.href}>
            <a href={page.href}>{page.name}</a>
            <small>{page.about}</small>
          </li>
        ))}
      </ul>
    </Section>
  );
}
