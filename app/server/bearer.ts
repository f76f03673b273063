import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether a request carries this token, told apart in constant time. */
export function isBearer(header: string | undefined, token: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(header ?? ''), hash(`Bearer ${token}`));
}
