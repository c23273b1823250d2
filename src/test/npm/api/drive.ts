// What an application does with the generated client: raise, route, reply, judge. node built/drive.js ADDRESS WORKER DESK HANDLER DISTRICT
import { randomUUID } from "node:crypto";
import { client } from "./client/client.gen.js";
import {
  acceptConcern,
  acknowledgeConcern,
  giveVerdict,
  listOwnConcerns,
  raiseConcern,
  replyToConcern,
  showConcern,
} from "./client/sdk.gen.js";

const [address, worker, desk, handler, district] = process.argv.slice(2) as [string, string, string, string, string];

client.setConfig({ baseUrl: address });

const by = (token: string) => ({ Authorization: `Bearer ${token}` });
const once = (token: string) => ({ ...by(token), "Idempotency-Key": randomUUID() });

function must<T>(answer: { data?: T; error?: unknown }): T {
  if (answer.error !== undefined || answer.data === undefined) {
    throw new Error(JSON.stringify(answer.error));
  }
  return answer.data;
}

function mustBeDone(answer: { error?: unknown; response?: Response }): void {
  if (answer.error !== undefined || answer.response?.status !== 204) {
    throw new Error(JSON.stringify(answer.error));
  }
}

const key = once(worker);
const body = { kind: "HELP", matter: "E4", words: "澡堂没热水，四天了", mode: "NAMED" } as const;
const raised = must(await raiseConcern({ body, headers: key }));
const again = must(await raiseConcern({ body, headers: key }));
const path = { number: raised.number };

mustBeDone(await acceptConcern({ path, body: { matter: "E4", lead: district }, headers: once(desk) }));
mustBeDone(await acknowledgeConcern({ path, body: {}, headers: once(handler) }));
mustBeDone(
  await replyToConcern({
    path,
    body: { request: "修好热水", facts: "换热器坏了", opinion: "三天里换好", basis: "澡堂管理办法", outcome: "SUPPORT" },
    headers: once(handler),
  }),
);
const read = must(await showConcern({ path, headers: by(worker) }));
mustBeDone(await giveVerdict({ path, body: { solved: "SOLVED", satisfied: "SATISFIED" }, headers: once(worker) }));
const refused = await giveVerdict({ path, body: { solved: "SOLVED", satisfied: "SATISFIED" }, headers: once(handler) });
const own = must(await listOwnConcerns({ headers: by(worker) }));

console.log(
  JSON.stringify({
    number: raised.number,
    again: again.number,
    state: read.state,
    opinion: read.talk.find((line) => line.reply !== null)?.reply?.opinion,
    refused: refused.error?.title,
    own: own.items.map((row) => row.number),
  }),
);
