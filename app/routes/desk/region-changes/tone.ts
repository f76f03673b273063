import type { ChangeState } from '#app/domain/base/regions/model.ts';
import type { Tone } from '#app/ui/desk/status-tag.tsx';

/** The look of a state; one that could not take effect stands out. */
export function toneOf({ state, problem }: { state: ChangeState; problem: string }): Tone {
  if (problem !== '') return 'bad';
  return ({ proposed: 'now', confirmed: 'info', applied: 'good', undone: 'rest' } as const)[state];
}
