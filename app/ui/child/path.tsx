import type { ReactNode } from 'react';
import type { ChildDrawingName } from './drawings.ts';
import { plateReading } from '#app/domain/children/suggestions/plate-reading.ts';
import { useLocale } from '#app/i18n/pair.ts';
import { ChildDrawing } from './child-drawing.tsx';
import { useLook } from './look.ts';
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

/** 小牌子: the words a child keeps instead of a name, and how they are read, which opens it as well. */
export function Plate({ code, children }: { code: string; children?: ReactNode }) {
  const { hasPinyin } = useLook();
  const locale = useLocale();
  const reading = locale === 'en' ? plateReading(code) : hasPinyin ? plateReading(code, 'with-tones') : '';
  return (
    <div className="plate">
      <div className="coded">
        <p className="code">{code}</p>
        {reading && reading !== code ? <p className="reading" lang="zh-Latn">{reading}</p> : null}
      </div>
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
