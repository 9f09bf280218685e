// The one way in which views are written: htm's templates for Preact, without a build step.
// Text in a template is set as text. Nothing here takes markup; parts/markdown.js is the exception.
import htm from "htm";
import { h } from "preact";

export { render } from "preact";
export { useCallback, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";

export const html = htm.bind(h);
