import { type ChildDrawingName, drawings, drawnOr } from '#app/ui/child/drawings.ts';
import type { Stroke } from '#app/ui/light/motifs.ts';

const space = 'http://www.w3.org/2000/svg';

/** 一幅小画 by its name; decorative, the word stands beside it. */
export function drawn(name: string, size = 76): SVGSVGElement {
  const svg = document.createElementNS(space, 'svg');
  for (const [key, value] of Object.entries({ class: 'drawn', width: size, height: size, viewBox: '0 0 80 80', 'aria-hidden': 'true', focusable: 'false' })) svg.setAttribute(key, String(value));
  const known: ChildDrawingName = drawnOr(name, 'star');
  for (const { d, warm } of drawings[known] as readonly Stroke[]) {
    const path = document.createElementNS(space, 'path');
    path.setAttribute('d', d);
    if (warm) path.setAttribute('class', 'fill');
    svg.append(path);
  }
  return svg;
}
