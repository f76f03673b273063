import type { CallState } from '#app/domain/pilot/calls/model.ts';
import type { Tone } from '#app/ui/desk/status-tag.tsx';

export type Phase = 'draft' | 'waiting' | 'open' | 'closed';

/** 批次阶段 on a Beijing day, as people say it. */
export function phaseOf(call: { state: CallState; opensOn: string; closesOn: string }, today: string): Phase {
  if (call.state !== 'published') return call.state;
  if (today < call.opensOn) return 'waiting';
  return today > call.closesOn ? 'closed' : 'open';
}

export const phaseTones: Record<Phase, Tone> = { draft: 'rest', waiting: 'info', open: 'now', closed: 'good' };
