import type { ShownWork } from '#app/domain/children/solicitations/read.ts';
import { useWords } from '#app/i18n/pair.ts';
import { solicitationsWords } from '#app/i18n/solicitations.ts';
import { Tag } from '#app/ui/light/tag.tsx';

/** 一件作品: its picture or its words, a pen name at most, and what it received; nobody comments on it. */
export function WorkCard({ work, head: Head = 'h2', from }: { work: Omit<ShownWork, 'mayStandFirst'>; head?: 'h2' | 'h3'; from?: { href: string; title: string } }) {
  const { public: words } = useWords(solicitationsWords);
  return (
    <figure className="card work">
      {work.picture ? <img src={`/exhibitions/works/${work.id}/${work.picture}?thumbnail`} alt={words.alt(work.title)} loading="lazy" width={320} height={240} /> : null}
      <figcaption>
        <Head>{work.title}</Head>
        <p className="small muted">{work.penName ? words.by(work.penName) : words.anonymous}</p>
        {from ? <p className="small"><a href={from.href}>{from.title}</a></p> : null}
        {work.text ? <p className="asTyped">{work.text}</p> : null}
        {work.prize || work.isChildrensChoice ? (
          <p className="row close">
            {work.prize ? <Tag kind="ok">{work.prize}</Tag> : null}
            {work.isChildrensChoice ? <Tag kind="open">{words.chosen}</Tag> : null}
          </p>
        ) : null}
      </figcaption>
    </figure>
  );
}
