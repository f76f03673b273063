import { randomBytes } from 'node:crypto';

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 查询码: sixty random bits in letters that nobody confuses on the telephone. */
export function newCode(): string {
  return inFours([...randomBytes(12)].map((byte) => letters[byte % 32]).join(''));
}

/** As people type it: without dashes, small letters, O for 0 and I or L for 1. */
export function tidyCode(code: string): string {
  return inFours(code.normalize('NFKC').toUpperCase().replace(/[^0-9A-Z]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1').slice(0, 12));
}

function inFours(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4, 8)}-${code.slice(8)}`;
}
