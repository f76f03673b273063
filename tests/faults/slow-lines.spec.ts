import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { site } from '#tests/journeys/our-site.ts';

type Slow = { socket: Socket; answer: () => string; isClosed: () => boolean };

function open(port: number): Slow {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  let isClosed = false;
  socket.on('data', (piece) => (answer += piece.toString('latin1')));
  socket.on('error', () => undefined);
  socket.on('close', () => (isClosed = true));
  return { socket, answer: () => answer, isClosed: () => isClosed };
}

test('people on slow lines, and those who only drip, hold nobody up; who never ends their headers is let go', async ({ onTestFinished }) => {
  const { url } = site;
  const port = Number(new URL(url).port);
  const head = `POST /recommend HTTP/1.1\r\nHost: localhost:${port}\r\nOrigin: ${url}\r\nContent-Type: application/x-www-form-urlencoded\r\n`;
  const dripping = Array.from({ length: 150 }, () => open(port));
  const sending = Array.from({ length: 100 }, () => open(port));
  const reading = Array.from({ length: 50 }, () => open(port));
  onTestFinished(() => [...dripping, ...sending, ...reading].forEach(({ socket }) => socket.destroy()));
  for (const { socket } of dripping) socket.write('GET / HTTP/1.1\r\nHost: x');
  for (const { socket } of sending) socket.write(`${head}Content-Length: 1000\r\n\r\nreason=`);
  for (const { socket } of reading) {
    socket.write(`GET /standard HTTP/1.1\r\nHost: localhost:${port}\r\n\r\n`);
    socket.pause();
  }
  const drip = setInterval(() => {
    for (const { socket } of dripping) socket.write('y');
    for (const { socket } of sending) socket.write('A');
  }, 500);
  onTestFinished(() => clearInterval(drip));

  const statuses: number[] = [];
  for (let n = 0; n < 40; n += 1) statuses.push((await fetch(`${url}/notices`)).status);
  expect(new Set(statuses)).toEqual(new Set([200]));

  const body = `reason=${'A'.repeat(200_000)}`;
  const slow = open(port);
  slow.socket.write(`${head}Content-Length: ${body.length}\r\nConnection: close\r\n\r\n`);
  const piece = 37_500; // 3 Mbit/s in tenths of a second
  for (let at = 0; at < body.length; at += piece) {
    slow.socket.write(body.slice(at, at + piece));
    await sleep(100);
  }
  for (let tries = 0; tries < 450 && !slow.isClosed(); tries += 1) await sleep(100);
  expect(slow.answer()).toMatch(/^HTTP\/1\.1 [234]\d\d /);

  for (let tries = 0; tries < 600 && !dripping.every(({ isClosed }) => isClosed()); tries += 1) await sleep(100);
  expect(dripping.filter(({ isClosed }) => !isClosed())).toEqual([]);
  expect(sending.filter(({ isClosed }) => isClosed()).map(({ answer }) => answer().slice(0, 200))).toEqual([]);
});
