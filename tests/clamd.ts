import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

/** The letters every scanner of malware knows as its test; split, so that no scanner minds this file. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** 查毒服务替身: speaks the daemon's protocol over TCP: zINSTREAM, pieces that begin with their length, a verdict. */
export async function startClamd(answer?: string): Promise<{ address: string; asked: () => number; stop: () => Promise<void> }> {
  let asked = 0;
  const server: Server = createServer((socket: Socket) => {
    const came: Buffer[] = [];
    socket.on('error', () => undefined);
    socket.on('data', (bytes: Buffer) => {
      came.push(bytes);
      const content = bytes.at(-1) === 0 ? contentIn(Buffer.concat(came)) : undefined;
      if (!content) return;
      asked += 1;
      socket.end(`${answer ?? (content.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK')}\0`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: () => asked,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** The whole content once its last, empty piece is there. */
function contentIn(bytes: Buffer): Buffer | undefined {
  const command = 'zINSTREAM\0';
  if (bytes.length < command.length || bytes.subarray(0, command.length).toString('latin1') !== command) return undefined;
  const parts: Buffer[] = [];
  for (let at = command.length; at + 4 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts);
    if (at + 4 + length > bytes.length) return undefined;
    parts.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}
