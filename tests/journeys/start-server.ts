import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '#app/db/embedded-process.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** A server that listens, and the address at which its clock is moved. */
export type Started = { child: ChildProcess; url: string; clock: string };

/** A server without a network. It reads the end of its input when this run ends, however it ends, and stops. A port that somebody else took meanwhile is left to them. */
export async function startServer(appUrl: string, log: string, settings: NodeJS.ProcessEnv): Promise<Started> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await startAt(await freePort(), await freePort(), appUrl, log, settings);
    } catch (error) {
      if (tries === 5 || !String(error).includes('EADDRINUSE')) throw error;
    }
  }
}

async function startAt(port: number, clock: number, appUrl: string, log: string, settings: NodeJS.ProcessEnv): Promise<Started> {
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, ['--import', path.join(root, 'tests/journeys/network-off.ts'), path.join(root, 'tests/journeys/server.ts'), String(port), String(clock), appUrl], {
    cwd: root,
    env: { ...process.env, ...settings, NODE_ENV: 'production', WORKER: 'inside', PUBLIC_URL: url, LOG_LEVEL: 'info' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const written = createWriteStream(log);
  child.stderr.pipe(written);
  await new Promise<void>((resolve, reject) => {
    const tooEarly = (code: number | null) => reject(new Error(`The server ended with ${code}: ${existsSync(log) ? readFileSync(log, 'utf8').slice(-4000) : 'it left no log'}`));
    child.once('close', tooEarly);
    child.stdout.on('data', (piece: Buffer) => {
      written.write(piece);
      if (!piece.toString().includes('ready\n')) return;
      child.off('close', tooEarly);
      resolve();
    });
  });
  return { child, url, clock: `http://127.0.0.1:${clock}` };
}
