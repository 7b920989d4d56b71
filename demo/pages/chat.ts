import {Hono, type MiddlewareHandler} from 'hono';
import {bodyLimit} from 'hono/body-limit';
import * as v from 'valibot';

/** The channels of the demo's community that hold messages. */
export const CHANNELS = ['welcome', 'trail-talk', 'gear-swap'] as const;

type Channel = (typeof CHANNELS)[number];

/** What somebody wrote, or the name of a reward that they redeemed. */
export type Message = {
  readonly by: string;
  /** Epoch ms. */
  readonly at: number;
} & ({readonly text: string} | {readonly redeemed: string});

/** So many of the last messages are kept of each channel, as long as the demo runs. */
const KEPT = 100;

const MINUTE = 60_000;

/** What was said before anybody came: who, how many minutes ago, and what. */
const SAID: Readonly<Record<Channel, readonly (readonly [by: string, minutes: number, text: string])[]>> = {
  welcome: [
    ['Noor', 2_900, 'Welcome to Northwind Hikers! Say hello, and tell us where you walk.'],
    ['Mateo', 180, 'Hello from the coast path. Three weeks of fog, and I would not swap it.'],
    ['Yuki', 55, 'こんにちは！週末は北の尾根に行きます。'],
  ],
  'trail-talk': [
    ['Ines', 64, 'Anybody at Heron Lake today? Is the east bank dry?'],
    ['Mateo', 58, 'Dry as far as the second bridge. Boots after that.'],
    ['Ines', 57, 'Thank you! Then it is boots.'],
    ['Priya', 21, 'New waymarks on the north ridge are up. Forty planks, zero blisters. Well, two.'],
    ['Omar', 9, 'Lantern walk on Wednesday: bring one light more than you think you need.'],
  ],
  'gear-swap': [
    ['Sam', 400, 'One three-season tent, seen five seasons, looking for a sixth.'],
    ['Priya', 90, 'Trekking poles, one pair, slightly opinionated. Free.'],
  ],
};

const sent = v.union([
  v.object({text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500))}),
  v.object({redeemed: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200))}),
]);

/**
 * The chat of the demo's community, kept in memory: what a channel holds, and a further message of the member who is signed in.
 *
 * @param name - What that member is called.
 * @param guard - Keeps pages of others out.
 */
export function chatRoutes(name: string, guard: MiddlewareHandler): Hono {
  const now = Date.now();
  const chat = new Map<string, Message[]>(
    CHANNELS.map((channel) => [
      channel,
      SAID[channel].map(([by, minutes, text]) => ({by, at: now - minutes * MINUTE, text})),
    ]),
  );
  const app = new Hono();
  app.use('/chat/*', guard, bodyLimit({maxSize: 4096}));
  app.get('/chat/:channel', (c) => {
    const messages = chat.get(c.req.param('channel'));
    return messages ? c.json(messages) : c.json({error: 'There is no such channel.'}, 404);
  });
  app.post('/chat/:channel', async (c) => {
    const messages = chat.get(c.req.param('channel'));
    if (!messages) return c.json({error: 'There is no such channel.'}, 404);
    const message = v.safeParse(sent, await c.req.json().catch(() => undefined));
    if (!message.success) return c.json({error: 'Send a text, or what was redeemed.'}, 400);
    messages.push({by: name, at: Date.now(), ...message.output});
    messages.splice(0, messages.length - KEPT);
    return c.json(messages.at(-1), 201);
  });
  return app;
}
