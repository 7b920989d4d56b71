import {connect} from 'node:net';

/** An answer as it came over the wire. */
export interface RawAnswer {
  /** 0 where the connection was closed without one. */
  readonly status: number;
  readonly text: string;
}

/** Sends bytes, one to a character, as they are, and reads until the other side closes or falls silent. */
export function exchange(url: string, bytes: string, patience = 1000): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    let text = '';
    const end = () => {
      socket.destroy();
      resolve({status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0), text});
    };
    socket.setTimeout(patience, end);
    socket.on('data', (chunk) => (text += chunk.toString('latin1')));
    socket.on('error', end);
    socket.on('close', end);
    socket.write(Buffer.from(bytes, 'latin1'));
  });
}

/** A request with this request line, and whatever headers follow. */
export const requestOf = (line: string, ...headers: readonly string[]) =>
  `${[line, 'Host: gateway.example', 'Connection: close', ...headers].join('\r\n')}\r\n\r\n`;
