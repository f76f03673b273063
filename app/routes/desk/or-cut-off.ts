import { data } from 'react-router';
import type { Problem } from '#app/platform/http.ts';

/** 断网: what could not be sent goes back to its form with what was typed, where a page that failed would have taken it away. */
export async function orCutOff<R>(send: () => Promise<R>) {
  try {
    return await send();
  } catch (error) {
    if (error instanceof TypeError) return data<Problem>({ refusal: 'cut-off' }, 503); // how browsers say that nothing was sent
    throw error;
  }
}
