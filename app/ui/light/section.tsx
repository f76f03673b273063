import type { ReactNode } from 'react';
import { Mixed } from '#app/ui/mixed.tsx';
import { Phrases } from './phrases.tsx';
import type { Link } from './words.ts';

/** 页题：题目、一句说明、标签 the head of a page: tags, title, one sentence. */
export function PageHead({ title, lead, tags }: { title: string; lead?: ReactNode; tags?: ReactNode }) {
  return (
    <div className="pagehead">
      {tags ? <div className="row close small muted"><Mixed>{tags}</Mixed></div> : null}
      <h1>
        <Phrases text={title} />
      </h1>
      {lead ? <p><Mixed>{lead}</Mixed></p> : null}
    </div>
  );
}

/** 区块：题目、说明、右边一个“更多” a section of a page: title, sentence, one link to more. */
export function Section({
  title,
  hideTitle,
  lead,
  more,
  mist,
  tight,
  id,
  children,
}: {
  title: string;
  hideTitle?: boolean;
  lead?: ReactNode;
  more?: Link;
  mist?: boolean;
  tight?: boolean;
  id?: string;
  children: ReactNode;
}) {
  const looks = ['sec', mist && 'mist', tight && 'tight'].filter(Boolean).join(' ');
  return (
    <section className={looks} id={id}>
      <div className="wrap">
        {hideTitle ? (
          <h2 className="vh">{title}</h2>
        ) : (
          <div className="sechead">
            <h2>
              <Phrases text={title} />
            </h2>
            {more ? (
              <a className="more" href={more.href}>
                {more.label}
              </a>
            ) : null}
            {lead ? <p><Mixed>{lead}</Mixed></p> : null}
          </div>
        )}
        {children}
      </div>
    </section>
  );
}

/** 要点：名与值 facts: term and value. */
export function Facts({ facts }: { facts: { term: string; text: ReactNode }[] }) {
  return (
    <dl className="facts">
      {facts.map((fact) => (
        <div key={fact.term}>
          <dt>{fact.term}</dt>
          <dd><Mixed>{fact.text}</Mixed></dd>
        </div>
      ))}
    </dl>
  );
}

/** 说明框：待核对、告知、办好、出错 a callout: to be checked, information, done, wrong. */
export function Callout({ kind = 'check', children }: { kind?: 'check' | 'info' | 'ok' | 'bad'; children: ReactNode }) {
  return (
    <div className={`edition ${kind}`} role={kind === 'bad' ? 'alert' : kind === 'ok' ? 'status' : undefined}>
      {children}
    </div>
  );
}
