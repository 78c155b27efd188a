/** One HTTP request of the play, and its answer. */
export interface PlayRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** From the root: "/api/v1/rounds". */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}
export interface PlayAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** How the play reaches the server: over the network, or into the server of the same process before it listens. */
export interface Transport {
  send(request: PlayRequest): Promise<PlayAnswer>;
}

/** Over the network. */
export function networkTransport(origin: string): Transport {
  return {
    async send({ method, path, headers, body }) {
      const response = await fetch(`${origin}${path}`, {
        method,
        headers: body === undefined ? headers : { ...headers, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: response.status, body: parse(await response.text()) };
    },
  };
}

/** What the play needs of a Fastify server: its own injection, which goes through every hook and guard. */
export interface Injectable {
  inject(request: {
    method: PlayRequest['method'];
    url: string;
    headers: Record<string, string>;
    payload?: object;
  }): Promise<{ statusCode: number; payload: string }>;
}

/** Into a server of the same process. */
export function innerTransport(server: Injectable): Transport {
  return {
    async send({ method, path, headers, body }) {
      const payload = body === undefined ? {} : { payload: body as object };
      const response = await server.inject({ method, url: path, headers: { ...headers }, ...payload });
      return { status: response.statusCode, body: parse(response.payload) };
    },
  };
}

function parse(text: string): unknown {
  if (text === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
