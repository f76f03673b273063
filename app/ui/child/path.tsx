import type { ReactNode } from 'react';
import type { ChildDrawingName } from './drawings.ts';
import { ChildDrawing } from './child-drawing.tsx';
import { Say } from './say.tsx';

export type PathStep = {
  title: string;
  drawing: ChildDrawingName;
  state: 'done' | 'now' | 'next';
  when?: string;
  text?: string;
  /** What a grown-up answered, and who: a named role. */
  answer?: { text: string; by: string };
  children?: ReactNode;
};

/** 跳房子的路: what became of it, square by square; done, now, not yet. `words` say the state to whoever does not see it. */
export function Path({ steps, words }: { steps: readonly PathStep[]; words: Record<PathStep['state'], string> }) {
  return (
    <ol className="path">
      {steps.map(({ title, drawing, state, when, text, answer, children }) => (
        <li key={title} className={state} {...(state === 'now' ? { 'aria-current': 'step' as const } : {})}>
          <span className="sq">
            <ChildDrawing name={drawing} size={54} isQuiet={state === 'next'} />
          </span>
          <div>
            <h2>
              <Say>{title}</Say>
              <span className="vh"> {words[state]}</span>
            </h2>
            {when ? <p className="d">{when}</p> : null}
            {text ? (
              <p>
                <Say>{text}</Say>
              </p>
            ) : null}
            {answer ? (
              <blockquote className="ans">
                <Say>{answer.text}</Say>
                <footer>{answer.by}</footer>
              </blockquote>
            ) : null}
            {children}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** 小牌子: the words a child keeps instead of a name. */
export function Plate({ code, children }: { code: string; children?: ReactNode }) {
  return (
    <div className="plate">
      <p className="code">{code}</p>
      {children ? <div>{children}</div> : null}
    </div>
  );
}

/** 孩子自己的话: as the child said them, never changed. */
export function OwnWords({ text, when }: { text: string; when?: string }) {
  return (
    <blockquote className="own">
      <span data-say="">{text}</span>
      {when ? <footer>{when}</footer> : null}
    </blockquote>
  );
}
