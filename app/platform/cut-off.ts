import { data } from 'react-router';
import type { Problem } from './http.ts';

/** 断网: what could not be sent goes back to its form with what was typed, where a page that failed would have taken it away. */
export async function orCutOff<R>(send: () => Promise<R>) {
  try {
    return await send();
  } catch (error) {
    if (error instanceof TypeError) return data<Problem>({ refusal: 'cut-off' }, 503); // how browsers say that nothing was sent, or that no answer came
    throw error;
  }
}

/** Without a line there is nothing to be read anew; asking would take the page away too. */
export const isCutOff = (answered: unknown): boolean => (answered as Problem | undefined)?.refusal === 'cut-off';
