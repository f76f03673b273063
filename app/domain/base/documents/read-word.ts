import { Refusal } from '#app/platform/refusal.ts';
import { largest } from './model.ts';
import { openPackage } from './open-package.ts';
import { textLimit } from './text-limit.ts';
import { type Element, readXml } from './xml.ts';

/** 读出的单元格: what is written in it, the tags of the controls in or around it, how many columns it spans, and whether it goes on from the cell above. */
export type WordCell = { text: string; tags: string[]; span?: number; goesOn?: true };
/** `above`: the last short paragraphs before a table, such as its title. */
export type WordTable = { rows: WordCell[][]; above?: string[] };
export type WordContent = { tags: string[]; tables: WordTable[] };

/** 读 Word: every table with its texts and tags; what was struck out or stands as a placeholder is not read. */
export function readWord(content: Uint8Array): WordContent {
  const text = openPackage(content).get('word/document.xml');
  if (text === undefined) throw new Refusal('document-not-word', 400);
  const root = readXml(text);
  const tables: WordTable[] = [];
  collectTables(root, tables, textLimit(largest.cells));
  return { tags: tagsIn(root), tables };
}

const elements = (of: Element) => of.children.filter((child): child is Element => typeof child !== 'string');

const mostAbove = 8;

function collectTables(of: Element, found: WordTable[], limited: (text: string) => string): void {
  let above: string[] = [];
  for (const child of elements(of)) {
    const said = child.name === 'w:p' ? textOf(child).trim() : '';
    if (said !== '' && said.length <= 200) above = [...above, said].slice(-mostAbove);
    if (child.name === 'w:tbl') found.push({ ...(above.length > 0 ? { above } : {}), rows: inside(child, 'w:tr').map((row) => inside(row.element, 'w:tc').map((cell) => cellOf(cell, limited))) });
    if (child.name === 'w:tbl') above = [];
    collectTables(child, found, limited);
  }
}

/** Rows of a table or cells of a row, also those that stand in a control of their own. */
function inside(of: Element, name: string, tags: string[] = []): { element: Element; tags: string[] }[] {
  return elements(of).flatMap((child) => {
    if (child.name === name) return [{ element: child, tags }];
    if (child.name === 'w:sdt') return inside(child, name, [...tags, ...tagsIn({ ...child, children: elements(child).filter((one) => one.name === 'w:sdtPr') })]);
    return /^w:(sdtContent|ins|customXml|smartTag)$/.test(child.name) ? inside(child, name, tags) : [];
  });
}

function cellOf({ element, tags }: { element: Element; tags: string[] }, limited: (text: string) => string): WordCell {
  const merged = elements(element).find(({ name }) => name === 'w:tcPr');
  const of = (name: string) => merged && elements(merged).find((one) => one.name === name);
  const span = Number(of('w:gridSpan')?.attributes['w:val'] ?? 1);
  const above = of('w:vMerge');
  return {
    text: limited(textOf(element)).replaceAll(/\n{3,}/g, '\n\n').trim(), tags: [...tags, ...tagsIn(element)].map(limited),
    ...(span > 1 && span <= 60 ? { span } : {}), ...(above && above.attributes['w:val'] !== 'restart' ? { goesOn: true as const } : {}),
  };
}

function tagsIn(of: Element): string[] {
  return elements(of).flatMap((child) => (child.name === 'w:tag' ? [child.attributes['w:val'] ?? ''] : tagsIn(child)));
}

/** Signs that offices put in by hand from the Wingdings fonts. */
const signs: Record<string, string> = { F0FE: '☑', F0FD: '☑', F0FC: '☑', F052: '☑', F053: '☑', F050: '☑', F0A8: '☐', F06F: '☐', F0A3: '☐', F02A: '☐' };

function textOf(of: Element): string {
  let text = '';
  for (const child of of.children) {
    if (typeof child === 'string') {
      if (of.name === 'w:t') text += child;
    } else if (child.name === 'w:br' || child.name === 'w:cr') text += '\n';
    else if (child.name === 'w:tab' && of.name === 'w:r') text += '\t';
    else if (child.name === 'w:sym') text += signs[(child.attributes['w:char'] ?? '').toUpperCase()] ?? '';
    else if (child.name === 'w:p') text += `${textOf(child)}\n`;
    else if (!isUnread(child)) text += textOf(child);
  }
  return text;
}

/** Struck out, said twice, or a placeholder. */
function isUnread(child: Element): boolean {
  if (['w:del', 'w:moveFrom', 'mc:Fallback', 'w:sdtPr', 'w:pPr', 'w:rPr', 'w:tcPr'].includes(child.name)) return true;
  return child.name === 'w:sdt' && elements(child).some((one) => one.name === 'w:sdtPr' && elements(one).some(({ name, attributes }) => name === 'w:showingPlcHdr' && !/^(0|false|off)$/.test(attributes['w:val'] ?? '')));
}
