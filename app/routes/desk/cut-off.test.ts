import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

type Page = { clientAction?: (args: { serverAction: () => Promise<never> }) => Promise<unknown> };

const isForm = (path: string) => /^export (async )?function action\(/m.test(readFileSync(path, 'utf8'));
const pages = globSync('app/routes/desk/**/*.tsx').filter(isForm);

test.each(pages)('%s keeps what was typed when the line is cut', async (path) => {
  const { clientAction } = (await import(/* @vite-ignore */ resolve(path))) as Page;
  const answered = await clientAction!({ serverAction: () => Promise.reject(new TypeError('Failed to fetch')) });
  expect(answered).toMatchObject({ data: { refusal: 'cut-off' }, init: { status: 503 } });
});
