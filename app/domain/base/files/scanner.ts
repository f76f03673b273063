import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

const piece = 64 * 1024;
const patienceMs = 60_000;

/**
 * 查毒服务: asks a ClamAV daemon (host:port, or the path of its socket) about one content, as a stream of pieces that each
 * begin with their length. Answers the name of what was found, or nothing; a scanner that is away or confused is an error.
 */
export async function findMalware(address: string, content: Buffer): Promise<string | undefined> {
  const socket = connect(placeOf(address));
  socket.setTimeout(patienceMs, () => socket.destroy(new Error('The scanner took too long.')));
  try {
    await once(socket, 'connect');
    const answered = answerOf(socket);
    answered.catch(() => undefined);
    await send(socket, content).catch(() => undefined); // one that has heard enough answers and hangs up
    return findingIn(await answered);
  } finally {
    socket.destroy();
  }
}

function placeOf(address: string) {
  if (address.startsWith('/')) return { path: address };
  const colon = address.lastIndexOf(':');
  return { host: address.slice(0, colon), port: Number(address.slice(colon + 1)) };
}

async function send(socket: Socket, content: Buffer): Promise<void> {
  const write = (bytes: Buffer | string) => new Promise<void>((resolve, reject) => socket.write(bytes, (error) => (error ? reject(error) : resolve())));
  await write('zINSTREAM\0');
  for (let from = 0; from < content.length; from += piece) {
    const part = content.subarray(from, from + piece);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(part.length);
    await write(Buffer.concat([length, part]));
  }
  await write(Buffer.alloc(4));
}

async function answerOf(socket: Socket): Promise<string> {
  let text = '';
  for await (const bytes of socket) {
    text += String(bytes);
    if (text.includes('\0') || text.length > 4096) break;
  }
  return text.split('\0')[0]!.trim();
}

/** stream: OK; stream: Eicar-Signature FOUND; anything else is no verdict. */
function findingIn(answer: string): string | undefined {
  if (answer === 'stream: OK') return undefined;
  const found = /^stream: (.{1,200}) FOUND$/.exec(answer)?.[1];
  if (!found) throw new Error(`The scanner answered: ${answer.slice(0, 200) || 'nothing'}`);
  return found;
}
