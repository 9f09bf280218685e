// The only place that talks to the engine: JSON of /api/v1, with its problems as errors.
import { once } from "./keys.js";

/** What the engine refused or could not do; `code` is one of docs/ERRORS.md, or null without one. */
export class ApiError extends Error {
  constructor(status, problem) {
    super(problem.detail ?? `The engine answers ${status}.`);
    this.name = "ApiError";
    this.status = status;
    this.code = problem.code ?? null;
  }
}

/** The status of an answer to a browser that the engine does not know. */
export const UNAUTHORIZED = 401;

const BASE = "/api/v1/";
const accessListeners = new Set();
let isSignedOut = false;

/** Calls `listener` with true when the engine no longer knows this browser, and with false when it does again. */
export function onAccess(listener) {
  accessListeners.add(listener);
  return () => accessListeners.delete(listener);
}

function setSignedOut(next) {
  if (isSignedOut !== next) {
    isSignedOut = next;
    accessListeners.forEach((listener) => listener(next));
  }
}

/** Tells everybody who asked by onAccess that the engine does not know this browser. */
export const reportSignedOut = () => setSignedOut(true);

/** Tells them that it does; only a new connection proves it, for answers may be late. */
export const reportSignedIn = () => setSignedOut(false);

async function problemOf(answer) {
  try {
    return await answer.json();
  } catch {
    return {}; // not ours: a proxy, or an engine that is ending
  }
}

async function request(method, path, { body, headers = {}, type = "application/json" } = {}) {
  let answer;
  try {
    answer = await fetch(BASE + path, {
      method,
      headers: { Accept: "application/json", ...(body === undefined ? {} : { "Content-Type": type }), ...headers },
      body: body === undefined || typeof body === "string" ? body : JSON.stringify(body),
    });
  } catch {
    throw new ApiError(0, { detail: "The engine does not answer. It may be down: `engine up` starts it." });
  }
  if (answer.status === UNAUTHORIZED) {
    reportSignedOut();
  }
  if (!answer.ok) {
    throw new ApiError(answer.status, await problemOf(answer));
  }
  return answer;
}

async function content(answer) {
  return answer.status === 204 ? null : answer.json();
}

/** A path with a query; what is undefined, null or empty is left out. */
export function withQuery(path, query = {}) {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== "");
  const text = new URLSearchParams(given).toString();
  return text === "" ? path : `${path}?${text}`;
}

/** What is at a path. */
export async function get(path, query) {
  return content(await request("GET", withQuery(path, query)));
}

/**
 * A part of the text at a path.
 *
 * @param range as the header has it: bytes=0-65535, or bytes=-65536 for the end
 * @returns {bytes, first, size}: the place of the first byte of it, and how many the whole has
 */
export async function part(path, query, range) {
  const answer = await request("GET", withQuery(path, query), { headers: { Accept: "text/plain", Range: range } });
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const [, first, size] = /^bytes (\d+)-\d+\/(\d+)$/.exec(answer.headers.get("Content-Range")) ?? [null, 0, bytes.length];
  return { bytes, first: Number(first), size: Number(size) };
}

/** Whether the engine has decided; without an answer, or after a failure of its own, nobody knows. */
const isDecided = (error) => error.status >= 400 && error.status < 500;

/**
 * Has something done. The key makes that it is done once, though the answer is lost and the browser
 * or the person sends again.
 */
export async function post(path, body) {
  const send = async (key) => content(await request("POST", path, { body, headers: { "Idempotency-Key": key } }));
  return once(`${path} ${JSON.stringify(body)}`, send, isDecided);
}

/** The text at a path, whole. */
export async function text(path, query) {
  return (await request("GET", withQuery(path, query), { headers: { Accept: "text/*" } })).text();
}

/** Has something done that takes no key: what takes long, or a file. */
export async function postOnce(path, body, type) {
  return content(await request("POST", path, { body, type }));
}

/** Puts something in its place, or makes that it is there. */
export async function put(path, body) {
  return content(await request("PUT", path, { body }));
}

/** Takes something away. */
export async function remove(path) {
  return content(await request("DELETE", path));
}

/**
 * Changes what somebody else may change too: reads its version first, and is refused if it is not
 * `seen` any more. Without `seen`, the newest is changed.
 *
 * @param shownAt where it is read, if what changes it has a path of its own
 */
export async function change(method, path, body, seen, shownAt = path) {
  const current = await request("GET", shownAt);
  const tag = current.headers.get("ETag");
  const value = await current.json();
  if (seen !== undefined && JSON.stringify(value) !== JSON.stringify(seen)) {
    throw new ApiError(412, { detail: "Somebody else has changed this meanwhile: look at it again first." });
  }
  return content(await request(method, path, { body, headers: { "If-Match": tag } }));
}
