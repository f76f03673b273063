import { describe, expect } from 'vitest';
import { rendered, wordsOf } from '#tests/rendered.tsx';
import { ctxOf, test } from '#tests/world.ts';
import { ChildFailure } from './child-failure.tsx';

const failed = (status: number, refusal?: string, isHere = false) => ({
  loader: () => null,
  default: () => <ChildFailure error={{ status, statusText: '', internal: false, data: refusal ? { refusal } : null }} isHere={isHere} />,
});
const linksOf = (html: string) => [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href);

describe('a children’s page that does not open', () => {
  test('leads on among the children’s pages, never to the grown-ups’', async ({ db }) => {
    const lost = await rendered(failed(404), ctxOf(db), '/child/nothing');
    expect([linksOf(lost), wordsOf(lost)]).toEqual([['/child'], expect.stringContaining('没有找到这一页')]);
    expect(linksOf(await rendered(failed(410, 'plate-again'), ctxOf(db), '/child/said/old'))).toEqual(['/child/said', '/child']);
    expect(linksOf(await rendered(failed(403, 'child-needed'), ctxOf(db), '/child/council/sessions/1'))).toEqual(['/child/enter', '/child']);
    expect(linksOf(await rendered(failed(403, 'child-needed', true), ctxOf(db), '/child/council/sessions/1'))).toEqual(['/child']);
  });
});
