import type { CellLight } from '#app/domain/city/cockpit/model.ts';
import type { Shown } from './load.ts';

const lights: readonly CellLight[] = ['reached', 'on-path', 'behind', 'far-behind', 'no-figure', 'not-due', 'not-asked'];

/** 格子的短写: a row of the heat table as one text, its weakest figures as places in a list of names. Hundreds of small objects would weigh ten times as much and take as long to send as to draw. */
export function shorten(cells: readonly Shown[], names: Map<string, number>): string {
  return cells.map(({ light, percent, weakest, partly, marked, isBelowLine, isNew, isEstimate }) => {
    if (weakest !== undefined && !names.has(weakest)) names.set(weakest, names.size);
    const marks = (isBelowLine ? 1 : 0) + (isNew ? 2 : 0) + (isEstimate ? 4 : 0);
    return [lights.indexOf(light), percent ?? '', weakest === undefined ? '' : names.get(weakest), marks || '', partly ? `${partly.reported}/${partly.asked}` : '', marked ? `${marked.done}/${marked.marks}` : ''].join(' ').trimEnd();
  }).join(',');
}

/** The cells of a row that was shortened. */
export function lengthen(row: string, names: readonly string[]): Shown[] {
  if (row === '') return [];
  return row.split(',').map((cell) => {
    const [light, percent, weakest, marks, partly, marked] = cell.split(' ');
    const shown: Shown = { light: lights[Number(light)]!, percent: percent ? Number(percent) : null };
    if (weakest) shown.weakest = names[Number(weakest)]!;
    if (Number(marks) & 1) shown.isBelowLine = true;
    if (Number(marks) & 2) shown.isNew = true;
    if (Number(marks) & 4) shown.isEstimate = true;
    if (partly) shown.partly = { reported: Number(partly.split('/')[0]), asked: Number(partly.split('/')[1]) };
    if (marked) shown.marked = { done: Number(marked.split('/')[0]), marks: Number(marked.split('/')[1]) };
    return shown;
  });
}
