import type { ReactNode } from 'react';

export type Moment = { id: string; when: string; who?: string; text: ReactNode; small?: ReactNode };

/** 历程: what happened, when, and who did it; newest or oldest first as the page hands it over. */
export function Timeline({ moments, label }: { moments: readonly Moment[]; label: string }) {
  return (
    <ol className="history" aria-label={label}>
      {moments.map((moment) => (
        <li key={moment.id}>
          <time>{moment.when}</time> {moment.who && <span>{moment.who}</span>}
          <p>{moment.text}</p>
          {moment.small && <small>{moment.small}</small>}
        </li>
      ))}
    </ol>
  );
}
