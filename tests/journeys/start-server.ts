import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** A server without a network. It reads the end of its input when this run ends, however it ends, and stops. */
export async function startServer(appUrl: string, [port, clock]: readonly [number, number], log: string, settings: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const server = spawn(process.execPath, ['--import', path.join(root, 'tests/journeys/network-off.ts'), path.join(root, 'tests/journeys/server.ts'), String(port), String(clock), appUrl], {
    cwd: root,
    env: { ...process.env, ...settings, NODE_ENV: 'production', WORKER: 'inside', PUBLIC_URL: `http://localhost:${port}`, LOG_LEVEL: 'info' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const written = createWriteStream(log);
  server.stderr.pipe(written);
  await new Promise<void>((resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`The server ended with ${code}: ${readFileSync(log, 'utf8').slice(-4000)}`)));
    server.stdout.on('data', (piece: Buffer) => {
      written.write(piece);
      if (piece.toString().includes('ready\n')) resolve();
    });
  });
  return server;
}
