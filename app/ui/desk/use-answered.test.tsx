import { useState } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { useAnswered } from './use-answered.ts';

/** One page that is answered again and again. */
function Page({ answers, say }: { answers: readonly unknown[]; say: (shown: unknown) => void }) {
  const [at, setAt] = useState(0);
  const shown = useAnswered(answers[at]);
  if (at < answers.length - 1) setAt(at + 1);
  else say(shown);
  return null;
}

function afterAll(...answers: unknown[]): unknown {
  let last: unknown;
  renderToString(<Page answers={answers} say={(shown) => { last = shown; }} />);
  return last;
}

test('what was looked at stays when keeping it is cut off, also twice; any other answer takes its place', () => {
  const [looked, cut] = [{ preview: [1, 2], given: { source: '统计局' } }, { refusal: 'cut-off' }];
  expect(afterAll(undefined, looked, cut)).toEqual({ ...looked, ...cut });
  expect(afterAll(undefined, looked, cut, cut)).toEqual({ ...looked, ...cut });
  expect(afterAll(looked, cut, { refusal: 'edition-exists' })).toEqual({ refusal: 'edition-exists' });
  expect(afterAll(undefined, cut)).toEqual(cut);
  expect(afterAll(looked, undefined)).toBeUndefined();
});
