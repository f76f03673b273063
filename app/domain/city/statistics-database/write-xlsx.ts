import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Cell } from '#app/domain/base/exports/model.ts';
import { type AboutSheet, xlsxFile } from '#app/domain/base/exports/xlsx.ts';

const widths = [10, 36, 14, 18, 16, 12, 12, 12, 8, 10, 28, 14];
const batch = 2000;

/** Excel 表: the first line is the head; figures are numbers, everything else stays text; a second sheet says what they are. */
export async function writeXlsx([head = [], ...lines]: readonly (readonly Cell[])[], title: string, about: AboutSheet): Promise<Uint8Array> {
  const folder = await mkdtemp(path.join(tmpdir(), 'figures-'));
  const file = path.join(folder, 'figures.xlsx');
  try {
    const handle = await open(file, 'w');
    try {
      const sheet = await xlsxFile(handle, head.map((name, at) => ({ name: String(at), title: String(name), width: widths[at] ?? 12 })), title, about);
      for (let at = 0; at < lines.length; at += batch) await sheet.add(lines.slice(at, at + batch).map((line) => [...line]));
      await sheet.end();
    } finally {
      await handle.close();
    }
    return await readFile(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
