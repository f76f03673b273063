import { describe, expect, test } from 'vitest';
import { readConfig } from './config.ts';

describe('the settings of the files', () => {
  test('are the disk and no scanner by default', () => {
    expect(readConfig({})).toMatchObject({ FILES_DIR: 'var/files', FILES_S3_REGION: 'us-east-1' });
    expect([readConfig({}).FILES_S3_BUCKET, readConfig({}).CLAMAV_ADDRESS]).toEqual([undefined, undefined]);
  });

  test('ask for the key with the bucket, in one sentence each', () => {
    expect(() => readConfig({ FILES_S3_BUCKET: 'tongyou-files' })).toThrow(/FILES_S3_KEY is needed\n.*FILES_S3_SECRET is needed/);
    expect(readConfig({ FILES_S3_BUCKET: 'tongyou-files', FILES_S3_KEY: 'k', FILES_S3_SECRET: 's' })).toMatchObject({ FILES_S3_BUCKET: 'tongyou-files' });
  });

  test.each([
    ['FILES_S3_BUCKET', 'Our Files'],
    ['FILES_S3_ENDPOINT', 's3.example.cn'],
    ['CLAMAV_ADDRESS', 'localhost'],
    ['CLAMAV_ADDRESS', 'tcp://localhost:3310'],
  ])('%s is not %s', (name, value) => {
    expect(() => readConfig({ FILES_S3_KEY: 'k', FILES_S3_SECRET: 's', [name]: value })).toThrow(`${name} must be`);
  });

  test.each(['127.0.0.1:3310', 'clamav.internal:3310', '/run/clamav/clamd.ctl'])('the scanner may stand at %s', (address) => {
    expect(readConfig({ CLAMAV_ADDRESS: address }).CLAMAV_ADDRESS).toBe(address);
  });
});
