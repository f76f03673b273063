import { createHash } from 'node:crypto';
import type { Socket } from 'node:net';
import type pg from 'pg';

/** How often a statement is asked before it gets a name, and how many may have one. */
const familiar = 3;
const most = 400;

/** A search is planned for its words; a cursor has a new name each time. */
const neverNamed = / i?like | @@ |^(declare|fetch|close) /i;

/** A list is planned for what it looks for, but for one that was measured with one plan for all and says so at its head. */
const list = /\blimit\b/i;
const onePlan = '/* one plan */';

const known = new Map<string, { name: string; asked: number }>();

/** One text has one name in every process: a pooler between us and the server may hand our connections around. */
const nameFrom = (text: string) => `s_${createHash('sha256').update(text).digest('base64url').slice(0, 22)}`;

/** 熟语句: a statement asked again and again gets a name, so that the server reads and plans it once a connection. */
function nameOf(text: string): string | undefined {
  const line = known.get(text);
  if (line) {
    line.asked += 1;
    return line.asked > familiar ? line.name : undefined;
  }
  if (neverNamed.test(text) || (list.test(text) && !text.includes(onePlan))) return undefined;
  if (known.size === most) forgetStrangers();
  if (known.size < most) known.set(text, { name: nameFrom(text), asked: 1 });
  return undefined;
}

/** What never came often enough makes room; a name that a server has learnt is kept for as long as the process runs. */
function forgetStrangers(): void {
  for (const [text, { asked }] of known) if (asked <= familiar) known.delete(text);
}

type Question = { text: string; name?: string };

/**
 * What is asked in one go is sent in one go: statements that nobody waits between leave in one packet, and `begin` is
 * never waited for; if it fails, so does whatever follows it on the same connection.
 */
export function hasten(client: pg.PoolClient): void {
  client.on('error', () => undefined); // a connection that breaks in somebody's hand fails their next statement, not the process
  const ask = client.query.bind(client) as (question: unknown, ...rest: unknown[]) => unknown;
  const { stream } = (client as unknown as { connection: { stream: Socket } }).connection;
  let isGathering = false;
  const hastened = (question: unknown, ...rest: unknown[]) => {
    if (!isQuestion(question)) return ask(question, ...rest);
    if (!isGathering) {
      isGathering = true;
      stream.cork();
      process.nextTick(() => {
        isGathering = false;
        stream.uncork();
      });
    }
    if (question.text === 'begin') {
      (ask(question, ...rest) as Promise<unknown>).catch(() => undefined);
      return Promise.resolve({ rows: [] });
    }
    const name = question.name ?? nameOf(question.text);
    return ask(name ? { ...question, name } : question, ...rest);
  };
  client.query = hastened as typeof client.query;
}

function isQuestion(question: unknown): question is Question {
  return typeof question === 'object' && question !== null && 'text' in question && !('submit' in question);
}
