import { Alert } from 'antd';
import { type ReactNode, useState } from 'react';
import { markingWords } from '#app/i18n/marking.ts';
import { useLocale, useWords } from '#app/i18n/pair.ts';
import { longDay } from '#app/platform/dates.ts';

/** 分屏: papers on the left, marks on the right; on a narrow screen one at a time, both keeping their place. */
export function MarkingViews({ papers, marks }: { papers: ReactNode; marks: ReactNode }) {
  const words = useWords(markingWords);
  const [view, setView] = useState<'papers' | 'marks'>('marks');
  return (
    <>
      <div className="view-switch" role="group" aria-label={words.title}>
        {(['papers', 'marks'] as const).map((one) => <button type="button" key={one} aria-pressed={view === one} onClick={() => setView(one)}>{words.views[one]}</button>)}
      </div>
      <div className={`split check marking-split shows-${view}`}>
        <div className="side-papers">{papers}</div>
        <div className="side-marks">{marks}</div>
      </div>
    </>
  );
}

type Shown = { state: string; dueOn: string | null; isOpen: boolean; isLate: boolean; isSetAside: boolean };

/** 这份评审现在怎样: late, over, set aside or handed in. */
export function MarkingState({ review }: { review: Shown }) {
  const words = useWords(markingWords);
  const locale = useLocale();
  const told = toldOf(review, words, locale);
  return told && <Alert type={told.type} showIcon title={told.text} style={{ marginBottom: 16 }} />;
}

function toldOf({ state, dueOn, isOpen, isLate, isSetAside }: Shown, words: (typeof markingWords)['zh-CN'], locale: string) {
  if (isSetAside) return { type: 'warning' as const, text: words.setAside };
  if (state === 'submitted') return { type: 'success' as const, text: isLate ? `${words.done} ${words.lateDone}` : words.done };
  if (!isOpen) return { type: 'warning' as const, text: words.closed };
  return isLate && dueOn ? { type: 'warning' as const, text: words.late(longDay(dueOn, locale)) } : undefined;
}
