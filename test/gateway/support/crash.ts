import '../../../src/gateway/main.ts';

// A fault that nobody foresaw, with the worst of messages.
setTimeout(() => {
  throw new Error(`the key is ${process.env.UPSTREAM_KEY}`);
}, 200);
