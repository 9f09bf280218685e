// Where the person is: the part of the address behind #, as in #/workers/1a2b3c4d?status=failed.
// So the browser's own back, forward, bookmarks and new tabs work, and the engine serves one page.
import { useEffect, useState } from "./html.js";
import { withQuery } from "../data/api.js";

/** A part of an address as it is meant; as it stands where somebody has written it wrongly. */
function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function parse(hash) {
  const [path, query = ""] = hash.replace(/^#\/?/, "").split("?");
  const [view = "", ...rest] = path.split("/").map(decoded);
  return { view, id: rest.length > 0 ? rest.join("/") : null, query: Object.fromEntries(new URLSearchParams(query)) };
}

/** The address of a place in the page. */
export function href(view, id = null, query = {}) {
  return withQuery(`#/${view}${id === null ? "" : `/${encodeURIComponent(id)}`}`, query);
}

/** Goes there; with `replace`, without a step to go back. */
export function go(address, { replace = false } = {}) {
  if (replace) {
    history.replaceState(null, "", address);
    dispatchEvent(new HashChangeEvent("hashchange"));
  } else {
    location.hash = address;
  }
}

/** {view, id, query} of the address as it is. */
export function useRoute() {
  const [route, setRoute] = useState(() => parse(location.hash));
  useEffect(() => {
    const follow = () => setRoute(parse(location.hash));
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  return route;
}
