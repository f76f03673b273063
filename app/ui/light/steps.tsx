import type { SquareState, SquareWords } from './squares.tsx';

export type Step = { title: string; text?: string; state?: SquareState };

/** 几步走：一步一个格子 the way through, one square a step. */
export function Steps({ steps, words }: { steps: Step[]; words?: SquareWords }) {
  return (
    <ol className="steps">
      {steps.map((step) => (
        <li
          key={step.title}
          className={step.state}
          {...(step.state === 'now' ? { 'aria-current': 'step' as const } : {})}
        >
          <b>
            {step.title}
            {step.state && words ? <span className="vh">（{words[step.state]}）</span> : null}
          </b>
          {step.text ? <span>{step.text}</span> : null}
        </li>
      ))}
    </ol>
  );
}
