// What the samples of the documents take as given, because the page says so in words or made it in a sample before.
import type { Client } from '@collateral/sdk';
import type { CollateralProvider, CollateralScorecard } from '@collateral/elements';
import type { Authenticate, Handler, HandlerOptions, NoticeNews, Store } from '@collateral/server-adapter';
import type { Server } from 'node:http';

declare global {
  // send-events.md, elements/
  var createClient: typeof import('@collateral/sdk').createClient;
  var client: Client;
  var id: string;
  var noticeId: string;
  var session: { accessToken(): Promise<string> };
  var provider: CollateralProvider;
  var scorecard: CollateralScorecard;
  function showQuestion(question: { onNotNow(): void }): void;

  // host-server.md, operations.md, scorecards.md
  var authenticate: Authenticate;
  var publicOrigin: string;
  var handler: Handler;
  var store: Store;
  var server: Server;
  var policy: NonNullable<HandlerOptions['policy']>;
  var serviceHeaders: Record<string, string>;
  function headersFor(principal: object): Record<string, string>;

  // close-the-loop.md
  var channel: { post(text: string): Promise<void> };
  var log: { error(error: unknown): void };
  var directory: { find(actorId: string): Promise<{ wantsMail: boolean; address: string } | null> };
  var mail: { send(letter: { to: string; subject: string; text: string }): Promise<void> };
  function maySee(person: object, collateralId: string | null): boolean;
  function mailEach(news: NoticeNews): Promise<void>;

  namespace NodeJS {
    interface ProcessEnv {
      CHAT_SECRET: string;
      MAIL_SECRET: string;
    }
  }

  // implement-a-store.md, CONTRIBUTING.md
  var folder: string;
  function test(name: string, run: () => unknown): void;
  function createMyStore(options: { path: string }): Store;
}
