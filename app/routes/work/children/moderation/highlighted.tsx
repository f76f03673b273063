import type { FieldText, Flag } from '#app/domain/children/moderation/model.ts';
import { moderationWords } from '#app/i18n/moderation.ts';
import { useWords } from '#app/i18n/pair.ts';

/** 文字里标出的地方: each marked with why; overlapping marks are one. `most` shortens it around the first. */
export function Highlighted({ text, flags, most }: { text: string; flags: readonly Flag[]; most?: number }) {
  const { why } = useWords(moderationWords);
  const first = flags[0]?.start ?? 0;
  const from = most && text.length > most ? Math.max(0, Math.min(first - 12, text.length - most)) : 0;
  const to = most ? Math.min(text.length, from + most) : text.length;
  const parts = spansOf(flags).filter(({ start, end }) => start < to && end > from);
  return (
    <>
      {from > 0 ? '…' : ''}
      {parts.map((part, index) => {
        const before = Math.min(parts[index - 1]?.end ?? from, to);
        return (
          <span key={part.start}>
            {text.slice(before, Math.max(before, part.start))}
            <mark className={part.isUrgent ? 'flag urgent' : 'flag'}>{text.slice(Math.max(part.start, from), Math.min(part.end, to))}<small>{[...new Set(part.why)].map((one) => why[one]).join('、')}</small></mark>
          </span>
        );
      })}
      {text.slice(Math.min(parts.at(-1)?.end ?? from, to), to)}
      {to < text.length ? '…' : ''}
    </>
  );
}

function spansOf(flags: readonly Flag[]): { start: number; end: number; why: Flag['why'][]; isUrgent: boolean }[] {
  const spans: { start: number; end: number; why: Flag['why'][]; isUrgent: boolean }[] = [];
  for (const { start, end, why, severity } of flags.toSorted((a, b) => a.start - b.start)) {
    const last = spans.at(-1);
    if (last && start < last.end) {
      last.end = Math.max(last.end, end);
      last.why.push(why);
      last.isUrgent ||= severity === 'urgent';
    } else spans.push({ start, end, why: [why], isUrgent: severity === 'urgent' });
  }
  return spans;
}

/** 一行里的文字: the field with the gravest mark, shortened. */
export function Excerpt({ texts, flags, isHidden }: { texts: readonly FieldText[]; flags: readonly Flag[]; isHidden?: boolean }) {
  const words = useWords(moderationWords);
  const shown = texts.find(({ field }) => flags.some((flag) => flag.field === field)) ?? texts.find(({ text }) => text.trim() !== '');
  if (isHidden || !shown) return <>{isHidden ? words.hidden : words.drawing}</>;
  return <Highlighted text={shown.text} flags={flags.filter((flag) => flag.field === shown.field)} most={60} />;
}
