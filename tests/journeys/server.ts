import { AsyncLocalStorage } from 'node:async_hooks';
import { createServer, Server, ServerResponse } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * 被访问的服务: the built server as people meet it, with a clock that a story can move. Only requests see the moved
 * clock; the server itself knows nothing of it.
 */
const [port, clockPort, url] = process.argv.slice(2) as [string, string, string];
const RealDate = Date;
const requests = new AsyncLocalStorage<true>();
let ahead = 0;

globalThis.Date = class MovedDate extends RealDate {
  constructor(...given: [] | [string | number | Date]) {
    if (given.length === 0) super(MovedDate.now());
    else super(...(given as [string]));
  }
  static override now(): number {
    return RealDate.now() + (requests.getStore() ? ahead : 0);
  }
} as DateConstructor;

const clock = createServer((asked, answer) => {
  ahead = Number(new URL(asked.url ?? '/', 'http://clock').searchParams.get('ahead'));
  answer.end();
}).listen(Number(clockPort), '127.0.0.1');

/** 慢: up to so many milliseconds pass before a request is heard, and again before its answer ends, for stories that want to know whether they only wait or hope. */
const slow = Number(process.env.STORIES_SLOW ?? 0);
const { emit } = Server.prototype;
const { end } = ServerResponse.prototype;

Server.prototype.emit = function (this: Server, event: string, ...rest: unknown[]) {
  const tell = (): boolean => Reflect.apply(emit, this, [event, ...rest]);
  if (event !== 'request' || this === clock) return tell();
  if (slow) setTimeout(() => requests.run(true, tell), Math.random() * slow);
  else requests.run(true, tell);
  return true;
};

if (slow)
  ServerResponse.prototype.end = function (this: ServerResponse, ...given: unknown[]) {
    setTimeout(() => Reflect.apply(end, this, given), Math.random() * slow);
    return this;
  } as typeof end;

type Built = { serve: (options: { port: number; url: string }) => Promise<{ close: () => Promise<void> }> };
const { serve } = (await import(pathToFileURL(path.resolve('build/server/index.js')).href)) as Built;
const site = await serve({ port: Number(port), url });

process.stdin.resume().once('end', async () => {
  clock.close();
  await site.close();
  process.exit(0);
});
process.stdout.write('ready\n');
