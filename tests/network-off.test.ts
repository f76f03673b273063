import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const calling = (url: string) =>
  promisify(execFile)(process.execPath, ['--import', './tests/journeys/network-off.ts', '-e', `fetch(${JSON.stringify(url)}).then(({ status }) => console.log(status), ({ cause }) => console.log(cause.code))`]);

test('CN-18: with the network off a process reaches this machine alone, and what else it calls is told', async ({ onTestFinished }) => {
  const server = createServer((_asked, answer) => answer.end('here')).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await new Promise((resolve) => server.once('listening', resolve));
  const [here, elsewhere] = await Promise.all([calling(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`), calling('https://192.0.2.1/')]);
  expect([here.stdout.trim(), here.stderr]).toEqual(['200', '']);
  expect([elsewhere.stdout.trim(), elsewhere.stderr.trim()]).toEqual(['ENETUNREACH', 'network off, yet called: 192.0.2.1']);
});
