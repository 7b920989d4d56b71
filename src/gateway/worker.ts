import {createGateway, type Gateway} from './app.ts';
import {readConfig} from './config.ts';
import {edgeModules, edgeWidget, type Assets} from './edge-widget.ts';
import type {Observer} from './observe.ts';
import {without} from './secret.ts';
import {ConfigError, type Settings} from './settings.ts';

/** What an edge platform gives besides the request. */
interface ExecutionContext {
  waitUntil(work: Promise<unknown>): void;
}

let gateway: Gateway | undefined;

/**
 * The gateway for edge platforms that speak the module syntax of Workers. Its settings are the bindings, named as the
 * environment variables are on Node; where `ASSETS` holds the widget's build, it serves that and the channel page too. Counts and answers are kept in each isolate by itself; the client's address is
 * what the platform says in `CF-Connecting-IP`.
 */
export const worker = {
  /** Answers a request; a wrong configuration answers 500 and is told in the log. */
  async fetch(request: Request, settings: Settings, context: ExecutionContext): Promise<Response> {
    const {ASSETS: assets} = settings as {readonly ASSETS?: Assets};
    try {
      gateway ??= createGateway({
        ...readConfig(settings),
        observer: consoleObserver(settings),
        ...(assets && {channel: {modules: () => edgeModules(assets)}}),
      });
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      say(error.message);
      return new Response(null, {status: 500});
    }
    const file = assets && (await edgeWidget(request, assets));
    if (file) return file;
    return gateway.fetch(request, {
      client: request.headers.get('cf-connecting-ip') ?? '',
      waitUntil: (work) => context.waitUntil(work),
    });
  },
};

/** Tells of failures; that there were requests the platform tells by itself. */
function consoleObserver(settings: Settings): Observer {
  const secrets = Object.entries(settings).flatMap(([name, value]) =>
    /(?:UPSTREAM_KEY(?:_2)?|CHANNEL_TOKEN_SECRET)$/.test(name) && typeof value === 'string'
      ? [value.trim()]
      : [],
  );
  return {
    answered: ({id, route, store, status, cause}) => {
      if (status < 500) return;
      const line = JSON.stringify({
        id,
        route,
        store,
        status,
        cause: cause instanceof Error ? cause.message : undefined,
      });
      say(without(line, secrets, '[secret]'));
    },
    noticed: say,
  };
}

function say(text: string) {
  // eslint-disable-next-line no-console -- The platform's log is the console.
  console.warn(text);
}

// Workers look for this one; everything else here is imported by its name.
export default worker;
