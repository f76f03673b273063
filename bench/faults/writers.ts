import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { pdfOf } from '#seed/load.ts';
import type { Draft } from '../load-world.ts';
import { type Answer, type Client, clientOf } from '../measure.ts';
import { submitAsk } from '../submit-ask.ts';
import type { Ground } from './ground.ts';

/** What people were told: a receipt for an application, a receipt for a file. */
export type Told = { receipts: Map<string, string>; files: Map<string, string>; retries: number; wrong: string[] };
export type Writers = { told: Told; stop: () => Promise<void>; isDone: () => boolean };

/** Standing alone: the middle of an id can look like a receipt when it is all digits. */
const receipt = /(?<![\w-])[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}(?![\w-])/;
const atOnce = 16;

/** 提交的人: each hands in one draft after another and tries again until a receipt is shown; some press twice, some upload. */
export function startWriting({ drafts, ruleIds }: Ground, port: number): Writers {
  const client = clientOf(port, atOnce * 2);
  const told: Told = { receipts: new Map(), files: new Map(), retries: 0, wrong: [] };
  let next = 0;
  let isStopped = false;

  const untilTold = async <T>(what: string, run: () => Promise<T | undefined>): Promise<T | undefined> => {
    for (let tries = 0; tries < 400; tries += 1) {
      const result = await run().catch((error: NodeJS.ErrnoException) => {
        if (error instanceof Wrong) told.wrong.push(`${what}: ${error.message}`);
        return error instanceof Wrong ? null : undefined;
      });
      if (result === null) return undefined;
      if (result !== undefined) return result;
      told.retries += 1;
      await sleep(100 + Math.random() * 300);
    }
    told.wrong.push(`${what}: no answer after 400 tries`);
    return undefined;
  };

  const submitOne = async (draft: Draft, i: number) => {
    const send = () => handIn(client, draft, ruleIds, i, port);
    const codes = await Promise.all(i % 4 === 0 ? [untilTold(draft.id, send), untilTold(draft.id, send)] : [untilTold(draft.id, send)]);
    const [first, second] = codes;
    if (first) told.receipts.set(draft.id, first);
    if (first && second && first !== second) told.wrong.push(`${draft.id}: pressed twice, two receipts ${first} and ${second}`);
    if (i % 6 !== 0) return;
    const content = pdfOf(randomBytes(1000 + Math.floor(Math.random() * 60_000)).toString('hex'));
    const id = await untilTold(`a file for ${draft.id}`, () => upload(client, draft.cookie, content, port));
    if (id && id !== 'refused') told.files.set(id, createHash('sha256').update(content).digest('hex'));
  };

  const working = Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (!isStopped && next < drafts.length) {
        const i = next++;
        await submitOne(drafts[i]!, i);
        await sleep(Math.random() * 300);
      }
    }),
  );
  return {
    told,
    isDone: () => next >= drafts.length,
    async stop() {
      isStopped = true;
      await working;
      client.close();
    },
  };
}

/** An answer that no broken process explains. */
class Wrong extends Error {}

function isBroken({ status }: Answer) {
  return status >= 500;
}

async function handIn(client: Client, draft: Draft, ruleIds: string[], i: number, port: number): Promise<string | undefined> {
  const sent = await client.ask(submitAsk(draft, ruleIds, i, port));
  if (isBroken(sent)) return undefined;
  const place = sent.headers.location;
  if (typeof place !== 'string') throw new Wrong(`the submit was answered ${sent.status}: ${sent.body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').slice(0, 300)}`);
  const page = await client.ask({ path: place, headers: { cookie: draft.cookie } });
  if (isBroken(page)) return undefined;
  const code = receipt.exec(page.body)?.[0];
  if (!code) throw new Wrong(`no receipt at ${place} (${page.status})`);
  return code;
}

async function upload(client: Client, cookie: string, content: Buffer, port: number): Promise<string | undefined> {
  const headers = { cookie, origin: `http://127.0.0.1:${port}`, 'tus-resumable': '1.0.0' };
  const name = Buffer.from('意见.pdf').toString('base64');
  const made = await client.ask({ path: '/files/uploads', method: 'POST', headers: { ...headers, 'upload-length': String(content.length), 'upload-metadata': `filename ${name}` } });
  if (made.status === 429) return 'refused';
  if (made.status !== 201 || typeof made.headers.location !== 'string') return undefined;
  const sent = await client.ask({
    path: new URL(made.headers.location, `http://127.0.0.1:${port}`).pathname, method: 'PATCH', body: content.toString('latin1'),
    headers: { ...headers, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
  });
  const id = sent.headers['x-file-id'];
  if ([400, 403, 413, 415].includes(sent.status)) throw new Wrong(`an upload was answered ${sent.status}: ${sent.body.slice(0, 200)}`);
  return sent.status < 300 && typeof id === 'string' ? id : undefined;
}
