import type { MeetingState, Tally } from '#app/domain/pilot/panels/model.ts';
import type { Tone } from '#app/ui/desk/status-tag.tsx';

export const meetingTones: Record<MeetingState, Tone> = { planned: 'info', open: 'now', signed: 'good', cancelled: 'rest' };
export const resultTones: Record<Tally['result'], Tone> = { carried: 'good', rejected: 'bad', tied: 'rest', 'no-quorum': 'rest', open: 'now' };
