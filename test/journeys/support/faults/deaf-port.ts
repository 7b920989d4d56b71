import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {connect, type Socket} from 'node:net';
import {setTimeout as pause} from 'node:timers/promises';

/** What does not connect within so long, in ms, never will: on the loopback, others take less than one. */
const AT_ONCE = 250;

/** Listens and is told to sleep; the system itself then takes connections until as many wait as may. */
const LISTENER = (port: number) =>
  `require('node:net').createServer().listen({port: ${port}, host: '127.0.0.1', backlog: 1}, () => console.log('listening'))`;

/**
 * Has every connection to a port of the loopback hang: one that is neither taken nor refused, as by a firewall that drops what it
 * does not like. Resolves when it is so, with what ends it.
 */
export async function deafen(port: number): Promise<() => Promise<void>> {
  const listener = spawn(process.execPath, ['--eval', LISTENER(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const kill = () => void listener.kill('SIGKILL');
  process.once('exit', kill);
  const waiting: Socket[] = [];
  await once(listener.stdout, 'data');
  listener.kill('SIGSTOP');
  for (let isTaken = true; isTaken;) {
    const socket = connect(port, '127.0.0.1').on('error', () => {});
    waiting.push(socket);
    isTaken = await Promise.race([once(socket, 'connect').then(() => true), pause(AT_ONCE, false)]);
  }
  return async () => {
    process.off('exit', kill);
    const ended = once(listener, 'exit');
    kill();
    for (const socket of waiting) socket.destroy();
    await ended;
  };
}
