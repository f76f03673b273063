import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';

/** One line of a run: times in milliseconds, memory in MB. `floor` is the same thing done the barest way in the same run. */
export type Line = {
  work: string; n: number; p50: number; p95: number; p99: number; rps: number;
  cpu_ms?: number; rss_mb?: number; floor?: number; ratio?: number; note?: string; bar?: string; met?: boolean; exact?: boolean;
};

export type Ask = { path: string; method?: 'GET' | 'POST' | 'PATCH'; headers?: Record<string, string>; body?: string };
export type Answer = { status: number; headers: NodeJS.Dict<string | string[]>; body: string };

export type Client = { ask: (ask: Ask) => Promise<Answer>; close: () => void };

/** 客户端: keeps its connections, reads every answer to its end, talks to this machine only. */
export function clientOf(port: number, connections: number): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return {
    close: () => agent.destroy(),
    ask: ({ path, method = 'GET', headers = {}, body }) =>
      new Promise((resolve, reject) => {
        const sent = request({ host: '127.0.0.1', port, path, method, agent, headers: body === undefined ? headers : { ...headers, 'content-length': String(Buffer.byteLength(body)) } });
        sent.once('error', reject);
        sent.once('response', (answer) => {
          const pieces: Buffer[] = [];
          answer.on('data', (piece: Buffer) => pieces.push(piece));
          answer.once('error', reject);
          answer.once('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(pieces).toString() }));
        });
        sent.setTimeout(30_000, () => sent.destroy(new Error('no answer for 30 seconds')));
        sent.end(body);
      }),
  };
}

/** 一段负载: n asks, so many at once; each time is from the ask to the last byte. */
export async function drive(n: number, atOnce: number, ask: (i: number) => Promise<unknown>): Promise<{ times: number[]; seconds: number }> {
  const times: number[] = [];
  let next = 0;
  const from = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (next < n) {
        const i = next++;
        const began = performance.now();
        await ask(i);
        times.push(performance.now() - began);
      }
    }),
  );
  return { times, seconds: (performance.now() - from) / 1000 };
}

const rounded = (value: number) => (value >= 100 ? Math.round(value) : Math.round(value * 100) / 100);

/** The figures of one run of times. */
export function figures(work: string, { times, seconds }: { times: number[]; seconds: number }): Line {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { work, n: times.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), rps: rounded(times.length / seconds) };
}

/** Processor time of a process so far, in milliseconds (the kernel counts in hundredths of a second). */
export function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Memory of a process in MB. */
export function rssOf(pid: number): number {
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024);
}

/** Drives one process and adds what it used. */
export async function driveProcess(work: string, pid: number, n: number, atOnce: number, ask: (i: number) => Promise<unknown>): Promise<Line> {
  const before = cpuOf(pid);
  const line = figures(work, await drive(n, atOnce, ask));
  return { ...line, cpu_ms: rounded((cpuOf(pid) - before) / n), rss_mb: rssOf(pid) };
}

/** Says how a line stands to its floor, and whether its bar is met. */
export function against(line: Line, floor: number, of: 'rps' | 'p50', bar: string, met: (line: Line) => boolean): Line {
  const ratio = rounded(of === 'rps' ? line.rps / floor : line.p50 / floor);
  const judged = { ...line, floor, ratio, bar };
  return { ...judged, met: met(judged) };
}

const columns = ['work', 'n', 'p50', 'p95', 'p99', 'rps', 'cpu_ms', 'rss_mb', 'floor', 'ratio', 'bar', 'met', 'exact', 'note'] as const;

/** 成绩表, in Markdown. */
export function tableOf(lines: readonly Line[]): string {
  const cell = (value: Line[keyof Line]) => (value === undefined ? '' : typeof value === 'boolean' ? (value ? 'yes' : '**no**') : String(value));
  const rows = lines.map((line) => `| ${columns.map((column) => cell(line[column])).join(' | ')} |`);
  return [`| ${columns.join(' | ')} |`, `|${columns.map(() => '---').join('|')}|`, ...rows].join('\n');
}
