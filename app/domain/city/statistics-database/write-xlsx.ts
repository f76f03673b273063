import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Cell } from '#app/domain/base/exports/model.ts';
import { type AboutSheet, xlsxFile } from '#app/domain/base/exports/xlsx.ts';

const widths = [10, 36, 14, 18, 16, 12, 12, 12, 8, 10, 28, 14, 20, 14];
const batch = 500;

/** Excel 表: under its head; figures are numbers, everything else stays text; a second sheet says what they are. */
export async function writeXlsx(head: readonly Cell[], lines: Iterable<Cell[]>, title: string, about: AboutSheet): Promise<Uint8Array> {
  const folder = await mkdtemp(path.join(tmpdir(), 'figures-'));
  const file = path.join(folder, 'figures.xlsx');
  try {
    const handle = await open(file, 'w');
    try {
      const sheet = await xlsxFile(handle, head.map((name, at) => ({ name: String(at), title: String(name), width: widths[at] ?? 12 })), title, about);
      for (const some of inBatches(lines)) {
        await sheet.add(some);
        await new Promise(setImmediate);
      }
      await sheet.end();
    } finally {
      await handle.close();
    }
    return await readFile(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function* inBatches(lines: Iterable<Cell[]>): Generator<Cell[][]> {
  let some: Cell[][] = [];
  for (const line of lines) {
    some.push(line);
    if (some.length < batch) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}
