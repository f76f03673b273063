import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { DeleteObjectCommand, GetObjectCommand, HeadObjectCommand, PutObjectCommand, S3Client, type S3ServiceException } from '@aws-sdk/client-s3';
import type { Config } from '#app/platform/config.ts';
import { log } from '#app/platform/log.ts';
import { Refusal } from '#app/platform/refusal.ts';
import type { Range, Store } from './storage.ts';

type Settings = Pick<Config, 'FILES_S3_ENDPOINT' | 'FILES_S3_REGION' | 'FILES_S3_KEY' | 'FILES_S3_SECRET'> & { FILES_S3_BUCKET: string };

/**
 * S3 存储桶: keys are hexadecimal. What was put is read back and hashed before anybody is told that it is kept: servers
 * differ in how they take checksums, and one that keeps other bytes must not go unnoticed.
 */
export function openS3Store(settings: Settings): Store {
  const { FILES_S3_BUCKET: Bucket, FILES_S3_ENDPOINT: endpoint } = settings;
  const client = new S3Client({
    region: settings.FILES_S3_REGION,
    credentials: { accessKeyId: settings.FILES_S3_KEY ?? '', secretAccessKey: settings.FILES_S3_SECRET ?? '' },
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 5000, requestTimeout: 60_000 },
  });
  const at = (key: string) => ({ Bucket, Key: `${key.slice(0, 2)}/${key.slice(2, 4)}/${key}` });

  const read = async (key: string, range?: Range): Promise<Readable> => {
    const asked = range ? { Range: `bytes=${range.start}-${range.end}` } : {};
    return (await client.send(new GetObjectCommand({ ...at(key), ...asked }))).Body as Readable;
  };

  return {
    write: (key, content) =>
      told('file-disk-refuses', 507, async () => {
        if ((await hashOf(read, key)) === key) return;
        await client.send(new PutObjectCommand({ ...at(key), Body: content, ContentLength: content.length, ContentType: 'application/octet-stream' }));
        if ((await hashOf(read, key)) !== key) throw new Error(`The S3 server keeps other bytes under ${key} than it was given.`);
      }),
    sizeOf: (key) =>
      told('file-store-away', 503, async () => {
        const found = await client.send(new HeadObjectCommand(at(key))).catch(absent);
        return found?.ContentLength;
      }),
    read: (key, range) => told('file-store-away', 503, () => read(key, range)),
    remove: (key) => told('file-store-away', 503, async () => void (await client.send(new DeleteObjectCommand(at(key))))),
  };
}

async function hashOf(read: Store['read'], key: string): Promise<string | undefined> {
  const body = await read(key).catch(absent);
  if (!body) return undefined;
  const hash = createHash('sha256');
  for await (const piece of body) hash.update(piece as Buffer);
  return hash.digest('hex');
}

function absent(error: S3ServiceException): undefined {
  if (error.$metadata?.httpStatusCode !== 404) throw error;
}

/** A store that does not answer is no bug of ours: the person is told, the operator finds it in the log. */
async function told<R>(code: string, status: number, ask: () => Promise<R>): Promise<R> {
  try {
    return await ask();
  } catch (error) {
    log().error({ err: error }, 'the S3 store of the uploaded files fails');
    throw new Refusal(code, status);
  }
}
