import { useState } from 'react';
import { isCutOff } from '#app/platform/cut-off.ts';

/** 断网以前的回答: what was looked at before it is kept stays on the page when keeping it was cut off, with the sentence that says so. */
export function useAnswered<T>(answered: T): T {
  const [last, setLast] = useState(answered);
  if (!isCutOff(answered)) {
    if (answered !== last) setLast(answered);
    return answered;
  }
  return { ...last, ...answered };
}
