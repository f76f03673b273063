import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import { Refusal } from '#app/platform/refusal.ts';
import type { PdfStandard } from './press.ts';

type Compiled = { result: object | null; hasError(): boolean; takeDiagnostics(): object };
type Compiler = {
  compile(what: { mainFilePath: string; inputs: Record<string, string> }): Compiled;
  pdf(document: object, how: { pdfStandard: string }): Buffer;
  fetchDiagnostics(error: object): unknown[];
  evictCache(age: number): void;
};

const workspace = path.resolve('app/domain');
let compiler: Compiler | undefined;

/** 字库: Noto Serif for text and Noto Sans for heads (SIL OFL), whole, because names hold rare characters. */
function open(): Compiler {
  const fontBlobs = ['NotoSerifSC-Regular', 'NotoSansSC-Medium'].map((name) => zstdDecompressSync(readFileSync(path.resolve(`data/fonts/${name}.ttf.zst`))));
  try {
    const native = createRequire(import.meta.url)('@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu') as { NodeCompiler: { create(args: object): Compiler } };
    return native.NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs }] });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'MODULE_NOT_FOUND') throw new Refusal('pdf-not-here', 501);
    throw error;
  }
}

/** 排版: a template of ours with data beside it, as PDF/A-2a unless it carries a file. Data reach the template as JSON, never as its text. */
export function typeset(template: string, data: string, standard: PdfStandard = 'a-2a'): Uint8Array {
  compiler ??= open();
  const compiled = compiler.compile({ mainFilePath: path.join(workspace, template), inputs: { data } });
  if (compiled.hasError() || !compiled.result) throw new Error(JSON.stringify(compiler.fetchDiagnostics(compiled.takeDiagnostics())).slice(0, 2000));
  const pdf = compiler.pdf(compiled.result, { pdfStandard: standard });
  compiler.evictCache(2);
  return pdf;
}
