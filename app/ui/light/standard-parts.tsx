import type { ReactNode } from 'react';
import { Tag, type TagKind } from './tag.tsx';

export type ContentsSection = {
  id: string;
  name: string;
  count: number;
  norms: { id: string; name: string; count: number; current?: boolean }[];
};
export type RuleLine = {
  id: string;
  href?: string;
  text: string;
  kind: { kind: TagKind; word: string };
  check?: string;
  evidence: string[];
  threshold?: { term: string; value: string; from: string };
  state?: ReactNode;
};

/** 目录：跟着走；手机上收起来 the contents: they follow; folded on a phone. */
export function Contents({
  sections,
  words,
}: {
  sections: ContentsSection[];
  words: { label: string; folded: string };
}) {
  return (
    <>
      <nav className="toc" aria-label={words.label}>
        <ul>
          {sections.flatMap((section) => [
            <li key={section.id}>
              <a className="s" href={`#${section.id}`}>
                <span>
                  {section.id} {section.name}
                </span>
                <span className="n">{section.count}</span>
              </a>
            </li>,
            ...section.norms.map((norm) => (
              <li key={norm.id}>
                <a href={`#${norm.id}`} {...(norm.current ? { 'aria-current': 'true' as const } : {})}>
                  <span>
                    {norm.id} {norm.name}
                  </span>
                  <span className="n">{norm.count}</span>
                </a>
              </li>
            )),
          ])}
        </ul>
      </nav>
      <details className="box tocm">
        <summary>{words.folded}</summary>
        <nav aria-label={words.label}>
          <ul>
            {sections.map((section) => (
              <li key={section.id}>
                <a href={`#${section.id}`}>
                  <b>
                    {section.id} {section.name}
                  </b>
                </a>
                {section.norms.map((norm) => (
                  <a key={norm.id} href={`#${norm.id}`}>
                    {norm.name}
                  </a>
                ))}
              </li>
            ))}
          </ul>
        </nav>
      </details>
    </>
  );
}

/** 板块题：大字母、名字、一句话；打印时另起一页 a section's head; on paper it starts a page. */
export function SectionTitle({ id, name, text }: { id: string; name: string; text?: string }) {
  return (
    <div className="sectitle" id={id}>
      <span className="k" aria-hidden="true">
        {id}
      </span>
      <div>
        <h2>{name}</h2>
        {text ? <p>{text}</p> : null}
      </div>
    </div>
  );
}

/** 一项规范要求和它的细则 a norm and its rules. */
export function Norm({ id, name, count, rules }: { id: string; name: string; count: string; rules: RuleLine[] }) {
  return (
    <section className="norm" id={id} aria-label={`${id} ${name}`}>
      <h3>
        <span>{id}</span> {name}
        <small>{count}</small>
      </h3>
      {rules.map((rule) => (
        <RuleCard key={rule.id} rule={rule} />
      ))}
    </section>
  );
}

/** 一条细则：编号可链接，门槛写明来源，证据列在后面 one rule: a linkable number, its threshold with its source, its evidence. */
export function RuleCard({ rule }: { rule: RuleLine }) {
  return (
    <article className="rule" id={rule.id}>
      <p className="id">
        <a href={rule.href ?? `#${rule.id}`}>{rule.id}</a>
      </p>
      <div>
        <p className="t">{rule.text}</p>
        {rule.threshold ? (
          <p className="thr">
            <span>{rule.threshold.term}</span>
            <b>{rule.threshold.value}</b>
            <em>{rule.threshold.from}</em>
          </p>
        ) : null}
        <div className="meta">
          <Tag kind={rule.kind.kind}>{rule.kind.word}</Tag>
          {rule.check ? <Tag kind="check">{rule.check}</Tag> : null}
          {rule.evidence.length ? (
            <ul className="ev">
              {rule.evidence.map((paper) => (
                <li key={paper}>{paper}</li>
              ))}
            </ul>
          ) : null}
          {rule.state}
        </div>
      </div>
    </article>
  );
}

/** 四条原则 the four principles. */
export function Principles({ principles }: { principles: { name: string; under: string }[] }) {
  return (
    <ul className="principles">
      {principles.map((one) => (
        <li key={one.name}>
          <b>{one.name}</b>
          <span>{one.under}</span>
        </li>
      ))}
    </ul>
  );
}
