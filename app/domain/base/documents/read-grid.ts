import { SaxesParser } from 'saxes';
import { Refusal } from '#app/platform/refusal.ts';
import type { Area, Grid } from './grid.ts';
import { looksOfCells, shownNumber } from './grid-looks.ts';
import { largestGrid } from './model.ts';
import { openParts } from './open-package.ts';
import { textLimit } from './text-limit.ts';

type Take = { open: (name: string, at: Record<string, string>) => void; text?: (piece: string) => void; close?: (name: string) => void };

const slice = 1 << 18;

/** 读 XML 流: piece by piece, so that a sheet of a hundred thousand rows never stands in memory as one text or tree. */
function walk(bytes: Uint8Array | undefined, { open, text, close }: Take): void {
  if (!bytes) return;
  const parser = new SaxesParser({ fragment: false });
  const refuse = (code: string, status: number) => () => {
    throw new Refusal(code, status);
  };
  parser.on('doctype', refuse('document-active', 422));
  parser.on('error', refuse('document-damaged', 400));
  parser.on('opentag', ({ name, attributes }) => open(plain(name), attributes as Record<string, string>));
  if (text) parser.on('text', text);
  if (close) parser.on('closetag', ({ name }) => close(plain(name)));
  const decoder = new TextDecoder('utf-8');
  for (let at = 0; at < bytes.length; at += slice) parser.write(decoder.decode(bytes.subarray(at, at + slice), { stream: true }));
  parser.write(decoder.decode()).close();
}

const plain = (name: string) => name.slice(name.indexOf(':') + 1);

/** 读 Excel 成表格: the visible sheets in their order, percentages and days as they are shown. */
export function readGrid(content: Uint8Array): Grid[] {
  const parts = openParts(content, largestGrid);
  if (!parts.has('xl/workbook.xml')) throw new Refusal('document-not-excel', 400);
  walk(parts.get('[Content_Types].xml'), { open: (_, at) => { if (/macroEnabled|vbaProject/i.test(at.ContentType ?? '')) throw new Refusal('document-active', 422); } });
  const { sheets, is1904 } = sheetsOf(parts);
  if (sheets.length > largestGrid.sheets) throw new Refusal('document-too-heavy', 422);
  const texts = sharedTexts(parts.get('xl/sharedStrings.xml'));
  const looks = looksOfCells((take) => walk(parts.get('xl/styles.xml'), take));
  const limited = textLimit(largestGrid.cells, largestGrid.letters);
  return sheets.flatMap(({ name, path }) => (parts.has(path) ? [{ name, ...readSheet(parts.get(path)!, { texts, looks, is1904, limited }) }] : []));
}

function sheetsOf(parts: Map<string, Uint8Array>) {
  const targets = new Map<string, string>();
  walk(parts.get('xl/_rels/workbook.xml.rels'), { open: (name, at) => { if (name === 'Relationship') targets.set(at.Id ?? '', at.Target ?? ''); } });
  const sheets: { name: string; path: string }[] = [];
  let is1904 = false;
  walk(parts.get('xl/workbook.xml'), {
    open(name, at) {
      if (name === 'workbookPr') is1904 = at.date1904 === '1' || at.date1904 === 'true';
      if (name !== 'sheet' || (at.state ?? 'visible') !== 'visible') return;
      const id = Object.entries(at).find(([key]) => plain(key) === 'id' && key !== 'id')?.[1] ?? '';
      const target = targets.get(id) ?? '';
      sheets.push({ name: at.name ?? '', path: target.startsWith('/') ? target.slice(1) : `xl/${target}` });
    },
  });
  return { sheets, is1904 };
}

/** Shared texts, without the readings that stand above them. */
function sharedTexts(bytes: Uint8Array | undefined): string[] {
  const texts: string[] = [];
  const limited = textLimit(largestGrid.cells, largestGrid.letters);
  let held = '';
  let isText = false;
  let reading = 0;
  walk(bytes, {
    open(name) {
      if (name === 'si') held = '';
      if (name === 'rPh') reading += 1;
      isText = name === 't' && reading === 0;
    },
    text: (piece) => { if (isText) held += piece; },
    close(name) {
      isText = false;
      if (name === 'rPh') reading -= 1;
      if (name === 'si') texts.push(limited(held));
    },
  });
  return texts;
}

type Book = { texts: string[]; looks: ReturnType<typeof looksOfCells>; is1904: boolean; limited: (text: string) => string };

function readSheet(bytes: Uint8Array, { texts, looks, is1904, limited }: Book): Pick<Grid, 'rows' | 'areas'> {
  const rows: string[][] = [];
  const areas: Area[] = [];
  let [row, column, kind, style, held, isValue, reading] = [-1, -1, 'n', 0, '', false, 0];
  const shown = (): string => {
    if (kind === 's') return texts[Number(held)] ?? '';
    if (kind === 'b') return held === '1' ? 'TRUE' : 'FALSE';
    if (kind === 'n') return shownNumber(held, looks[style], is1904);
    return held;
  };
  const put = () => {
    const text = held === '' ? '' : shown().trim();
    if (text === '') return;
    if (row >= largestGrid.rows || column >= largestGrid.columns) throw new Refusal('document-too-heavy', 422);
    while (rows.length <= row) rows.push([]);
    const cells = rows[row]!;
    while (cells.length < column) cells.push('');
    cells[column] = limited(text);
  };
  walk(bytes, {
    open(name, at) {
      if (name === 'row') [row, column] = [at.r === undefined ? row + 1 : numberOf(at.r), -1];
      else if (name === 'c') {
        column = at.r === undefined ? column + 1 : columnOf(at.r);
        [kind, style, held] = [at.t ?? 'n', Number(at.s ?? 0), ''];
      } else if (name === 'rPh') reading += 1;
      else if (name === 'mergeCell') areas.push(areaOf(at.ref ?? ''));
      if (areas.length > largestGrid.merges) throw new Refusal('document-too-heavy', 422);
      isValue = (name === 'v' || name === 't') && reading === 0;
    },
    text: (piece) => { if (isValue) held += piece; },
    close(name) {
      isValue = false;
      if (name === 'rPh') reading -= 1;
      if (name === 'c') put();
    },
  });
  return { rows, areas };
}

function numberOf(said: string): number {
  const row = Number(said) - 1;
  if (!Number.isInteger(row) || row < 0) throw new Refusal('document-damaged', 400);
  return row;
}

const columnOf = (place: string) => [...place.toUpperCase().replace(/\d+$/, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

function areaOf(ref: string): Area {
  const match = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(ref);
  if (!match) throw new Refusal('document-damaged', 400);
  return { left: columnOf(match[1]!), top: Number(match[2]) - 1, right: columnOf(match[3]!), bottom: Number(match[4]) - 1 };
}
