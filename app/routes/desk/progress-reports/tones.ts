import type { ReportState } from '#app/domain/pilot/progress-reports/model.ts';
import type { Tone } from '#app/ui/desk/status-tag.tsx';

/** 报告状态的颜色. */
export const toneOf: Record<ReportState, Tone> = { open: 'info', 'handed-in': 'now', returned: 'bad', accepted: 'good' };
