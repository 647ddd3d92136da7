import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** What becomes of what one side has sent: it goes on, is swallowed with all that follows, or ends the connection. */
export type Verdict = 'pass' | 'swallow' | 'cut';

/** Decides over each piece that passes. */
export type Rule = (from: 'client' | 'server', bytes: Buffer) => Verdict;

/** A line between a client and a server that can be made to fail. */
export interface TcpProxy {
  readonly port: number;
  /** Connections that are open now. */
  readonly open: () => number;
  /** Decides over everything that passes from now on, on old connections too; null lets all of it pass. */
  judge(rule: Rule | null): void;
  /** Keeps every piece this many milliseconds before it goes on. */
  delay(ms: number): void;
  /** Breaks all connections, without a farewell. */
  cut(): void;
  /** Cuts, and takes no connection until it is mended. */
  refuse(): Promise<void>;
  /** Takes connections again and lets everything pass at once. What was swallowed stays so. */
  mend(): Promise<void>;
  close(): Promise<void>;
}

/** Listens on a free port and hands everything on to this one. */
export async function startTcpProxy(target: {
  readonly host: string;
  readonly port: number;
}): Promise<TcpProxy> {
  const lines = new Set<() => void>();
  let rule: Rule | null = null;
  let delayMs = 0;
  const server = createServer((client) => {
    const upstream = connect(target.port, target.host);
    const end = (): void => {
      lines.delete(end);
      // A reset, as from a machine that has lost its power and forgotten the connection.
      client.resetAndDestroy();
      upstream.resetAndDestroy();
    };
    lines.add(end);
    const swallowing = new Set<Socket>();
    const carry = (from: 'client' | 'server', source: Socket, sink: Socket): void => {
      source.on('error', end);
      source.on('close', end);
      source.on('data', (bytes: Buffer) => {
        const verdict = swallowing.has(source) ? 'swallow' : (rule?.(from, bytes) ?? 'pass');
        if (verdict === 'cut') end();
        else if (verdict === 'swallow') swallowing.add(source);
        else if (delayMs === 0) sink.write(bytes);
        else
          setTimeout(() => {
            if (!sink.destroyed) sink.write(bytes);
          }, delayMs);
      });
    };
    carry('client', client, upstream);
    carry('server', upstream, client);
  });
  const port = await listen(server, 0);
  const cut = (): void => {
    for (const end of [...lines]) end();
  };
  return {
    port,
    open: () => lines.size,
    judge: (next) => {
      rule = next;
    },
    delay: (ms) => {
      delayMs = ms;
    },
    cut,
    refuse: () => closed(server, cut),
    mend: async () => {
      rule = null;
      delayMs = 0;
      if (!server.listening) await listen(server, port);
    },
    close: () => closed(server, cut),
  };
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function closed(server: Server, cut: () => void): Promise<void> {
  const gone = server.listening ? once(server, 'close') : Promise.resolve();
  server.close();
  cut();
  await gone;
}
