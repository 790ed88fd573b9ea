import { type LogLine, ServerOutput } from './server-output.js';
import { Visitor } from './visitor.js';

/** What each way of running a Larder for tests has: what it printed, and browsers for it. */
export abstract class ServerForTests {
  readonly output = new ServerOutput();

  /** Such as http://127.0.0.1:40123 */
  abstract get url(): string;

  /** Its JSON lines so far. */
  get logs(): LogLine[] {
    return this.output.logs;
  }

  /** A new browser. */
  visitor(): Visitor {
    return new Visitor(this.url);
  }

  /** Such errors belong to the test: stop() does not throw for them. */
  expectError(pattern: RegExp): void {
    this.output.expectError(pattern);
  }
}
