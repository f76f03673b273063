import { z } from 'zod';

const content = { file: z.string(), bytes: z.number(), sha256: z.string() };

/** 备份清单: what a backup holds, with the hash of everything in it. */
export const List = z.object({
  kind: z.literal('tongyou-backup'),
  version: z.literal(1),
  madeAt: z.string(),
  migrations: z.array(z.number()),
  isEncrypted: z.boolean(),
  salt: z.string(),
  tables: z.array(z.object({ schema: z.string(), name: z.string(), columns: z.array(z.string()), rows: z.number(), lines: z.string(), ...content })),
  files: z.array(z.object({ key: z.string(), ...content })),
  missing: z.array(z.string()),
});
export type List = z.infer<typeof List>;

export const listName = 'list.json';
export const signatureName = 'list.signature';
