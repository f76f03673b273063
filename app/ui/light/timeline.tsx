import type { ReactNode } from 'react';
import type { SquareState, SquareWords } from './squares.tsx';

export type Moment = { title: string; text?: ReactNode; when?: string; dateTime?: string; state: SquareState };

/** 时间线：走到哪一步了；异议的几步也用它 a timeline; the steps of an objection are one too. */
export function Timeline({ moments, words, label }: { moments: Moment[]; words: SquareWords; label: string }) {
  return (
    <ol className="flow" aria-label={label}>
      {moments.map((moment, index) => (
        <li
          key={index}
          className={moment.state}
          {...(moment.state === 'now' ? { 'aria-current': 'step' as const } : {})}
        >
          {moment.when ? <time dateTime={moment.dateTime}>{moment.when}</time> : null}
          <b>{moment.title}</b>
          <span className="vh"> {words[moment.state]}</span>
          {moment.text ? <p>{moment.text}</p> : null}
        </li>
      ))}
    </ol>
  );
}
