import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '..');

/** A missing package is told here, before any of our files asks for it. */
export function program(name: string): string {
  const file = path.join(root, 'node_modules/.bin', name);
  if (!existsSync(file)) throw new Error(`缺少 ${name}，请先运行 npm ci · ${name} is missing: run npm ci first`);
  return file;
}

/** What is running for us now: it ends when we do. */
const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGTERM');
});

/** Runs one of the tools of the house with its words shown or kept. */
export function run(name: string, args: string[], options: { show?: boolean; env?: NodeJS.ProcessEnv } = {}): Promise<{ code: number; text: string }> {
  return new Promise((resolve, reject) => {
    const file = name === 'node' ? process.execPath : program(name);
    const PATH = `${path.join(root, 'node_modules/.bin')}:${process.env.PATH ?? ''}`;
    const child = spawn(file, args, { cwd: root, env: { ...process.env, PATH, ...options.env }, stdio: ['ignore', 'pipe', 'pipe'] });
    running.add(child);
    let text = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (piece: Buffer) => {
        text += piece;
        if (options.show) process.stdout.write(piece);
      });
    }
    child.on('error', reject);
    child.on('close', (code) => {
      running.delete(child);
      resolve({ code: code ?? 1, text });
    });
  });
}
