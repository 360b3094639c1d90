import type { GenericSchema } from 'valibot';

/** What the OpenAPI document says about a route beyond its method, path and audience. */
export interface RouteDescription {
  readonly summary: string;
  readonly query?: readonly QueryParameter[];
  readonly body?: GenericSchema;
  /** Media types the body may come in. @defaultValue `application/json` */
  readonly bodyTypes?: readonly string[];
  /** The body may come as text/csv as well. @defaultValue false */
  readonly csvBody?: boolean;
  readonly reply: GenericSchema;
  /** @defaultValue `application/json` */
  readonly replyType?: string;
}

/** One parameter of a query string; always optional. */
interface QueryParameter {
  readonly name: string;
  readonly description: string;
  readonly schema: Readonly<Record<string, unknown>>;
}
