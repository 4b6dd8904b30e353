// Durable handlers as Restate's SDK has them, for the benchmark: each answers with what it gets.
import http2 from "node:http2";

// The SDK asks for Node 22 in this one place.
Promise.withResolvers ??= function () {
  let resolve, reject;
  const promise = new Promise((kept, broken) => {
    resolve = kept;
    reject = broken;
  });
  return { promise, resolve, reject };
};

const restate = await import("@restatedev/restate-sdk");

const bench = restate.service({
  name: "bench",
  handlers: {
    // The invocation and its result are durable, and nothing between.
    plain: async (_, reading) => reading,
    one: async (context, reading) => context.run("echo", () => reading),
    three: async (context, reading) => {
      const first = await context.run("first", () => reading);
      const second = await context.run("second", () => first);
      return context.run("third", () => second);
    },
  },
});

http2
  .createServer(restate.createEndpointHandler({ services: [bench] }))
  .listen(Number(process.argv[2]), "127.0.0.1");
