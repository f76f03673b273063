/** 密封: what lies on the phone is only ever this: a nonce and ciphertext. */
export type Sealed = { iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer };

/** 口令的代价: rounds of PBKDF2 for one try of a PIN. */
export const rounds = 600_000;

const random = (bytes: number) => crypto.getRandomValues(new Uint8Array(bytes));
const text = new TextEncoder();

export const newSalt = () => random(16);

/** The key that only opens the box with the real key: slow on purpose. */
async function keyOfPin(pin: string, salt: Uint8Array<ArrayBuffer>, turns: number): Promise<CryptoKey> {
  const typed = await crypto.subtle.importKey('raw', text.encode(pin.normalize('NFKC')), 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: turns }, typed, { name: 'AES-GCM', length: 256 }, false, ['wrapKey', 'unwrapKey'],
  );
}

/** 上锁: a new key for this phone, closed with the PIN. */
export async function closeNewKey(pin: string, salt: Uint8Array<ArrayBuffer>): Promise<{ key: CryptoKey; closed: Sealed }> {
  const fresh = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, true, ['encrypt', 'decrypt']);
  const closed = await closeKey(fresh, pin, salt);
  return { key: await openKey(closed, pin, salt, rounds), closed };
}

/** The same key closed with another PIN. */
export async function closeKey(key: CryptoKey, pin: string, salt: Uint8Array<ArrayBuffer>): Promise<Sealed> {
  const iv = random(12);
  return { iv, data: await crypto.subtle.wrapKey('raw', key, await keyOfPin(pin, salt, rounds), { name: 'AES-GCM', iv }) };
}

/** 开锁: throws when the PIN is wrong. `mayLeave` only while the PIN is being changed. */
export async function openKey(closed: Sealed, pin: string, salt: Uint8Array<ArrayBuffer>, turns: number, mayLeave = false): Promise<CryptoKey> {
  const own = await keyOfPin(pin, salt, turns);
  return crypto.subtle.unwrapKey('raw', closed.data, own, { name: 'AES-GCM', iv: closed.iv }, { name: 'AES-GCM', length: 256 }, mayLeave, ['encrypt', 'decrypt']);
}

/** Seals bytes; `place` binds them to where they lie, so that nothing can be put in another's place. */
export async function sealBytes(key: CryptoKey, place: string, bytes: BufferSource): Promise<Sealed> {
  const iv = random(12);
  return { iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: text.encode(place) }, key, bytes) };
}

export function openBytes(key: CryptoKey, place: string, { iv, data }: Sealed): Promise<ArrayBuffer> {
  return crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: text.encode(place) }, key, data);
}

export function seal(key: CryptoKey, place: string, value: unknown): Promise<Sealed> {
  return sealBytes(key, place, text.encode(JSON.stringify(value)));
}

export async function open<T>(key: CryptoKey, place: string, sealed: Sealed): Promise<T> {
  return JSON.parse(new TextDecoder().decode(await openBytes(key, place, sealed))) as T;
}

/** 指纹: SHA-256 in hex. */
export async function fingerprint(bytes: BufferSource): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
