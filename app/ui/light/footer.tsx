import { Words } from './phrases.tsx';
import type { Link } from './words.ts';

export type FooterColumn = { title: string; facts?: { term: string; text: string }[]; links?: Link[] };

/** 页脚：指导、发起、执行单位，常用链接，北京日期与地图说明 the footer. */
export function Footer({ columns, end }: { columns: FooterColumn[]; end: string[] }) {
  return (
    <footer className="foot on-board">
      <div className="wrap">
        <div className="cols">
          {columns.map((column) => (
            <div key={column.title}>
              <h2>{column.title}</h2>
              {column.facts ? (
                <dl>
                  {column.facts.map((fact) => (
                    <div key={fact.term}>
                      <dt>{fact.term}</dt>
                      <dd>{fact.text}</dd>
                    </div>
                  ))}
                </dl>
              ) : null}
              {column.links ? (
                <ul>
                  {column.links.map((link) => (
                    <li key={link.href}>
                      <a href={link.href}><Words text={link.label} /></a>
                    </li>
                  ))}
                </ul>
              ) : null}
            </div>
          ))}
        </div>
        <div className="end">
          {end.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      </div>
    </footer>
  );
}
