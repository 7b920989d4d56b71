import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {SHOP} from './gateway.ts';

/** A gateway in a process of its own. */
export interface GatewayCommand {
  readonly url: Promise<string>;
  /** Ends it, and gives what it logged. */
  stop(): Promise<string>;
}

/** The command, as an operator starts it. */
export function spawnGateway(settings: Readonly<Record<string, string>>): GatewayCommand {
  const env = {PATH: process.env.PATH ?? '', ALLOWED_ORIGINS: SHOP, PORT: '0', ...settings};
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/gateway/main.ts'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk) => (errors += String(chunk)));
  return {
    url: once(child.stdout, 'data').then(([line]) => /http:\S+/.exec(String(line))?.[0] ?? ''),
    stop: async () => {
      if (child.exitCode === null && child.kill('SIGTERM')) await once(child, 'close');
      return errors;
    },
  };
}
