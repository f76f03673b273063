import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { config } from '#app/platform/config.ts';
import { diskStore } from './store-on-disk.ts';

/** A piece of a content, both ends included. */
export type Range = { start: number; end: number };

/** 存储: where contents lie by their SHA-256: the disk of this machine, or an S3 bucket by setting. */
export type Store = {
  write: (key: string, content: Buffer) => Promise<void>;
  sizeOf: (key: string) => Promise<number | undefined>;
  read: (key: string, range?: Range) => Promise<Readable>;
  remove: (key: string) => Promise<void>;
};

let bucket: Promise<Store> | undefined;

async function store(): Promise<Store> {
  const { FILES_S3_BUCKET: name } = config();
  if (!name) return diskStore;
  return (bucket ??= import('./store-in-s3.ts').then(({ openS3Store }) => openS3Store({ ...config(), FILES_S3_BUCKET: name })));
}

/** 存放: content lies under its SHA-256, so equal content lies there once; a store that takes nothing is told as what it is. */
export async function place(content: Buffer): Promise<string> {
  const key = createHash('sha256').update(content).digest('hex');
  await (await store()).write(key, content);
  return key;
}

/** 大小 in bytes; nothing when the content is not there. */
export async function sizeOf(key: string): Promise<number | undefined> {
  return (await store()).sizeOf(key);
}

/** 读出: the content, whole or a piece of it, as a stream. */
export async function readStored(key: string, range?: Range): Promise<Readable> {
  return (await store()).read(key, range);
}

/** 移走: the content is gone for good; nothing happens when it is not there. */
export async function removeStored(key: string): Promise<void> {
  await (await store()).remove(key);
}

/** The same, whole and in memory. */
export async function readWhole(key: string): Promise<Buffer> {
  return buffer(await readStored(key));
}
