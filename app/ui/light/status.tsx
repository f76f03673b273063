import type { ReactNode } from 'react';
import type { SquareState } from './squares.tsx';

/** 状态：小方块加词 a status: a small square and a word. */
export function Status({ state, children }: { state: SquareState; children: ReactNode }) {
  return <span className={`status ${state}`}>{children}</span>;
}
