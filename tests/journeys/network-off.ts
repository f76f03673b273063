import { Socket } from 'node:net';

/** 断网: loaded before a server, it lets it and the processes it forks reach this machine alone. Whatever else is called fails as it does where there is no network, and is told on the error output. */
const isHere = (host: string) => ['localhost', '::1', '[::1]'].includes(host) || host.startsWith('127.');
const { connect } = Socket.prototype;

Socket.prototype.connect = function (this: Socket, ...given: unknown[]) {
  const [first] = given.flat() as unknown[];
  const to = typeof first === 'object' && first !== null ? (first as { host?: string; path?: string }) : {};
  const host = to.host ?? (typeof given[1] === 'string' ? given[1] : 'localhost');
  if (to.path !== undefined || typeof first === 'string' || isHere(host)) return Reflect.apply(connect, this, given) as Socket;
  process.stderr.write(`network off, yet called: ${host}\n`);
  return this.destroy(Object.assign(new Error(`ENETUNREACH ${host}`), { code: 'ENETUNREACH' }));
} as typeof connect;
