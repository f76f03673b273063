import type { ReactNode } from 'react';

/** 一问一答：不用脚本的折叠 a question that opens to its answer. */
export function Faq({
  id,
  number,
  question,
  open,
  children,
}: {
  id: string;
  number: string;
  question: string;
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <details className="box faq" id={id} open={open}>
      <summary>
        <span className="k">{number}</span>
        <span>{question}</span>
      </summary>
      <div className="prose">{children}</div>
    </details>
  );
}
