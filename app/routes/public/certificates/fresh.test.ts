import { RouterContextProvider } from 'react-router';
import { describe, expect } from 'vitest';
import { decideMeasure } from '#app/domain/pilot/certification/decide-measure.ts';
import { openMeasure } from '#app/domain/pilot/certification/open-measure.ts';
import { type Ctx, ctxKey } from '#app/platform/ctx.ts';
import { aCertificate, office, otherOffice } from '#tests/certificates.ts';
import { ctxOf, test } from '#tests/world.ts';
import { loader as file } from './certificate-file.ts';
import { loader as page } from './certificate.tsx';
import { loader as document } from './issuer-json.ts';
import { loader as keys } from './keys-json.ts';
import { loader as list } from './status-list.ts';
import { action as verify, loader as byNumber } from './verify-certificate.tsx';

function asked(ctx: Ctx, params: Record<string, string>, request = new Request('http://localhost/')) {
  const context = new RouterContextProvider();
  context.set(ctxKey, ctx);
  return { context, params, request } as never;
}

const grounds = '抽查发现材料中的照片不是本社区，属于弄虚作假，情节严重。';
const upload = (content: string, name = 'file') => {
  const body = new FormData();
  body.set(name, new File([content], 'certificate.json'));
  return new Request('http://localhost/verify-certificate', { method: 'POST', body });
};

describe('what everybody fetches about a certificate', () => {
  test('changes with the decision, and nobody keeps a copy for a minute', async ({ db }) => {
    const { id, number } = await aCertificate(db);
    const visitor = ctxOf(db);
    const listNow = async () => list(asked(visitor, { file: 'revocation-0.json' }));
    const before = await (await listNow()).text();
    const measure = await openMeasure(office(db), id, { kind: 'withdraw', to: '', grounds, isInterim: false });
    await decideMeasure(otherOffice(db, new Date('2026-10-20T02:00:00Z')), measure, { outcome: 'taken', reason: '情况属实，撤销证书。' });
    const after = await listNow();
    expect(await after.text()).not.toBe(before);
    const seconds = Number(/max-age=(\d+)/.exec(after.headers.get('cache-control')!)![1]);
    expect(seconds).toBeLessThanOrEqual(60);
    const shown = (await page(asked(visitor, { number }))) as unknown as { data: { standing: string }; init: { headers: Record<string, string> } };
    expect([shown.data.standing, shown.init.headers['Cache-Control']]).toEqual(['withdrawn', 'no-store']);
    const paper = await file(asked(visitor, { number, file: 'certificate.pdf' }));
    expect([paper.status, await paper.text()]).toEqual([410, '证书现在不是有效状态，不提供下载。现状见公开核验页。']);
  });

  test('is open to programs of other sites, and holds no secret', async ({ db }) => {
    const { number } = await aCertificate(db);
    const visitor = ctxOf(db);
    for (const answer of [await document(asked(visitor, {})), await keys(asked(visitor, {})), await list(asked(visitor, { file: 'suspension-0.json' }))]) {
      expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
      expect(await answer.text()).not.toMatch(/sealed|private/i);
    }
    expect((await file(asked(visitor, { number, file: 'credential.json' }))).headers.get('content-type')).toBe('application/vc+ld+json');
    expect((await file(asked(visitor, { number, file: 'secret.json' }))).status).toBe(404);
    expect((await list(asked(visitor, { file: 'revocation-9.json' }))).status).toBe(404);
  });

  test('is looked up by a plain form: a number leads on, a wrong one and a file that is none come back with a sentence', async ({ db }) => {
    const { number } = await aCertificate(db);
    const visitor = ctxOf(db);
    const to = (typed: string) => asked(visitor, {}, new Request(`http://localhost/verify-certificate?number=${encodeURIComponent(typed)}`));
    expect(() => byNumber(to(number.toLowerCase()))).toThrow(expect.objectContaining({ status: 302 }) as Error);
    expect(byNumber(to('TY2026-99999-99'))).toEqual({ typed: 'TY2026-99999-99', isWrong: true, isLarge: false });
    const answers = [upload('not a certificate'), upload('x', 'other'), upload('x'.repeat(1_600_000)), new Request('http://localhost/', { method: 'POST', body: 'nothing' })];
    const codes: unknown[] = [];
    for (const request of answers) codes.push(((await verify(asked(visitor, {}, request))) as unknown as { data: { refusal: string } }).data.refusal);
    expect(codes).toEqual(['certificate-file-none', 'document-missing', 'certificate-file-large', 'document-missing']);
  });
});
