import type { ReactNode } from 'react';
import { childKitWords } from '#app/i18n/child-kit.ts';
import { siteWords } from '#app/i18n/site.ts';
import { useWords } from '#app/i18n/pair.ts';
import { useChildWords } from './look.ts';
import { Say } from './say.tsx';

type Props = {
  title: string;
  lead?: string;
  /** 收回: where the child takes back what they said, drew or agreed to. */
  takeBack?: { href: string; label?: string };
  /** What a complaint on this page is about, for the grown-ups who read it; the page's own path by default. */
  about?: string;
  above?: ReactNode;
  children: ReactNode;
};

/** 儿童页: its title, what it is about, its cards, and the links that stand under every one; the frame with the help panel is the layout's. */
export function ChildPage({ title, lead, takeBack, about, above, children }: Props) {
  const words = useChildWords(childKitWords);
  const site = useWords(siteWords);
  return (
    <>
      <title>{`${title} · ${site.name}`}</title>
      {above}
      <h1>
        <Say>{title}</Say>
      </h1>
      {lead ? (
        <p className="lead">
          <Say>{lead}</Say>
        </p>
      ) : null}
      {children}
      <p className="after">
        {takeBack ? (
          <a href={takeBack.href}>
            <Say>{takeBack.label ?? words.takeBack}</Say>
          </a>
        ) : null}
        <a href={about ? `/child/complain?about=${encodeURIComponent(about)}` : '/child/complain'}>
          <Say>{words.complain}</Say>
        </a>
      </p>
    </>
  );
}

/** 一张卡: one question or one thing a card, numbered where there is an order. */
export function ChildCard({ number, title, id, children }: { number?: number; title?: string; id?: string; children: ReactNode }) {
  return (
    <section className="card" {...(id ? { id } : {})}>
      {title ? (
        <div className="step">
          {number ? <span className="k">{number}</span> : null}
          <h2>
            <Say>{title}</Say>
          </h2>
        </div>
      ) : null}
      {children}
    </section>
  );
}
