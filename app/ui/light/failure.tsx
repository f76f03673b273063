import type { ReactNode } from 'react';
import { Drawing } from './drawing.tsx';

/** 出错：发生了什么、什么没有丢、怎么办、请求编号 failure: what happened, nothing is lost, what to do, the number to quote. */
export function Failure({
  title,
  text,
  safe,
  number,
  actions,
}: {
  title: string;
  text: string;
  safe?: string;
  number?: { label: string; id: string };
  actions?: ReactNode;
}) {
  return (
    <section className="failure">
      <Drawing name="kite" size={132} weight={2.2} />
      <div>
        <h1>{title}</h1>
        <p>{text}</p>
        {safe ? <p className="safe">{safe}</p> : null}
        {number ? (
          <p className="small">
            {number.label} <code>{number.id}</code>
          </p>
        ) : null}
        {actions ? <div className="row">{actions}</div> : null}
      </div>
    </section>
  );
}
