import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export type Mail = { to: string[]; raw: string };

/** 收信的邮件服务器: a real one on a port of its own; `refuse` answers a recipient with a code, `before` waits or breaks before a mail is taken. */
export async function aMailServer(answers: { refuse?: (to: string) => number | undefined; before?: () => Promise<void> | void } = {}) {
  const mails: Mail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    closeTimeout: 20,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo({ address }, _session, done) {
      const code = answers.refuse?.(address);
      done(code ? Object.assign(new Error('no'), { responseCode: code }) : null);
    },
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', async () => {
        mails.push({ to: session.envelope.rcptTo.map((each) => each.address), raw: Buffer.concat(parts).toString() });
        await answers.before?.();
        done();
      });
    },
  });
  server.on('error', () => undefined);
  const listening = server.listen(0, '127.0.0.1');
  await new Promise((resolve) => listening.once('listening', resolve));
  const { port } = listening.address() as AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, mails, close: () => new Promise<void>((resolve) => server.close(() => resolve())) };
}

export type Posted = { key: string; authorization: string; body: { key: string; to: string; text: string; kind: string; params: object } };

/** 收信的网关: a real HTTP server; `answer` gives the status, 'silence' to break off after having read everything, or 'never' to leave the asker waiting. */
export async function aGateway(answer: (posted: Posted) => number | 'silence' | 'never' = () => 200) {
  const posts: Posted[] = [];
  const server: Server = createServer(async (request, response) => {
    let text = '';
    for await (const part of request) text += String(part);
    const posted: Posted = { key: String(request.headers['idempotency-key']), authorization: request.headers.authorization ?? '', body: JSON.parse(text) as Posted['body'] };
    posts.push(posted);
    const status = answer(posted);
    if (status === 'never') return;
    if (status === 'silence') request.socket.destroy();
    else response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify({ id: `sms-${posts.length}` }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${port}/send`, posts, close };
}

/** A port where nobody answers. */
export async function nowhere(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
