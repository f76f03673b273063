import type { ReactNode } from 'react';
import { Drawing } from './drawing.tsx';
import type { DrawingName } from './motifs.ts';

/** 空：一幅画、一句话、一个按钮 empty: one drawing, one sentence, one button. */
export function Empty({
  drawing = 'hop',
  title,
  text,
  action,
}: {
  drawing?: DrawingName;
  title?: string;
  text: string;
  action?: ReactNode;
}) {
  return (
    <div className="empty">
      <Drawing name={drawing} size={96} />
      {title ? <h2>{title}</h2> : null}
      <p>{text}</p>
      {action}
    </div>
  );
}
