import type { Status } from '#app/domain/pilot/applications/model.ts';
import { checkWords } from '#app/i18n/check.ts';
import { useWords } from '#app/i18n/pair.ts';
import { Squares, type SquareState } from '#app/ui/desk/squares.tsx';
import { StatusTag, type Tone } from '#app/ui/desk/status-tag.tsx';

const tones: Record<Status, Tone> = { draft: 'rest', submitted: 'info', returned: 'bad', complete: 'good', 'in-review': 'now', accepted: 'good', declined: 'bad' };

/** 申报状态; one that came back after a return says so. */
export function ApplicationStatus({ status, round }: { status: Status; round: number }) {
  const words = useWords(checkWords);
  const isBack = status === 'submitted' && round > 1;
  return <StatusTag tone={isBack ? 'now' : tones[status]}>{isBack ? words.resubmitted : words.statuses[status]}</StatusTag>;
}

const steps: Record<Status, SquareState[]> = {
  draft: ['now', 'next', 'next', 'next'], submitted: ['done', 'now', 'next', 'next'], returned: ['now', 'missing', 'next', 'next'], complete: ['done', 'done', 'now', 'next'],
  'in-review': ['done', 'done', 'now', 'next'], accepted: ['done', 'done', 'done', 'done'], declined: ['done', 'done', 'done', 'done'],
};

/** 办理进度 in four squares: submitted, checked, reviewed, decided. */
export function ApplicationProgress({ status }: { status: Status }) {
  const words = useWords(checkWords);
  return <Squares states={steps[status]} label={words.progressLabel(words.statuses[status])} />;
}
