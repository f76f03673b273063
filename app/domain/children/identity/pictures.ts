import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { Drawing } from './model.ts';

const derive = promisify<string, Buffer, number, Buffer>(scrypt);

/** 图画密码的散列: salted and slow, for there are only some thousands of rows of drawings. */
export async function hashPictures(pictures: readonly Drawing[]): Promise<string> {
  const salt = randomBytes(16);
  return `${salt.toString('base64url')}.${(await derive(pictures.join(' '), salt, 32)).toString('base64url')}`;
}

/** 图画对不对. */
export async function arePictures(pictures: readonly Drawing[], hash: string): Promise<boolean> {
  const [salt = '', kept = ''] = hash.split('.');
  return timingSafeEqual(await derive(pictures.join(' '), Buffer.from(salt, 'base64url'), 32), Buffer.from(kept, 'base64url'));
}
