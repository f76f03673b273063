import type { ReactNode } from 'react';

/** 图: drawn on the server; whoever cannot see it reads the table, which always stands beside it. */
export function ChartFigure({ svg, caption, children }: { svg: string; caption: string; children: ReactNode }) {
  return (
    <div className="two chartrow">
      <figure className="chart">
        <div dangerouslySetInnerHTML={{ __html: svg }} />
        <figcaption>{caption}</figcaption>
      </figure>
      <div>{children}</div>
    </div>
  );
}
