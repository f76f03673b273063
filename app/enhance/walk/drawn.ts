import { type ChildDrawingName, drawings, drawnOr } from '#app/ui/child/drawings.ts';
import type { Stroke } from '#app/ui/light/motifs.ts';

const space = 'http://www.w3.org/2000/svg';

function picture(size: number, box: number, strokes: readonly Stroke[]): SVGSVGElement {
  const svg = document.createElementNS(space, 'svg');
  for (const [key, value] of Object.entries({ class: 'drawn', width: size, height: size, viewBox: `0 0 ${box} ${box}`, 'aria-hidden': 'true', focusable: 'false' })) svg.setAttribute(key, String(value));
  for (const { d, warm } of strokes) {
    const path = document.createElementNS(space, 'path');
    path.setAttribute('d', d);
    if (warm) path.setAttribute('class', 'fill');
    svg.append(path);
  }
  return svg;
}

/** 一幅小画 by its name; decorative, the word stands beside it. */
export function drawn(name: string, size = 76): SVGSVGElement {
  const known: ChildDrawingName = drawnOr(name, 'star');
  return picture(size, 80, drawings[known] as readonly Stroke[]);
}

/** 喇叭. */
export const speaker = () => picture(26, 24, [{ d: 'M4 9v6h4l5 4V5L8 9z', warm: true }, { d: 'M17 9a4 4 0 0 1 0 6M19.5 6.5a8 8 0 0 1 0 11' }]);
