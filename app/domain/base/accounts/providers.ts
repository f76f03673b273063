import type { Configuration } from 'openid-client';
import { z } from 'zod';
import { isRegionCode } from '#app/domain/base/regions/model.ts';
import { config } from '#app/platform/config.ts';
import { Refusal } from '#app/platform/refusal.ts';

const secureOrHere = (url: string) => url.startsWith('https://') || ['localhost', '127.0.0.1'].includes(new URL(url).hostname);

/** 统一身份: the account system of a province, as the settings name it. It may speak for people of its own region alone. */
const Provider = z.object({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/),
  name: z.string().min(1).max(60),
  nameEn: z.string().min(1).max(60),
  issuer: z.url({ protocol: /^https?$/ }).refine(secureOrHere),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  region: z.string().refine(isRegionCode),
});
export type Provider = z.infer<typeof Provider>;

/** The providers of OIDC_PROVIDERS: a list as JSON; one that cannot be read is told at the start. */
export function providersOf(text: string): Provider[] {
  return z.array(Provider).parse(JSON.parse(text));
}

/** 可用的统一身份: for the buttons of the sign-in page. */
export function listProviders(): Provider[] {
  return providersOf(config().OIDC_PROVIDERS);
}

/** 一个账号系统; one that is not set is refused. */
export function getProvider(id: string): Provider {
  const found = listProviders().find((provider) => provider.id === id);
  if (!found) throw new Refusal('provider-not-found', 404);
  return found;
}

const known = new Map<string, Promise<Configuration>>();

/** What the provider says of itself, asked once; one that could not be reached is asked again. */
export function configurationOf(provider: Provider): Promise<Configuration> {
  const key = `${provider.issuer} ${provider.clientId}`;
  const asked = known.get(key) ?? ask(provider);
  known.set(key, asked);
  return asked.catch((error: unknown) => {
    known.delete(key);
    throw error;
  });
}

async function ask({ issuer, clientId, clientSecret }: Provider): Promise<Configuration> {
  const { allowInsecureRequests, discovery } = await import('openid-client');
  const execute = issuer.startsWith('http:') ? [allowInsecureRequests] : [];
  return discovery(new URL(issuer), clientId, clientSecret, undefined, { execute, timeout: 10 });
}
