import { z } from 'zod';

const postgresAddress = /^postgres(ql)?:\/\//;

const Settings = z.object({
  PORT: z.coerce.number().int().min(1).max(65535).default(3000),
  DATABASE_URL: z.string().regex(postgresAddress).optional(),
  DATABASE_APP_URL: z.string().regex(postgresAddress).optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRUST_PROXY: z.enum(['yes', 'no']).default('no'),
  AUTH_SECRET: z.string().min(32).optional(),
  DATABASE_DIR: z.string().default('var/postgres'),
  FILES_DIR: z.string().default('var/files'),
  FILES_S3_BUCKET: z.string().regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/).optional(),
  FILES_S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  FILES_S3_REGION: z.string().default('us-east-1'),
  FILES_S3_KEY: z.string().optional(),
  FILES_S3_SECRET: z.string().optional(),
  CLAMAV_ADDRESS: z.string().regex(/^(\/\S+|[^\s:/]+:\d{1,5})$/).optional(),
  AUTH_SECRET_OLD: z.string().transform((text) => text.split(',').map((one) => one.trim())).pipe(z.array(z.string().min(32))).optional(),
  ERASURES_FILE: z.string().default(''),
  BACKUP_KEY: z.string().min(20).optional(),
  METRICS_TOKEN: z.string().min(16).optional(),
  LOG_DIR: z.string().default(''),
  SECURITY_LOG_DIR: z.string().default(''),
  LOG_DAYS: z.coerce.number().int().min(183).default(200),
  WORKER: z.enum(['inside', 'separate']).default('inside'),
  DEMO: z.enum(['yes', 'no']).default('no'),
  SMTP_URL: z.string().regex(/^smtps?:\/\/[^\s]+$/).refine(URL.canParse).optional(),
  SMTP_SECOND_URL: z.string().regex(/^smtps?:\/\/[^\s]+$/).refine(URL.canParse).optional(),
  MAIL_FROM: z.string().regex(/^[^\r\n]*@[^\r\n]+$/).default('tongyou@localhost'),
  SMS_URL: z.url({ protocol: /^https?$/ }).optional(),
  SMS_TOKEN: z.string().default(''),
  SMS_SECOND_URL: z.url({ protocol: /^https?$/ }).optional(),
  SMS_SECOND_TOKEN: z.string().default(''),
  WECHAT_URL: z.url({ protocol: /^https?$/ }).optional(),
  WECHAT_TOKEN: z.string().default(''),
  NOTIFY_FILES: z.enum(['yes', 'no', 'demo']).default('demo'),
  NOTIFY_DIR: z.string().default('var/outbound'),
  OIDC_PROVIDERS: z.string().default('[]'),
  WEBHOOK_PRIVATE: z.enum(['yes', 'no']).default('no'),
  MAP_APPROVAL_NUMBER: z.string().default(''),
  MAP_BOUNDARIES_FILE: z.string().default(''),
  MAP_TILES_URL: z.string().regex(/^https?:\/\/[^\s;,'"]+$/).refine((url) => ['{z}', '{x}', '{y}'].every((part) => url.includes(part))).optional(),
  MAP_TILES_DATUM: z.enum(['wgs84', 'gcj02']).default('wgs84'),
  MAP_TILES_CREDIT: z.string().max(200).default(''),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
}).superRefine((given, check) => {
  if (!given.FILES_S3_BUCKET) return;
  for (const name of ['FILES_S3_KEY', 'FILES_S3_SECRET'] as const) if (!given[name]) check.addIssue({ code: 'custom', path: [name] });
});
export type Config = z.infer<typeof Settings>;

const advice: Record<string, string> = {
  PORT: 'PORT 应为 1–65535 的数字 · PORT must be a number from 1 to 65535',
  DATABASE_URL: 'DATABASE_URL 应为 postgres://用户:口令@主机:端口/数据库 · DATABASE_URL must be postgres://user:password@host:port/database',
  DATABASE_APP_URL: 'DATABASE_APP_URL 应为 postgres://tongyou_app:口令@主机:端口/数据库 · DATABASE_APP_URL must be postgres://tongyou_app:password@host:port/database',
  PUBLIC_URL: 'PUBLIC_URL 应为完整网址，如 https://tongyou.example · PUBLIC_URL must be a full address such as https://tongyou.example',
  AUTH_SECRET: 'AUTH_SECRET 至少 32 个字符 · AUTH_SECRET needs at least 32 characters',
  AUTH_SECRET_OLD: 'AUTH_SECRET_OLD 是以前的 AUTH_SECRET，每个至少 32 个字符，用逗号隔开 · AUTH_SECRET_OLD holds earlier values of AUTH_SECRET, at least 32 characters each, parted by commas',
  BACKUP_KEY: 'BACKUP_KEY 至少 20 个字符 · BACKUP_KEY needs at least 20 characters',
  METRICS_TOKEN: 'METRICS_TOKEN 至少 16 个字符 · METRICS_TOKEN needs at least 16 characters',
  LOG_DAYS: 'LOG_DAYS 至少 183：网络日志依法留存不少于六个月 · LOG_DAYS is at least 183: the law asks for logs of six months and more',
  TRUST_PROXY: 'TRUST_PROXY 应为 yes 或 no · TRUST_PROXY must be yes or no',
  WEBHOOK_PRIVATE: 'WEBHOOK_PRIVATE 应为 yes 或 no · WEBHOOK_PRIVATE must be yes or no',
  SMTP_URL: 'SMTP_URL 应为 smtp://用户:口令@主机:端口 或 smtps://… · SMTP_URL must be smtp://user:password@host:port or smtps://…',
  SMTP_SECOND_URL: 'SMTP_SECOND_URL 应为 smtp://用户:口令@主机:端口 或 smtps://… · SMTP_SECOND_URL must be smtp://user:password@host:port or smtps://…',
  MAIL_FROM: 'MAIL_FROM 应为发件人，如 童友 <tongyou@example.cn> · MAIL_FROM must be a sender such as Tongyou <tongyou@example.cn>',
  SMS_URL: 'SMS_URL 应为短信网关的完整网址 · SMS_URL must be the full address of a gateway for text messages',
  SMS_SECOND_URL: 'SMS_SECOND_URL 应为短信网关的完整网址 · SMS_SECOND_URL must be the full address of a gateway for text messages',
  WECHAT_URL: 'WECHAT_URL 应为微信网关的完整网址 · WECHAT_URL must be the full address of a gateway for WeChat',
  NOTIFY_FILES: 'NOTIFY_FILES 应为 yes、no 或 demo · NOTIFY_FILES must be yes, no or demo',
  FILES_S3_BUCKET: 'FILES_S3_BUCKET 应为 S3 存储桶名，如 tongyou-files · FILES_S3_BUCKET must be the name of an S3 bucket such as tongyou-files',
  FILES_S3_ENDPOINT: 'FILES_S3_ENDPOINT 应为 S3 服务的网址，如 https://s3.example.cn · FILES_S3_ENDPOINT must be the address of the S3 service such as https://s3.example.cn',
  FILES_S3_KEY: '设置了 FILES_S3_BUCKET，还要设置 FILES_S3_KEY · with FILES_S3_BUCKET, FILES_S3_KEY is needed',
  FILES_S3_SECRET: '设置了 FILES_S3_BUCKET，还要设置 FILES_S3_SECRET · with FILES_S3_BUCKET, FILES_S3_SECRET is needed',
  CLAMAV_ADDRESS: 'CLAMAV_ADDRESS 应为 主机:端口 或套接字路径，如 127.0.0.1:3310 · CLAMAV_ADDRESS must be host:port or the path of a socket, such as 127.0.0.1:3310',
  WORKER: 'WORKER 应为 inside 或 separate · WORKER must be inside or separate',
  DEMO: 'DEMO 应为 yes 或 no · DEMO must be yes or no',
  MAP_TILES_URL: 'MAP_TILES_URL 应为含 {z}、{x}、{y} 的瓦片网址，如 https://tiles.example.cn/{z}/{x}/{y}.png · MAP_TILES_URL must be the address of tiles with {z}, {x} and {y} in it',
  MAP_TILES_DATUM: 'MAP_TILES_DATUM 应为 wgs84 或 gcj02 · MAP_TILES_DATUM must be wgs84 or gcj02',
  LOG_LEVEL: 'LOG_LEVEL 应为 debug、info、warn、error 或 silent · LOG_LEVEL must be debug, info, warn, error or silent',
};

/** 设置: read once from the environment; a wrong one is told in one sentence. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = Settings.safeParse(given);
  if (parsed.success) return parsed.data;
  const names = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))];
  throw new Error(names.map((name) => advice[name] ?? `${name} 的值无效 · ${name} is not valid`).join('\n'));
}

let current: Config | undefined;

/** The settings of this process. */
export function config(): Config {
  current ??= readConfig(process.env);
  return current;
}
