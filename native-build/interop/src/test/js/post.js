// Posts a table of events with the official SDK and says, as one JSON array, what came of each row.
//   node post.js TABLE ROUTER MODE, MODE being binary, encoded, structured or batched
import { isDeepStrictEqual } from "node:util";
import { readFileSync } from "node:fs";
import { CloudEvent, HTTP } from "cloudevents";

const [table, router, mode] = process.argv.slice(2);
const PATIENCE_MILLIS = 20_000;

// What section 3.1.3.2 of the HTTP binding asks for, and the SDK leaves to its user.
const encode = (value) =>
  String(value).replace(/[^!#$&-~]/gu, (c) =>
    [...new TextEncoder().encode(c)].map((b) => "%" + b.toString(16).padStart(2, "0")).join(""),
  );

const isAttribute = ([name]) => name.startsWith("ce-");

const mapAttributes = (headers, change) =>
  Object.fromEntries(
    Object.entries(headers).map((h) => (isAttribute(h) ? [h[0], change(h[1])] : h)),
  );

function dataOf(row) {
  if (row.base64 !== undefined) {
    return new Uint8Array(Buffer.from(row.base64, "base64"));
  }
  return row.json ?? row.text?.repeat(row.times ?? 1);
}

function eventOf(row, number) {
  const sender = `js-${mode}`;
  return new CloudEvent({
    id: `${sender}-${number}`,
    source: `/${sender}/${number}`,
    type: "sdk.sent",
    time: "2026-02-28T09:30:00.123Z",
    ...row.attributes,
    ...row.extensions,
    datacontenttype: row.contentType,
    data: dataOf(row),
  });
}

const send = ({ headers, body }) =>
  fetch(router, {
    method: "POST",
    headers: { ...headers, Prefer: "reply" },
    body,
    signal: AbortSignal.timeout(PATIENCE_MILLIS),
  });

/** Bytes of any kind as a list; nothing in whatever form as undefined. */
function plain(data) {
  if (data?.length === 0) {
    return undefined;
  }
  return ArrayBuffer.isView(data) ? [...data] : data;
}

/** What the SDK makes of the answer; null where that is what was sent. */
async function differenceOf(answer, event) {
  const contentType = answer.headers.get("content-type") ?? "";
  const bytes = Buffer.from(await answer.arrayBuffer());
  const body = /json|text|xml/.test(contentType) ? bytes.toString() : bytes;
  const headers = mapAttributes(Object.fromEntries(answer.headers), decodeURIComponent);
  const echo = HTTP.toEvent({ headers, body });
  // The SDK reads JSON as such only where it is application/json.
  const data = /\+json/.test(contentType) ? JSON.parse(echo.data) : echo.data;
  const read = [echo.type, echo.subject, echo.time, echo.dataschema, plain(data)];
  const time = new Date(event.time).toISOString();
  const sent = ["echoed", event.subject, time, event.dataschema, plain(event.data)];
  return isDeepStrictEqual(read, sent) ? null : JSON.stringify({ read, sent }).slice(0, 2_000);
}

async function postOne(row, number) {
  const event = eventOf(row, number);
  const message = mode === "structured" ? HTTP.structured(event) : HTTP.binary(event);
  if (mode === "encoded") {
    message.headers = mapAttributes(message.headers, encode);
  }
  let answer;
  try {
    answer = await send(message);
  } catch (refused) {
    // What the HTTP client says to headers that it cannot carry; anything else is a failure here.
    if (refused instanceof TypeError && /ByteString/.test(refused.message)) {
      return { unsent: true };
    }
    throw refused;
  }
  const compared = answer.status === 200 && mode !== "binary";
  return { status: answer.status, difference: compared ? await differenceOf(answer, event) : null };
}

/** The SDK writes no batches: an array of the events as they write themselves. */
async function postAll(rows) {
  const answer = await send({
    headers: { "content-type": "application/cloudevents-batch+json" },
    body: JSON.stringify(rows.map(eventOf)),
  });
  return answer.json();
}

const rows = JSON.parse(readFileSync(table, "utf8"));
const results = mode === "batched" ? await postAll(rows) : [];
if (mode !== "batched") {
  for (const [number, row] of rows.entries()) {
    results.push(await postOne(row, number));
  }
}
process.stdout.write(JSON.stringify(results));
