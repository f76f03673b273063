/** The account system of a province in our tests; its package brings no types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export default class OidcServer {
    constructor(issuer: string, settings: object);
    callback(): (asked: IncomingMessage, answer: ServerResponse) => Promise<void>;
    use(step: (ctx: any, next: () => Promise<void>) => Promise<void>): void;
    interactionFinished(asked: IncomingMessage, answer: ServerResponse, result: object, options: object): Promise<void>;
  }
}
