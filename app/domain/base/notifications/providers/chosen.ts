import path from 'node:path';
import { type Config, config } from '#app/platform/config.ts';
import { fileSink } from './file-sink.ts';
import { gatewayProvider } from './http-gateway.ts';
import type { Provider } from './provider.ts';
import { smtpProvider } from './smtp.ts';

type Ways = { email: readonly Provider[]; sms: readonly Provider[]; wechat: readonly Provider[] };

/** 按设置选服务商: for each channel the first and the second one; without a setting letters go to files or the channel is closed. */
export function providersFrom(settings: Config): Ways {
  const sink = (channel: string): Provider[] => (writesToFiles(settings) ? [fileSink(channel, sinkFolder(settings))] : []);
  const orSink = (channel: string, set: Provider[]) => (set.length > 0 ? set : sink(channel));
  const gateways = (pairs: [url: string | undefined, token: string][]) =>
    pairs.flatMap(([url, token]) => (url ? [gatewayProvider(new URL(url).host, url, token)] : []));
  const { SMTP_URL, SMTP_SECOND_URL, MAIL_FROM, SMS_URL, SMS_TOKEN, SMS_SECOND_URL, SMS_SECOND_TOKEN, WECHAT_URL, WECHAT_TOKEN } = settings;
  return {
    email: orSink('email', [SMTP_URL, SMTP_SECOND_URL].flatMap((url) => (url ? [smtpProvider(new URL(url).host, url, MAIL_FROM)] : []))),
    sms: orSink('sms', gateways([[SMS_URL, SMS_TOKEN], [SMS_SECOND_URL, SMS_SECOND_TOKEN]])),
    wechat: orSink('wechat', gateways([[WECHAT_URL, WECHAT_TOKEN]])),
  };
}

const writesToFiles = ({ NOTIFY_FILES, DEMO }: Config) => NOTIFY_FILES === 'yes' || (NOTIFY_FILES === 'demo' && DEMO === 'yes');

/** Where letters lie that are written to files. */
export const sinkFolder = ({ NOTIFY_DIR }: Config): string => path.resolve(NOTIFY_DIR);

let current: Ways | undefined;

/** The providers of this process. */
export function providers(): Ways {
  current ??= providersFrom(config());
  return current;
}
