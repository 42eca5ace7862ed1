import { z } from 'zod/v4';
import { UpstreamId, portSuffixes } from './ports';

const faultSchema = z.strictObject({
  upstream: z.enum(
    Object.keys(portSuffixes).filter(
      id => id !== 'control' && id !== 'postgres',
    ) as [UpstreamId, ...UpstreamId[]],
  ),
  match: z
    .strictObject({
      method: z.string().optional(),
      /** Found in path and query, as a text or as a regular expression. */
      path: z.string().optional(),
    })
    .optional(),
  fault: z.strictObject({
    kind: z.enum([
      'status',
      'delay',
      'hang',
      'truncate',
      'shorten',
      'garbage',
      'html',
      'reset',
    ]),
    status: z.int().min(200).max(599).optional(),
    headers: z.record(z.string(), z.string()).optional(),
    body: z.unknown().optional(),
    /** Puts the headers and the body of the request into the answer, as some systems do. */
    echo: z.boolean().optional(),
    delayMs: z.number().min(0).max(600_000).optional(),
  }),
  /** So many requests get their answer first. */
  after: z.int().min(0).optional(),
  /** After so many requests the fault is gone; without it, it stays. */
  times: z.int().min(1).optional(),
});

export type FaultOrder = z.infer<typeof faultSchema>;
export type Fault = FaultOrder['fault'];

/** A fault that waits for its requests. */
export interface ActiveFault extends FaultOrder {
  id: string;
  /** Requests that met it so far. */
  met: number;
  /** Requests that it let through so far. */
  passed: number;
}

/** The faults that are injected at present. */
export class FaultList {
  readonly #faults = new Map<string, ActiveFault>();
  #lastId = 0;

  /** Adds a fault; throws a ZodError on an order that is not one. */
  add(order: unknown): ActiveFault {
    this.#lastId += 1;
    const fault = {
      ...faultSchema.parse(order),
      id: String(this.#lastId),
      met: 0,
      passed: 0,
    };
    this.#faults.set(fault.id, fault);
    return fault;
  }

  list(): ActiveFault[] {
    return [...this.#faults.values()];
  }

  remove(id: string): boolean {
    return this.#faults.delete(id);
  }

  clear(): void {
    this.#faults.clear();
  }

  /** The oldest fault for this request, counted as met. */
  take(upstream: UpstreamId, method: string, url: string): Fault | undefined {
    const candidates = this.list().filter(
      fault =>
        fault.upstream === upstream &&
        isSameMethod(fault.match?.method, method) &&
        isInUrl(fault.match?.path, url),
    );
    const found = candidates.find(({ after = 0, passed }) => passed >= after);
    if (!found) {
      for (const fault of candidates) fault.passed += 1;
      return undefined;
    }
    found.met += 1;
    if (found.met === found.times) this.#faults.delete(found.id);
    return found.fault;
  }
}

function isSameMethod(wanted: string | undefined, method: string): boolean {
  return wanted === undefined || wanted.toUpperCase() === method;
}

function isInUrl(wanted: string | undefined, url: string): boolean {
  if (wanted === undefined || url.includes(wanted)) return true;
  try {
    return new RegExp(wanted).test(url);
  } catch (error) {
    // A text such as "a(b" is no regular expression; then only the text counts.
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
