import type { Stroke } from '#app/ui/light/motifs.ts';
import { type ChildDrawingName, drawings } from './drawings.ts';

/** 一幅小画: decorative, the word stands beside it; `isQuiet` draws what is not yet. */
export function ChildDrawing({ name, size = 76, isQuiet }: { name: ChildDrawingName; size?: number; isQuiet?: boolean }) {
  return (
    <svg className={isQuiet ? 'drawn quiet' : 'drawn'} width={size} height={size} viewBox="0 0 80 80" aria-hidden="true" focusable="false">
      {(drawings[name] as readonly Stroke[]).map(({ d, warm }) => (
        <path key={d} d={d} {...(warm ? { className: 'fill' } : {})} />
      ))}
    </svg>
  );
}
